/// Cramér's V: how strongly two columns of categories go together, from 0 to 1.
///
/// - Shape: at least 2 row values and 2 column values.
/// - Source: H. Cramér, *Mathematical Methods of Statistics* (1946); W. Bergsma, *J. Korean Stat.
///   Soc.* 42 (2013), 323–328, for the corrected value; the interval inverts the noncentral
///   chi-squared distribution (Steiger, 2004).
package struct CramersV: EffectSize {
  package static let name = "cramers_v"
  package static let title = "Cramér's V"
  package static let symbol = "V"
  package static let method =
    "√(χ² / (n · min(r − 1, c − 1))); interval with the noncentral chi-squared limits in place of χ²"

  package let value: Double
  package let interval: Interval?
  /// V with its bias in small samples removed (Bergsma).
  package let corrected: Double

  /// The association in a cross table.
  package init(_ table: Crosstab, level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    let test = try ChiSquare(table)
    let n = Double(test.n)
    let rows = Double(table.rowTotals.count { $0 > 0 })
    let columns = Double(table.columnTotals.count { $0 > 0 })
    let scale = n * min(rows - 1, columns - 1)
    value = min(1, (test.chiSquared / scale).squareRoot())
    corrected = CramersV.corrected(phi: test.chiSquared / n, n: n, rows, columns)
    let limits = Noncentrality.chiSquared(
      test.chiSquared, df: test.degreesOfFreedom[0], level: level)
    interval = limits.flatMap {
      Interval(
        low: min(1, ($0.low / scale).squareRoot()), high: min(1, ($0.high / scale).squareRoot()),
        level: level, method: "noncentral chi-squared")
    }
  }

  private static func corrected(phi: Double, n: Double, _ rows: Double, _ columns: Double) -> Double
  {
    guard n > 1 else { return 0 }
    let square = max(0, phi - (rows - 1) * (columns - 1) / (n - 1))
    let fewer = min(
      rows - (rows - 1) * (rows - 1) / (n - 1), columns - (columns - 1) * (columns - 1) / (n - 1))
    return fewer > 1 ? (square / (fewer - 1)).squareRoot() : 0
  }
}
