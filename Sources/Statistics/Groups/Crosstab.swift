package import Frame

/// Counts of the pairs of values of two columns.
///
/// - Shape: two columns of equal length, of any type.
/// - Missing: a row that lacks either value is left out and counted.
package struct Crosstab: Statistic {
  package static let name = "crosstab"
  package static let title = "Cross table"
  package static let method = "rows that lack either value are left out"

  /// The distinct values of the first column, ascending.
  package let rows: [Value]
  /// The distinct values of the second column, ascending.
  package let columns: [Value]
  /// How many table rows hold each pair: one array a row value, one count a column value.
  package let counts: [[Int]]
  /// How many table rows were counted.
  package let n: Int
  /// How many lack either value.
  package let missing: Int

  /// Counts two columns.
  package init(_ first: Column, _ second: Column) throws(StatisticsError) {
    guard first.count == second.count else { throw .lengthsDiffer(first.count, second.count) }
    let complete = (0..<first.count).filter { first.isPresent($0) && second.isPresent($0) }
    let rows = first.picking(complete).distinctValues.sorted(by: Value.isOrdered)
    let columns = second.picking(complete).distinctValues.sorted(by: Value.isOrdered)
    let rowPlace = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
    let columnPlace = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    var counts = [[Int]](repeating: Array(repeating: 0, count: columns.count), count: rows.count)
    for row in complete {
      if let i = rowPlace[first[row]], let j = columnPlace[second[row]] { counts[i][j] += 1 }
    }
    (self.rows, self.columns, self.counts) = (rows, columns, counts)
    n = complete.count
    missing = first.count - complete.count
  }

  /// Takes counts made elsewhere.
  package init(rows: [Value], columns: [Value], counts: [[Int]]) {
    precondition(counts.count == rows.count && counts.allSatisfy { $0.count == columns.count })
    (self.rows, self.columns, self.counts) = (rows, columns, counts)
    n = counts.joined().reduce(0, +)
    missing = 0
  }

  /// The sum of each row.
  package var rowTotals: [Int] { counts.map { $0.reduce(0, +) } }

  /// The sum of each column.
  package var columnTotals: [Int] {
    columns.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
  }
}
