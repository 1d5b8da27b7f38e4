/// The rows in which every one of some columns holds a finite value.
struct CompleteRows {
  /// The columns' values in those rows.
  let columns: [[Double]]
  /// How many rows lack a value in some column.
  let missing: Int
  /// How many further rows hold an infinite value.
  let infinite: Int

  /// How many complete rows.
  var count: Int { columns.first?.count ?? 0 }

  /// Takes the complete rows of columns of doubles, where NaN is a missing value.
  init(_ columns: [[Double]]) throws(StatisticsError) {
    for column in columns where column.count != columns[0].count {
      throw .lengthsDiffer(columns[0].count, column.count)
    }
    let rows = CompleteRows.rows(of: columns)
    (missing, infinite) = (rows.missing, rows.infinite)
    self.columns =
      missing + infinite == 0
      ? columns : columns.map { column in rows.complete.map { column[$0] } }
  }

  /// The complete rows' indices, and how many others lack a value or hold an infinite one.
  static func rows(of columns: [[Double]]) -> (complete: [Int], missing: Int, infinite: Int) {
    var (complete, missing, infinite) = ([Int](), 0, 0)
    for row in 0..<(columns.first?.count ?? 0) {
      if columns.contains(where: { $0[row].isNaN }) {
        missing += 1
      } else if columns.contains(where: { $0[row].isInfinite }) {
        infinite += 1
      } else {
        complete.append(row)
      }
    }
    return (complete, missing, infinite)
  }
}
