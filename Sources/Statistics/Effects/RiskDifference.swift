/// The risk difference of a two by two table: the share of the first column in the first row minus
/// that in the second.
///
/// - Shape: 2 row values (groups) and 2 column values, the first of which is the event.
/// - Source: R. G. Newcombe, *Statistics in Medicine* 17 (1998), 873–890, method 10: from Wilson's
///   intervals of the two shares, so that zero cells need no adjustment.
package struct RiskDifference: EffectSize {
  package static let name = "risk_difference"
  package static let title = "Risk difference"
  package static let symbol = "RD"
  package static let method = "interval by Newcombe from Wilson's intervals of the shares"

  package let value: Double
  package let interval: Interval?

  /// The risk difference of a cross table.
  package init(_ table: Crosstab, level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    let cells = try FourfoldTable(table, adjustingZeros: false)
    let first = try Proportion(cells.a, of: cells.first, level: level)
    let second = try Proportion(cells.c, of: cells.second, level: level)
    value = first.value - second.value
    let low = (first.value - first.low, second.high - second.value)
    let high = (first.high - first.value, second.value - second.low)
    interval = Interval(
      low: value - (low.0 * low.0 + low.1 * low.1).squareRoot(),
      high: value + (high.0 * high.0 + high.1 * high.1).squareRoot(), level: level,
      method: "Newcombe")
  }
}
