/// A column's distinct values, with the number of its value for each row.
package struct ColumnCodes: Hashable, Sendable {
  /// The number of each row's value.
  package let codes: [Int]
  /// The distinct values in order of first appearance; null is one of them where a value is absent.
  package let values: [Value]

  package init(_ column: Column) {
    let (codes, firsts) =
      switch column.values {
      case .boolean(let values): ColumnCodes.dense(values, column.presence)
      case .integer(let values): ColumnCodes.dense(values, column.presence)
      case .decimal(let values, _): ColumnCodes.dense(values, column.presence)
      case .double(let values):
        // All NaN are one, and so are both zeros.
        ColumnCodes.dense(
          values.map { $0.isNaN ? Double.nan.bitPattern : ($0 + 0).bitPattern }, column.presence)
      case .text(let values): ColumnCodes.dense(values, column.presence)
      case .date(let values): ColumnCodes.dense(values, column.presence)
      case .timestamp(let values): ColumnCodes.dense(values, column.presence)
      }
    self.codes = codes
    values = firsts.map { column[$0] }
  }

  /// How many distinct values are found by comparing and not by hashing, which takes longer.
  private static let few = 12

  /// The numbers of values, and the row where each value first stands.
  private static func dense<T: Hashable>(_ values: [T], _ presence: [Bool]?) -> (
    codes: [Int], firsts: [Int]
  ) {
    var known: [T: Int] = [:]
    var recent: [(value: T, code: Int)] = []
    var firsts: [Int] = []
    var null: Int?
    let codes = values.indices.map { row -> Int in
      if let presence, !presence[row] {
        if let null { return null }
        null = firsts.count
        firsts.append(row)
        return firsts.count - 1
      }
      let value = values[row]
      for known in recent where known.value == value { return known.code }
      if let code = known[value] { return code }
      let code = firsts.count
      firsts.append(row)
      known[value] = code
      if recent.count < few { recent.append((value, code)) }
      return code
    }
    return (codes, firsts)
  }
}
