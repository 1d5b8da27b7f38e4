/// Dunn's test: every pair of groups by the mean ranks of their values among all, corrected for ties.
///
/// Null hypothesis of a pair: a value of one is as likely above a value of the other as below.
///
/// - Shape: at least 2 groups with values.
/// - Missing: absent and infinite values are left out of each group.
/// - Source: O. J. Dunn, *Technometrics* 6 (1964), 241–252.
package struct DunnTest: Statistic {
  package static let name = "dunn"
  package static let title = "Dunn's test"
  package static let method = "mean ranks, corrected for ties; p-values corrected over all pairs"

  /// The pairs in the groups' order; differences are of mean ranks.
  package let pairs: [GroupPair]

  /// Compares every pair of groups that have values.
  package init(_ groups: [LabelledSample], adjustment: PAdjustment = .holm)
    throws(StatisticsError)
  {
    let groups = groups.filter { $0.sample.count > 0 }
    guard groups.count > 1 else { throw .tooFewGroups(needed: 2, got: groups.count) }
    let ranked = RankSums(groups.map(\.sample))
    let n = Double(ranked.count)
    let variance = n * (n + 1) / 12 - ranked.tieSum / (12 * (n - 1))
    guard variance > 0 else { throw .constant }
    let means = zip(ranked.sums, groups).map { $0 / Double($1.sample.count) }
    pairs = GroupPair.all(groups, adjustment: adjustment) { (first, second) in
      let sizes = (Double(groups[first].sample.count), Double(groups[second].sample.count))
      let difference = means[first] - means[second]
      let z = difference / (variance * (1 / sizes.0 + 1 / sizes.1)).squareRoot()
      return GroupPair.Finding(
        difference: difference, statistic: z, p: NormalDistribution.twoSided(z))
    }
  }
}
