/// The time by which a share of a group had the event, with its interval.
///
/// The share p is reached at the first time with S ≤ 1 − p. Where S stays at 1 − p exactly until a
/// later time takes it lower, the middle of both is taken, as the median of an even number of
/// values is. The limits are the times at which the limits of S reach 1 − p.
///
/// - Units: the unit of the times.
/// - Missing: a value or limit that the curve does not reach is nil.
/// - Source: R. Brookmeyer and J. Crowley, *Biometrics* 38 (1982), 29–41.
package struct SurvivalQuantile: Statistic {
  package static let name = "survival_quantile"
  package static let title = "Survival quantile"
  package static let method = "first time at which the curve, or its limit, falls to the share"

  /// The share that had the event by then, such as 0.5 for the median.
  package let probability: Double
  /// The time; nil where so many have not had the event.
  package let value: Double?
  /// The lower limit; nil where the lower curve does not fall so far.
  package let low: Double?
  /// The upper limit; nil where the upper curve does not fall so far.
  package let high: Double?
  /// The level of the interval.
  package let level: Double

  /// Reads a time off a curve; the probability lies between 0 and 1.
  package init(_ curve: KaplanMeier, probability: Double = 0.5) throws(StatisticsError) {
    guard probability > 0, probability < 1 else {
      throw .invalidParameter("a quantile's share lies between 0 and 1")
    }
    let share = 1 - probability
    self.probability = probability
    value = SurvivalQuantile.time(in: curve, share) { $0.survival }
    low = SurvivalQuantile.time(in: curve, share) { $0.interval?.low }
    high = SurvivalQuantile.time(in: curve, share) { $0.interval?.high }
    level = curve.options.level
  }

  private static func time(
    in curve: KaplanMeier, _ share: Double, _ height: (KaplanMeier.Point) -> Double?
  ) -> Double? {
    // A product of fractions that is the share may differ from it in its last digit.
    let tolerance = 1e-14
    func reaches(_ point: KaplanMeier.Point) -> Bool {
      height(point).map { $0 <= share + tolerance } ?? false
    }
    guard let first = curve.points.firstIndex(where: reaches),
      let reached = height(curve.points[first])
    else { return nil }
    let time = curve.points[first].time
    guard abs(reached - share) <= tolerance,
      let next = curve.points[first...].first(where: { (height($0) ?? reached) < reached })
    else { return time }
    return time / 2 + next.time / 2
  }
}
