/// A share of a count, with Wilson's score interval.
///
/// - Shape: a count of at least 1.
/// - Source: E. B. Wilson, *JASA* 22 (1927), 209–212.
package struct Proportion: EffectSize {
  package static let name = "proportion"
  package static let title = "Share"
  package static let symbol = "p̂"
  package static let method = "interval by Wilson's score"

  package let value: Double
  package let interval: Interval?
  /// The interval's lower end.
  let low: Double
  /// The interval's upper end.
  let high: Double

  /// The share of `count` in `all`.
  package init(_ count: Double, of all: Double, level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    guard all > 0 else { throw .tooFew(needed: 1, got: 0) }
    guard count >= 0, count <= all else {
      throw .invalidParameter("a part lies between 0 and its whole")
    }
    let share = count / all
    let z = NormalDistribution.critical(level: level)
    let square = z * z / all
    let centre = (share + square / 2) / (1 + square)
    let reach = (share * (1 - share) * square + square * square / 4).squareRoot() / (1 + square)
    // Without a rounding beside 0 and 1, where the interval ends exactly.
    low = count == 0 ? 0 : max(0, centre - reach)
    high = count == all ? 1 : min(1, centre + reach)
    value = share
    interval = Interval(low: low, high: high, level: level, method: "Wilson")
  }
}
