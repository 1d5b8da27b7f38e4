import Frame

/// Rows by the distinct combinations of some columns, with plain numbers for keys: a million rows
/// are grouped without a million arrays of values.
struct GroupCodes {
  /// Which group each row belongs to; groups are numbered in order of first appearance.
  private(set) var codes: [Int]
  private(set) var count: Int

  init(_ columns: [Column], rows: Int) {
    codes = Array(repeating: 0, count: rows)
    count = rows > 0 ? 1 : 0
    for column in columns {
      let next = ColumnCodes(column)
      let combined = zip(codes, next.codes).map { $0 * next.values.count + $1 }
      (codes, count) = GroupCodes.dense(combined)
    }
  }

  /// The rows of each group.
  var rows: [[Int]] {
    var rows = Array(repeating: [Int](), count: count)
    for (row, code) in codes.enumerated() { rows[code].append(row) }
    return rows
  }

  private static func dense(_ values: [Int]) -> (codes: [Int], count: Int) {
    var known: [Int: Int] = [:]
    let codes = values.map { value in
      if let code = known[value] { return code }
      let code = known.count
      known[value] = code
      return code
    }
    return (codes, known.count)
  }
}
