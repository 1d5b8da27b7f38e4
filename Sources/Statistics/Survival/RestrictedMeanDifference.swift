/// How much longer the first of two groups is without the event, up to a common horizon.
///
/// - Shape: two independent curves that are known up to the horizon.
/// - Units: the unit of the times.
/// - Source: P. Royston and M. K. B. Parmar, *BMC Med. Res. Methodol.* 13 (2013), 152.
package struct RestrictedMeanDifference: EffectSize {
  package static let name = "rmst_difference"
  package static let title = "Difference of restricted means"
  package static let symbol = "ΔRMST"
  package static let method = "first minus second, normal interval"

  /// The difference of the means.
  package let value: Double
  /// Its standard error.
  package let standardError: Double
  package let interval: Interval?

  /// Compares two means; the level is that of the first.
  package init(_ first: RestrictedMean, _ second: RestrictedMean) throws(StatisticsError) {
    guard first.horizon == second.horizon else {
      throw .invalidParameter("means have different horizons")
    }
    value = first.value - second.value
    standardError =
      (first.standardError * first.standardError + second.standardError * second.standardError)
      .squareRoot()
    let level = first.interval?.level ?? 0.95
    let reach = NormalDistribution.critical(level: level) * standardError
    interval = Interval(low: value - reach, high: value + reach, level: level, method: "normal")
  }
}
