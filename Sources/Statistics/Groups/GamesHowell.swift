/// The Games–Howell test: every pair of means of groups whose variances may differ, by Welch's
/// standard error and degrees of freedom held against the studentised range.
///
/// - Shape: at least 2 groups; a pair needs 2 values in each and spread.
/// - Missing: absent and infinite values are left out of each group.
/// - Source: P. A. Games and J. F. Howell, *Journal of Educational Statistics* 1 (1976), 113–125.
package struct GamesHowell: Statistic {
  package static let name = "games_howell"
  package static let title = "Games–Howell"
  package static let method =
    "variances not assumed equal; p-values and intervals hold for all pairs at once"

  /// The pairs in the groups' order.
  package let pairs: [GroupPair]

  /// Compares every pair of groups that have values.
  package init(_ groups: [LabelledSample], level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    let groups = groups.filter { $0.sample.count > 0 }
    guard groups.count > 1 else { throw .tooFewGroups(needed: 2, got: groups.count) }
    pairs = GroupPair.all(groups) { (first, second) throws(StatisticsError) in
      let test = try WelchTTest(groups[first].sample, groups[second].sample, level: level)
      let range = StudentizedRangeDistribution(groups: groups.count, degreesOfFreedom: test.df)
      return GroupPair.Finding(
        test.meanDifference, error: test.standardError, test.df, range: range,
        critical: range.critical(level: level), level: level)
    }
  }
}
