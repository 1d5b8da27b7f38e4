/// The Brown–Forsythe test of equal spread: an analysis of variance of the distances from the groups'
/// medians (Levene's test with medians).
///
/// Null hypothesis: all groups have the same variance.
///
/// - Shape: at least 2 groups with values, and more values than groups.
/// - Missing: absent and infinite values are left out; groups without values take no part.
/// - Source: M. B. Brown and A. B. Forsythe, *JASA* 69 (1974), 364–367.
package struct BrownForsythe: HypothesisTest {
  package static let name = "brown_forsythe"
  package static let title = "Brown–Forsythe test"
  package static let symbol = "F"
  package static let method = "equal spread; distances from the groups' medians"

  /// The statistic.
  package let f: Double
  package let degreesOfFreedom: [Double]
  package let p: Double

  package var statistic: Double { f }

  /// Compares the spread of groups.
  package init(_ groups: [Sample]) throws(StatisticsError) {
    let distances = Sample.aligned(groups).map { group -> Sample in
      let median = SortedSample(Sample(group.distances)).median ?? 0
      return Sample(group.distances.map { abs($0 - median) })
    }
    let anova = try Anova(distances)
    (f, degreesOfFreedom, p) = (anova.f, anova.degreesOfFreedom, anova.p)
  }
}
