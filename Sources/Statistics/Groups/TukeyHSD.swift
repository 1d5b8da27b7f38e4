/// Tukey's honestly significant differences: every pair of means of groups of one variance, with
/// simultaneous p-values and intervals (Tukey and Kramer where the sizes differ).
///
/// - Shape: at least 2 groups with values, and more values than groups.
/// - Missing: absent and infinite values are left out of each group.
/// - Source: J. W. Tukey (1953); C. Y. Kramer, *Biometrics* 12 (1956), 307–310.
package struct TukeyHSD: Statistic {
  package static let name = "tukey"
  package static let title = "Tukey's HSD"
  package static let method =
    "variances assumed equal; p-values and intervals hold for all pairs at once"

  /// The pairs in the groups' order.
  package let pairs: [GroupPair]
  /// The studentised range that a pair must exceed.
  package let critical: Double

  /// Compares every pair of groups that have values.
  package init(_ groups: [LabelledSample], level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    let groups = groups.filter { $0.sample.count > 0 }
    let anova = try Anova(groups.map(\.sample))
    let freedom = anova.degreesOfFreedom[1]
    let range = StudentizedRangeDistribution(groups: groups.count, degreesOfFreedom: freedom)
    let critical = range.critical(level: level)
    let deviation = anova.residualDeviation
    self.critical = critical
    pairs = GroupPair.all(groups) { (first, second) throws(StatisticsError) in
      let (x, y) = (groups[first].sample, groups[second].sample)
      let means = try TwoMeans(x, y, needing: 1, level: level)
      let error = deviation * (1 / Double(x.count) + 1 / Double(y.count)).squareRoot()
      return GroupPair.Finding(
        means.difference, error: error, freedom, range: range, critical: critical, level: level)
    }
  }
}

extension GroupPair.Finding {
  /// A difference of means held against the studentised range.
  init(
    _ difference: Double, error: Double, _ freedom: Double, range: StudentizedRangeDistribution,
    critical: Double, level: Double
  ) {
    let reach = critical / 2.0.squareRoot() * error
    self.init(
      difference: difference, statistic: difference / error, degreesOfFreedom: freedom,
      adjustedP: range.survival(abs(difference / error) * 2.0.squareRoot()),
      interval: Interval(
        low: difference - reach, high: difference + reach, level: level,
        method: "simultaneous, studentised range"))
  }
}
