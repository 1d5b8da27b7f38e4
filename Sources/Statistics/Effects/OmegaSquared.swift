/// Omega squared: the share of the variance that the groups explain, estimated for the population.
///
/// It may fall below 0 where the groups differ less than chance would make them; it is then told as
/// it is.
///
/// - Shape: at least 2 groups with values, and more values than groups.
/// - Missing: absent and infinite values are left out; groups without values take no part.
/// - Source: W. L. Hays, *Statistics for Psychologists* (1963); the interval inverts the noncentral F
///   distribution (Steiger, 2004) and is that of eta squared: both estimate the same share.
package struct OmegaSquared: EffectSize {
  package static let name = "omega_squared"
  package static let title = "Omega squared"
  package static let symbol = "ω²"
  package static let method =
    "estimate for the population; interval λ / (λ + n) from the noncentral F distribution"

  package let value: Double
  package let interval: Interval?

  /// The effect of belonging to a group.
  package init(_ groups: [Sample], level: Double = 0.95) throws(StatisticsError) {
    let anova = try Anova(groups)
    value = anova.populationShare
    interval = try anova.explainedShare(level: level)
  }
}
