/// The mean time without the event up to a horizon: the area under the Kaplan–Meier curve.
///
/// Unlike a hazard ratio it needs no assumption about the course of the risk, and it is in the unit
/// of the times.
///
/// - Shape: a curve that is known up to the horizon.
/// - Units: the unit of the times.
/// - Errors: a horizon that is not above 0, or beyond the last time of a group whose curve has not
///   come to 0.
/// - Source: P. Royston and M. K. B. Parmar, *BMC Med. Res. Methodol.* 13 (2013), 152.
package struct RestrictedMean: EffectSize {
  package static let name = "rmst"
  package static let title = "Restricted mean survival time"
  package static let symbol = "RMST"
  package static let method = "area under the curve to the horizon, Greenwood's error"

  /// The mean time.
  package let value: Double
  /// The time up to which the area is taken.
  package let horizon: Double
  /// The standard error of the mean.
  package let standardError: Double
  package let interval: Interval?

  /// Measures the area under a curve.
  package init(_ curve: KaplanMeier, horizon: Double) throws(StatisticsError) {
    guard horizon > 0, horizon.isFinite else {
      throw .invalidParameter("a horizon lies above 0")
    }
    guard let last = curve.points.last, horizon <= last.time || last.survival == 0 else {
      throw .horizonBeyondLastTime
    }
    var (area, variance) = (CompensatedSum(), CompensatedSum())
    var right = horizon
    // From the right, because each event's weight is the area behind it.
    for point in curve.points.reversed() where point.time < horizon {
      area.add(point.survival * (right - point.time))
      right = point.time
      let (n, d) = (Double(point.atRisk), Double(point.events))
      if d < n { variance.add(area.value * area.value * (d / (n * (n - d)))) }
    }
    area.add(right)
    value = area.value
    self.horizon = horizon
    standardError = variance.value.squareRoot()
    let reach = NormalDistribution.critical(level: curve.options.level) * standardError
    interval = Interval(
      low: max(0, value - reach), high: min(horizon, value + reach), level: curve.options.level,
      method: "normal")
  }
}
