/// Welch's analysis of variance: equal means of groups whose variances may differ.
///
/// Null hypothesis: all groups have the same mean.
///
/// - Shape: at least 2 groups, each of at least 2 values and with spread.
/// - Missing: absent and infinite values are left out; groups without values take no part.
/// - Source: B. L. Welch, *Biometrika* 38 (1951), 330–336.
package struct WelchAnova: HypothesisTest {
  package static let name = "welch_anova"
  package static let title = "Welch's ANOVA"
  package static let symbol = "F"
  package static let method = "variances not assumed equal"

  /// How many values.
  package let n: Int
  /// Welch's F.
  package let f: Double
  package let degreesOfFreedom: [Double]
  package let p: Double

  package var statistic: Double { f }

  /// Compares groups.
  package init(_ groups: [Sample]) throws(StatisticsError) {
    let means = try GroupMeans(groups)
    let k = Double(means.groups.count)
    let weights = try WelchAnova.weights(means.groups)
    let total = weights.reduce(0, +)
    let distances = means.distances
    let centre = zip(weights, distances).reduce(0) { $0 + $1.0 * $1.1 } / total
    var (between, imbalance) = (0.0, 0.0)
    for (place, group) in means.groups.enumerated() {
      let (weight, distance) = (weights[place], distances[place] - centre)
      between += weight * distance * distance
      imbalance += (1 - weight / total) * (1 - weight / total) / Double(group.count - 1)
    }
    n = means.count
    f = between / (k - 1) / (1 + 2 * (k - 2) / (k * k - 1) * imbalance)
    degreesOfFreedom = [k - 1, (k * k - 1) / (3 * imbalance)]
    p = FisherFDistribution(degreesOfFreedom[0], degreesOfFreedom[1]).survival(f)
    guard f.isFinite, !p.isNaN else { throw .outOfRange }
  }

  /// Each group's size over its variance, in the groups' unit.
  private static func weights(_ groups: [Moments]) throws(StatisticsError) -> [Double] {
    var weights: [Double] = []
    for group in groups {
      guard let variance = group.variance else { throw .tooFew(needed: 2, got: group.count) }
      guard !group.isConstant else { throw .constantGroups }
      // Beside values so much larger that its squares vanish.
      guard variance > 0 else { throw .outOfRange }
      weights.append(Double(group.count) / variance)
    }
    return weights
  }
}
