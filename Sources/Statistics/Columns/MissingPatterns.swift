package import Frame

/// Which values are missing: by column, and which columns are missing together.
///
/// - Shape: columns of equal length and any type, any number of rows.
/// - Missing: a row without a value, or with NaN; an infinity is a value.
package struct MissingPatterns: Statistic {
  package static let name = "missing"
  package static let title = "Missing values"
  package static let method = "a row lacks a value where it is absent or not a number"

  /// One column's missing values.
  package struct Count: Hashable, Sendable {
    /// The column's name.
    package let name: String
    /// How many rows hold a value.
    package let n: Int
    /// How many do not.
    package let missing: Int
    /// The share of rows that do not; nil without rows.
    package let share: Double?
  }

  /// Rows that lack the same columns.
  package struct Pattern: Hashable, Sendable {
    /// The places of the columns that are missing, ascending; empty for complete rows.
    package let missing: [Int]
    /// How many rows.
    package let count: Int
    /// Their share of all rows.
    package let share: Double
  }

  /// How many rows.
  package let rows: Int
  /// The columns in the given order.
  package let columns: [Count]
  /// The patterns, most frequent first; of equally frequent ones that with fewer missing columns, then
  /// that with the earlier ones.
  package let patterns: [Pattern]

  /// How many rows lack nothing.
  package var complete: Int { patterns.first { $0.missing.isEmpty }?.count ?? 0 }

  /// Looks through named columns of equal length.
  package init(_ columns: [(name: String, column: Column)]) throws(StatisticsError) {
    let count = columns.first?.column.count ?? 0
    for (_, column) in columns where column.count != count {
      throw .lengthsDiffer(count, column.count)
    }
    let gaps = columns.map { MissingPatterns.gaps(in: $0.column) }
    rows = count
    self.columns = zip(columns, gaps).map { column, gaps in
      let missing = gaps?.count(where: \.self) ?? 0
      return Count(
        name: column.name, n: count - missing, missing: missing,
        share: count > 0 ? Double(missing) / Double(count) : nil)
    }
    patterns = MissingPatterns.patterns(of: gaps, rows: count)
  }

  /// Which rows of a column lack a value; nil where none does.
  package static func gaps(in column: Column) -> [Bool]? {
    var gaps = column.presence.map { $0.map { !$0 } }
    if case .double(let values) = column.values, values.contains(where: \.isNaN) {
      gaps = values.indices.map { !column.isPresent($0) || values[$0].isNaN }
    }
    return gaps?.contains(true) == true ? gaps : nil
  }

  /// Counts rows by pattern: column by column each pattern is split in those with and without it.
  private static func patterns(of gaps: [[Bool]?], rows: Int) -> [Pattern] {
    guard rows > 0 else { return [] }
    var missing: [[Int]] = [[]]
    var patternOfRow = [Int32](repeating: 0, count: rows)
    for (place, gaps) in gaps.enumerated() {
      guard let gaps else { continue }
      var split: [Int32: Int32] = [:]
      for row in 0..<rows where gaps[row] {
        let pattern = patternOfRow[row]
        if let known = split[pattern] {
          patternOfRow[row] = known
        } else {
          let new = Int32(missing.count)
          missing.append(missing[Int(pattern)] + [place])
          split[pattern] = new
          patternOfRow[row] = new
        }
      }
    }
    var counts = [Int](repeating: 0, count: missing.count)
    for pattern in patternOfRow { counts[Int(pattern)] += 1 }
    return zip(missing, counts).filter { $0.1 > 0 }
      .map { Pattern(missing: $0, count: $1, share: Double($1) / Double(rows)) }
      .sorted(by: isBefore)
  }

  private static func isBefore(_ a: Pattern, _ b: Pattern) -> Bool {
    if a.count != b.count { return a.count > b.count }
    if a.missing.count != b.missing.count { return a.missing.count < b.missing.count }
    return a.missing.lexicographicallyPrecedes(b.missing)
  }
}
