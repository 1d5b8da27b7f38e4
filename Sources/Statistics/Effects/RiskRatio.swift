import Glibc

/// The risk ratio of a two by two table: the share of the first column in the first row over that in
/// the second.
///
/// Where a cell is 0, ½ is added to each, and ``isAdjusted`` says so.
///
/// - Shape: 2 row values (groups) and 2 column values, the first of which is the event.
/// - Source: D. Katz and others, *Biometrics* 34 (1978), 469–474.
package struct RiskRatio: EffectSize {
  package static let name = "risk_ratio"
  package static let title = "Risk ratio"
  package static let symbol = "RR"
  package static let method = "interval by Katz (log, normal); ½ added to each cell where one is 0"

  package let value: Double
  package let interval: Interval?
  /// The standard error of the logarithm.
  package let logError: Double
  /// Whether ½ was added to each cell.
  package let isAdjusted: Bool

  /// The risk ratio of a cross table.
  package init(_ table: Crosstab, level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    let cells = try FourfoldTable(table, adjustingZeros: true)
    value = cells.a / cells.first / (cells.c / cells.second)
    // 1/a − 1/(a + b) without its cancellation.
    logError =
      (cells.b / (cells.a * cells.first) + cells.d / (cells.c * cells.second)).squareRoot()
    isAdjusted = cells.isAdjusted
    let reach = exp(NormalDistribution.critical(level: level) * logError)
    interval = Interval(
      low: value / reach, high: value * reach, level: level,
      method: isAdjusted ? "Katz, ½ added to each cell" : "Katz")
  }
}
