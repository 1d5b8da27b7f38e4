/// The four counts of a two by two table: rows are groups, the first column the event.
struct FourfoldTable {
  let a: Double
  let b: Double
  let c: Double
  let d: Double
  /// Whether ½ was added to each cell, as one of them is 0 (Haldane and Anscombe).
  let isAdjusted: Bool

  /// Takes a table of two rows and two columns without an empty line.
  init(_ table: Crosstab, adjustingZeros: Bool) throws(StatisticsError) {
    let counts = table.withoutEmptyLines
    guard counts.count == 2, counts[0].count == 2 else { throw .notTwoByTwo }
    let cells = counts.joined().map(Double.init)
    isAdjusted = adjustingZeros && cells.contains(0)
    let half = isAdjusted ? 0.5 : 0
    (a, b, c, d) = (cells[0] + half, cells[1] + half, cells[2] + half, cells[3] + half)
  }

  /// The rows' sums.
  var first: Double { a + b }
  /// The rows' sums.
  var second: Double { c + d }
}

extension Crosstab {
  /// The counts without rows and columns of zeros.
  var withoutEmptyLines: [[Int]] {
    let kept = columnTotals.indices.filter { columnTotals[$0] > 0 }
    return counts.filter { $0.contains { $0 > 0 } }.map { row in kept.map { row[$0] } }
  }
}
