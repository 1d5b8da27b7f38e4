/// Eta squared: the share of the variance that the groups explain, in the sample.
///
/// - Shape: at least 2 groups with values, and more values than groups.
/// - Missing: absent and infinite values are left out; groups without values take no part.
/// - Source: R. A. Fisher (1925); the interval inverts the noncentral F distribution (Steiger, 2004).
package struct EtaSquared: EffectSize {
  package static let name = "eta_squared"
  package static let title = "Eta squared"
  package static let symbol = "η²"
  package static let method =
    "between over total squares; interval λ / (λ + n) from the noncentral F distribution"

  package let value: Double
  package let interval: Interval?

  /// The effect of belonging to a group.
  package init(_ groups: [Sample], level: Double = 0.95) throws(StatisticsError) {
    let anova = try Anova(groups)
    value = anova.rSquared
    interval = try anova.explainedShare(level: level)
  }
}

extension Anova {
  /// The confidence interval of the share of variance that groups explain in the population.
  func explainedShare(level: Double) throws(StatisticsError) -> Interval? {
    try checkLevel(level)
    let freedom = (degreesOfFreedom[0], degreesOfFreedom[1])
    return Noncentrality.f(f, freedom, level: level).flatMap { limits in
      Interval(
        low: limits.low / (limits.low + Double(n)), high: limits.high / (limits.high + Double(n)),
        level: level, method: "noncentral F")
    }
  }
}
