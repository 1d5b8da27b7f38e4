import Glibc

/// The odds ratio of a two by two table: the odds of the first column in the first row over those in
/// the second.
///
/// Where a cell is 0, ½ is added to each, and ``isAdjusted`` says so.
///
/// - Shape: 2 row values (groups) and 2 column values.
/// - Source: B. Woolf, *Annals of Human Genetics* 19 (1955), 251–253; J. B. S. Haldane (1956) and
///   F. J. Anscombe (1956) for the ½.
package struct OddsRatio: EffectSize {
  package static let name = "odds_ratio"
  package static let title = "Odds ratio"
  package static let symbol = "OR"
  package static let method = "interval by Woolf (log, normal); ½ added to each cell where one is 0"

  package let value: Double
  package let interval: Interval?
  /// The standard error of the logarithm.
  package let logError: Double
  /// Whether ½ was added to each cell.
  package let isAdjusted: Bool

  /// The odds ratio of a cross table.
  package init(_ table: Crosstab, level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    let cells = try FourfoldTable(table, adjustingZeros: true)
    value = cells.a / cells.b * (cells.d / cells.c)
    logError = (1 / cells.a + 1 / cells.b + 1 / cells.c + 1 / cells.d).squareRoot()
    isAdjusted = cells.isAdjusted
    let reach = exp(NormalDistribution.critical(level: level) * logError)
    interval = Interval(
      low: value / reach, high: value * reach, level: level,
      method: isAdjusted ? "Woolf, ½ added to each cell" : "Woolf")
  }
}
