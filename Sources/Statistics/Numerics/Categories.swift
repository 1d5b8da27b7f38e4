package import Frame

/// A column's rows by category: each row's place among the distinct values.
///
/// - Missing: a row without a value has no category.
package struct Categories: Hashable, Sendable {
  /// The distinct values, ascending.
  package let levels: [Value]
  /// The place of each row's value in ``levels``; −1 where there is none.
  package let codes: [Int32]

  /// How many rows.
  package var count: Int { codes.count }

  /// Sorts a column's rows by value.
  package init(_ column: Column) {
    let (firsts, codes) =
      switch column.values {
      case .boolean(let values): Categories.coded(values, column.presence)
      case .integer(let values): Categories.coded(values, column.presence)
      case .decimal(let values, _): Categories.coded(values, column.presence)
      case .double(let values): Categories.coded(values, column.presence)
      case .text(let values): Categories.coded(values, column.presence)
      case .date(let values): Categories.coded(values, column.presence)
      case .timestamp(let values): Categories.coded(values, column.presence)
      }
    let found = firsts.map { column[$0] }
    let order = found.indices.sorted { Value.isOrdered(found[$0], before: found[$1]) }
    var place = [Int32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = Int32(new) }
    levels = order.map { found[$0] }
    self.codes = codes.map { $0 < 0 ? -1 : place[Int($0)] }
  }

  /// Takes levels and codes made elsewhere.
  init(levels: [Value], codes: [Int32]) { (self.levels, self.codes) = (levels, codes) }

  /// The rows at the given indices, in their order, with the same levels.
  package func picking(_ rows: [Int]) -> Categories {
    Categories(levels: levels, codes: rows.map { codes[$0] })
  }

  /// The rows of each level among those that a condition admits.
  func rows(where admits: (Int) -> Bool) -> [[Int]] {
    var rows = [[Int]](repeating: [], count: levels.count)
    for (row, code) in codes.enumerated() where code >= 0 && admits(row) {
      rows[Int(code)].append(row)
    }
    return rows
  }

  /// Numbers distinct values in the order in which they come; with the first row of each.
  private static func coded<T: Hashable>(_ values: [T], _ presence: [Bool]?) -> ([Int], [Int32]) {
    var known: [T: Int32] = [:]
    var firsts: [Int] = []
    var codes = [Int32](repeating: -1, count: values.count)
    for (row, value) in values.enumerated() where presence?[row] ?? true {
      if let code = known[value] {
        codes[row] = code
      } else {
        codes[row] = Int32(firsts.count)
        known[value] = Int32(firsts.count)
        firsts.append(row)
      }
    }
    return (firsts, codes)
  }
}
