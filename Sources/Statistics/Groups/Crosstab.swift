package import Frame

/// Counts of the pairs of values of two columns.
///
/// - Shape: two columns of equal length, of any type; frequency weights are whole numbers from 0.
/// - Missing: a row that lacks either value, or its weight, is left out and counted; a row of weight 0
///   stands for no row.
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
  /// How many table rows were counted, each as often as its weight says.
  package let n: Int
  /// How many lack either value.
  package let missing: Int

  /// Counts two columns; a weight says for how many rows a row stands.
  package init(_ first: Column, _ second: Column, weights: [Double]? = nil)
    throws(StatisticsError)
  {
    guard first.count == second.count else { throw .lengthsDiffer(first.count, second.count) }
    if let weights, weights.count != first.count {
      throw .lengthsDiffer(first.count, weights.count)
    }
    let (first, second) = (first.labels, second.labels)
    let counted = (0..<first.count).filter { weights?[$0] != 0 }
    let complete = counted.filter { row in
      first.isPresent(row) && second.isPresent(row) && weights?[row].isNaN != true
    }
    let rows = first.picking(complete).distinctValues.sorted(by: Value.isOrdered)
    let columns = second.picking(complete).distinctValues.sorted(by: Value.isOrdered)
    let rowPlace = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
    let columnPlace = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    var counts = [[Int]](repeating: Array(repeating: 0, count: columns.count), count: rows.count)
    for row in complete {
      guard let i = rowPlace[first[row]], let j = columnPlace[second[row]] else { continue }
      counts[i][j] += try Crosstab.count(weights, row)
    }
    (self.rows, self.columns, self.counts) = (rows, columns, counts)
    n = counts.joined().reduce(0, +)
    missing = counted.count - complete.count
  }

  /// Takes counts made elsewhere.
  package init(rows: [Value], columns: [Value], counts: [[Int]]) {
    self.init(rows: rows, columns: columns, counts: counts, missing: 0)
  }

  private init(rows: [Value], columns: [Value], counts: [[Int]], missing: Int) {
    precondition(counts.count == rows.count && counts.allSatisfy { $0.count == columns.count })
    (self.rows, self.columns, self.counts, self.missing) = (rows, columns, counts, missing)
    n = counts.joined().reduce(0, +)
  }

  /// The sum of each row.
  package var rowTotals: [Int] { counts.map { $0.reduce(0, +) } }

  /// The sum of each column.
  package var columnTotals: [Int] {
    columns.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
  }

  /// The same counts with rows and columns from last to first.
  package var reversed: Crosstab {
    Crosstab(
      rows: rows.reversed(), columns: columns.reversed(),
      counts: counts.reversed().map { $0.reversed() }, missing: missing)
  }

  /// Weights beyond this could leave the range of whole numbers in a sum over all rows.
  private static let largestWeight = 0x1p31

  private static func count(_ weights: [Double]?, _ row: Int) throws(StatisticsError) -> Int {
    guard let weight = weights?[row] else { return 1 }
    guard weight >= 0, weight <= largestWeight, weight == weight.rounded() else {
      throw .invalidWeight(row: row)
    }
    return Int(weight)
  }
}
