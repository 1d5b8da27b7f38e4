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
      let (next, size) = GroupCodes.codes(of: column)
      let combined = zip(codes, next).map { $0 * size + $1 }
      (codes, count) = GroupCodes.dense(combined)
    }
  }

  /// The rows of each group.
  var rows: [[Int]] {
    var rows = Array(repeating: [Int](), count: count)
    for (row, code) in codes.enumerated() { rows[code].append(row) }
    return rows
  }

  private static func codes(of column: Column) -> (codes: [Int], size: Int) {
    let (codes, count) =
      switch column.values {
      case .boolean(let values): dense(values)
      case .integer(let values): dense(values)
      case .decimal(let values, _): dense(values)
      case .double(let values):
        dense(values.map { $0.isNaN ? Double.nan.bitPattern : ($0 + 0).bitPattern })
      case .text(let values): dense(values)
      case .date(let values): dense(values)
      case .timestamp(let values): dense(values)
      }
    guard let presence = column.presence else { return (codes, count) }
    return (zip(codes, presence).map { $1 ? $0 : count }, count + 1)
  }

  private static func dense<T: Hashable>(_ values: [T]) -> (codes: [Int], count: Int) {
    var known: [T: Int] = [:]
    let codes = values.map { value in
      if let code = known[value] { return code }
      let code = known.count
      known[value] = code
      return code
    }
    return (codes, known.count)
  }
}
