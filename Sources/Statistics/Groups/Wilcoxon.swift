/// The Wilcoxon signed rank test of paired values.
///
/// Null hypothesis: the differences of pairs lie symmetrically around 0, against any shift
/// (two-sided). Pairs without a difference are left out (Wilcoxon's rule). Up to 50 other pairs the
/// p-value is exact, also with ties: all signs of the given ranks are counted. Above, it is normal
/// with the variance corrected for ties and a continuity correction of ½.
///
/// - Shape: two columns of equal length, a pair a row; at least 1 pair with a difference.
/// - Missing: a pair that lacks either value, or holds an infinite one, is left out.
/// - Source: F. Wilcoxon, *Biometrics Bulletin* 1 (1945), 80–83; B. Streitberg and J. Röhmel,
///   *Statistical Software Newsletter* 12 (1986), 10–17, for the counting.
package struct Wilcoxon: HypothesisTest {
  package static let name = "wilcoxon"
  package static let title = "Wilcoxon signed rank test"
  package static let symbol = "V"
  package static let method =
    "two-sided; pairs without a difference left out; exact to 50 pairs, else normal with ties and "
    + "continuity corrected"

  /// How many pairs have a difference.
  package let n: Int
  /// How many pairs have none.
  package let zeros: Int
  /// The sum of the ranks of positive differences, first minus second.
  package let v: Double
  /// The normal deviate; nil where the p-value is exact.
  package let z: Double?
  package let p: Double
  /// The matched-pairs rank-biserial correlation: positive minus negative ranks over all.
  package let rankBiserial: Double

  package var statistic: Double { v }
  package var degreesOfFreedom: [Double] { [] }
  package var methodUsed: String {
    let rule = zeros > 0 ? ", pairs without a difference left out" : ""
    return (z == nil ? "two-sided, exact" : "two-sided, normal with ties and continuity corrected")
      + rule
  }

  /// An exact p-value is computed up to so many pairs.
  static let exactLimit = 50

  /// Compares two columns' doubles, where NaN is a missing value.
  package init(_ x: [Double], _ y: [Double]) throws(StatisticsError) {
    try self.init(differences: try PairedTTest.differences(Measured(x), Measured(y)))
  }

  /// Tests the differences of pairs.
  package init(differences: Sample) throws(StatisticsError) {
    try need(1, of: differences.count)
    let origin = differences.gauge.distance(of: 0)
    let distances = differences.distances.map { $0 - origin }.filter { $0 != 0 }
    guard !distances.isEmpty else { throw .constantDifferences }
    let ranked = Ranks(distances.map(abs))
    let size = Double(distances.count)
    let total = size * (size + 1) / 2
    let v = zip(distances, ranked.ranks).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
    n = distances.count
    zeros = differences.count - distances.count
    self.v = v
    rankBiserial = (2 * v - total) / total
    guard n > Wilcoxon.exactLimit else {
      z = nil
      p = Wilcoxon.exactP(v, ranked.ranks)
      return
    }
    let variance = size * (size + 1) * (2 * size + 1) / 24 - ranked.tieSum / 48
    let distance = max(0, abs(v - total / 2) - 0.5) / variance.squareRoot()
    z = v < total / 2 ? -distance : distance
    p = NormalDistribution.twoSided(distance)
  }

  /// The share of all signs of the ranks whose sum is at least as far from the middle; ranks are
  /// halves of whole numbers, and counts to 2⁵⁰ are exact.
  private static func exactP(_ v: Double, _ ranks: [Double]) -> Double {
    let doubled = ranks.map { Int(2 * $0) }
    var counts = [1.0]
    for rank in doubled {
      var next = counts + Array(repeating: 0, count: rank)
      for (sum, count) in counts.enumerated() { next[sum + rank] += count }
      counts = next
    }
    let place = Int(2 * v)
    let tail = counts[...min(place, counts.count - 1 - place)].reduce(0, +)
    return min(1, 2 * tail / counts.reduce(0, +))
  }
}
