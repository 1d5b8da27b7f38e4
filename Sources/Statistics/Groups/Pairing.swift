import Frame

/// The values of two groups that belong to the same subject, by an id column.
package struct Pairing: Hashable, Sendable {
  /// First group minus second, one a subject that has both values.
  package let differences: Sample
  /// How many subjects lack one of the two values.
  package let incomplete: Int
  /// How many rows of the two groups have no id.
  package let unidentified: Int

  /// Pairs two groups of rows by the ids of the rows.
  init(_ values: Measured, _ first: [Int], _ second: [Int], by ids: Column)
    throws(StatisticsError)
  {
    let ids = ids.labels
    let before = try Pairing.places(first, by: ids)
    let after = try Pairing.places(second, by: ids)
    // In the order of the first group's rows, so that nothing depends on a dictionary's order.
    let both = first.compactMap { row in after[ids[row]].map { (row, $0) } }
    let paired = values.picking(both.map(\.0)).subtracting(values.picking(both.map(\.1)))
    differences = Sample(paired)
    let alone = before.count + after.count - 2 * both.count
    incomplete = alone + differences.missing + differences.infinite
    unidentified = (first + second).count { !ids.isPresent($0) }
    guard !both.isEmpty else { throw .invalidParameter("no id has a value in both groups") }
  }

  private static func places(_ rows: [Int], by ids: Column) throws(StatisticsError) -> [Value: Int]
  {
    var places: [Value: Int] = [:]
    for row in rows where ids.isPresent(row) {
      guard places.updateValue(row, forKey: ids[row]) == nil else {
        throw .invalidParameter("id \(ids[row]) occurs twice in a group")
      }
    }
    return places
  }
}
