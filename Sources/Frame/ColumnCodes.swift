/// A column's distinct values, with the number of its value for each row.
package struct ColumnCodes: Hashable, Sendable {
  /// The number of each row's value.
  package let codes: [Int]
  /// The distinct values in order of first appearance; null is one of them where a value is absent.
  package let values: [Value]

  /// Numbers the distinct values of a column in their order of appearance.
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

  /// The numbers of values, and the row where each value first stands.
  private static func dense<T: Hashable>(_ values: [T], _ presence: [Bool]?) -> (
    codes: [Int], firsts: [Int]
  ) {
    var numbering = Numbering<T>()
    var codes: [Int] = []
    codes.reserveCapacity(values.count)
    for row in values.indices {
      let isPresent = presence?[row] ?? true
      codes.append(isPresent ? numbering.code(of: values[row], row) : numbering.null(row))
    }
    return (codes, numbering.firsts)
  }
}

/// Values as they are numbered.
private struct Numbering<T: Hashable> {
  /// The row where each value first stands.
  private(set) var firsts: [Int] = []
  private var known: [T: Int] = [:]
  /// The first values: finding one of few by comparing takes less than by hashing.
  private var early: [T] = []
  private var earlyCodes: [Int] = []
  private var nullCode: Int?
  private var last: (value: T, code: Int)?

  private static var few: Int { 12 }

  mutating func null(_ row: Int) -> Int {
    if let nullCode { return nullCode }
    nullCode = firsts.count
    firsts.append(row)
    return firsts.count - 1
  }

  mutating func code(of value: T, _ row: Int) -> Int {
    // Equal values often stand together.
    if let last, last.value == value { return last.code }
    let code = known(value) ?? new(value, row)
    last = (value, code)
    return code
  }

  private func known(_ value: T) -> Int? {
    for index in early.indices where early[index] == value { return earlyCodes[index] }
    return firsts.count > Numbering.few ? known[value] : nil
  }

  private mutating func new(_ value: T, _ row: Int) -> Int {
    let code = firsts.count
    firsts.append(row)
    known[value] = code
    if early.count < Numbering.few {
      early.append(value)
      earlyCodes.append(code)
    }
    return code
  }
}
