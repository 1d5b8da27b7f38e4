/// The Kruskal–Wallis rank test of several groups.
///
/// Null hypothesis: all groups have the same distribution. The p-value is the chi-squared
/// approximation at every n; H is corrected for ties.
///
/// - Shape: at least 2 groups with values; not all values equal.
/// - Missing: absent and infinite values are left out; groups without values take no part.
/// - Source: W. H. Kruskal and W. A. Wallis, *JASA* 47 (1952), 583–621.
package struct KruskalWallis: HypothesisTest {
  package static let name = "kruskal_wallis"
  package static let title = "Kruskal–Wallis test"
  package static let symbol = "H"
  package static let method = "corrected for ties, chi-squared approximation"

  /// How many values.
  package let n: Int
  /// The statistic, corrected for ties.
  package let h: Double
  package let degreesOfFreedom: [Double]
  package let p: Double

  package var statistic: Double { h }

  /// Compares groups.
  package init(_ groups: [Sample]) throws(StatisticsError) {
    let present = groups.filter { $0.count > 0 }
    guard present.count > 1 else { throw .tooFewGroups(needed: 2, got: present.count) }
    let ranked = RankSums(present)
    let n = Double(ranked.count)
    let correction = 1 - ranked.tieSum / (n * (n - 1) * (n + 1))
    guard correction > 0 else { throw .constant }
    var spread = CompensatedSum()
    for (group, sum) in zip(present, ranked.sums) {
      let size = Double(group.count)
      // Around the mean rank, so that nothing cancels when the groups are large and alike.
      let distance = sum - size * (n + 1) / 2
      spread.add(distance * distance / size)
    }
    self.n = Int(n)
    h = 12 / (n * (n + 1)) * spread.value / correction
    degreesOfFreedom = [Double(present.count - 1)]
    p = ChiSquaredDistribution(degreesOfFreedom[0]).survival(h)
  }
}
