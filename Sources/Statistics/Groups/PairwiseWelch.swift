/// Welch's t-test of every pair of groups, the p-values corrected over all pairs.
///
/// - Missing: absent and infinite values are left out of each group.
/// - Source: B. L. Welch, *Biometrika* 34 (1947), 28–35.
package struct PairwiseWelch: Statistic {
  package static let name = "pairwise_welch"
  package static let title = "Welch's t for each pair"
  package static let method = "p-values corrected over all pairs, intervals are not"

  /// The pairs in the groups' order.
  package let pairs: [GroupPair]

  /// Compares every pair of groups.
  package init(
    _ groups: [LabelledSample], adjustment: PAdjustment = .holm, level: Double = 0.95
  ) {
    pairs = GroupPair.all(groups, adjustment: adjustment) {
      (first, second) throws(StatisticsError) in
      let test = try WelchTTest(groups[first].sample, groups[second].sample, level: level)
      return GroupPair.Finding(
        difference: test.meanDifference, statistic: test.t, degreesOfFreedom: test.df, p: test.p,
        interval: test.interval)
    }
  }
}
