/// A column's distinct values, with the number of its value for each row.
package struct ColumnCodes: Hashable, Sendable {
  /// The number of each row's value.
  package let codes: [Int]
  /// The distinct values in order of first appearance; null is one of them where a value is absent.
  package let values: [Value]

  /// Numbers the distinct values of a column in their order of appearance.
  package init(_ column: Column) {
    var firsts: [Int] = []
    codes = [Int](unsafeUninitializedCapacity: column.count) { codes, filled in
      firsts = ColumnCodes.number(column) { code, rows in codes[rows].update(repeating: code) }
      filled = column.count
    }
    values = firsts.map { column[$0] }
  }

  /// The distinct values alone, in order of first appearance, null where a value is absent.
  static func values(of column: Column) -> [Value] {
    number(column) { _, _ in }.map { column[$0] }
  }

  /// Calls `take` with the number of each value and the rows in turn where it stands, and returns the
  /// row where each value first stands.
  private static func number(_ column: Column, _ take: (Int, Range<Int>) -> Void) -> [Int] {
    switch column.values {
    case .boolean(let values): number(values, column.presence, take)
    case .integer(let values): number(values, column.presence, take)
    case .decimal(let values, _): number(values, column.presence, take)
    case .double(let values):
      // All NaN are one, and so are both zeros.
      number(
        values.map { $0.isNaN ? Double.nan.bitPattern : ($0 + 0).bitPattern }, column.presence, take
      )
    case .text(let values): number(values, column.presence, take)
    case .date(let values): number(values, column.presence, take)
    case .timestamp(let values): number(values, column.presence, take)
    }
  }

  @inline(__always)
  private static func number<T: Hashable>(
    _ values: [T], _ presence: [Bool]?, _ take: (Int, Range<Int>) -> Void
  ) -> [Int] {
    values.withUnsafeBufferPointer { values in
      var numbering = Numbering(values)
      var start = 0
      while start < values.count {
        let isPresent = presence?[start] ?? true
        var end = start + 1
        // Equal values often stand together.
        while end < values.count, presence?[end] ?? true == isPresent,
          !isPresent || values[end] == values[start]
        {
          end += 1
        }
        take(isPresent ? numbering.code(ofRow: start) : numbering.null(start), start..<end)
        start = end
      }
      return numbering.firsts
    }
  }
}

/// Values as they are numbered.
private struct Numbering<T: Hashable> {
  private let values: UnsafeBufferPointer<T>
  /// The row where each value first stands.
  private(set) var firsts: [Int] = []
  private var known: [T: Int] = [:]
  private var nullCode: Int?

  /// How many values are found by comparing, which takes less than hashing.
  private static var few: Int { 12 }

  init(_ values: UnsafeBufferPointer<T>) { self.values = values }

  mutating func null(_ row: Int) -> Int {
    if let nullCode { return nullCode }
    nullCode = firsts.count
    firsts.append(row)
    return firsts.count - 1
  }

  mutating func code(ofRow row: Int) -> Int {
    for code in firsts.indices.prefix(Numbering.few)
    where code != nullCode && values[firsts[code]] == values[row] { return code }
    if firsts.count > Numbering.few, let code = known[values[row]] { return code }
    firsts.append(row)
    if firsts.count > Numbering.few { known[values[row]] = firsts.count - 1 }
    return firsts.count - 1
  }
}
