/// The Mann–Whitney U test (Wilcoxon rank sum) of two samples.
///
/// Null hypothesis: a value of one sample is as likely above a value of the other as below, against
/// any (two-sided). With fewer than 50 values in each sample the p-value is exact; with ties it is
/// that of all choices of the given ranks. Else it is normal, with the variance corrected for ties
/// and a continuity correction of ½.
///
/// - Shape: two independent samples of at least 1 value each; their lengths may differ.
/// - Missing: absent and infinite values are left out of each sample.
/// - Source: H. B. Mann and D. R. Whitney, *Ann. Math. Statist.* 18 (1947), 50–60.
package struct MannWhitney: HypothesisTest {
  package static let name = "mann_whitney"
  package static let title = "Mann–Whitney U test"
  package static let symbol = "U"
  package static let method =
    "two-sided; exact below 50 values a group, else normal with ties and continuity corrected"

  /// The sizes of the samples.
  package let n: [Int]
  /// How many pairs of values have the first sample's above, ties counting half.
  package let u: Double
  /// The normal deviate; nil where the p-value is exact.
  package let z: Double?
  /// Whether any value occurs more than once.
  package let hasTies: Bool
  package let p: Double

  package var statistic: Double { u }
  package var degreesOfFreedom: [Double] { [] }
  package var methodUsed: String {
    z == nil ? "two-sided, exact" : "two-sided, normal with ties and continuity corrected"
  }

  /// An exact p-value is computed below this size of either sample.
  static let exactLimit = 50

  /// Compares two columns' doubles, where NaN is a missing value.
  package init(_ x: [Double], _ y: [Double]) throws(StatisticsError) {
    try self.init(Sample(x), Sample(y))
  }

  /// Compares two samples.
  package init(_ x: Sample, _ y: Sample) throws(StatisticsError) {
    try need(1, of: x.count)
    try need(1, of: y.count)
    let ranked = RankSums([x, y])
    let (n1, n2) = (Double(x.count), Double(y.count))
    let u = ranked.sums[0] - n1 * (n1 + 1) / 2
    n = [x.count, y.count]
    self.u = u
    hasTies = ranked.hasTies
    let total = n1 + n2
    let variance = n1 * n2 / 12 * (total + 1 - ranked.tieSum / (total * (total - 1)))
    guard variance > 0 else { throw .constant }
    if max(x.count, y.count) < MannWhitney.exactLimit {
      z = nil
      p =
        hasTies
        ? ExactRankSum.p(
          ranked.sums[0], choosing: x.count,
          of: Ranks(Sample.aligned([x, y]).flatMap(\.distances)).ranks)
        : MannWhitney.exactP(u: Int(u), x.count, y.count)
      return
    }
    let distance = max(0, abs(u - n1 * n2 / 2) - 0.5) / variance.squareRoot()
    z = u < n1 * n2 / 2 ? -distance : distance
    p = NormalDistribution.twoSided(distance)
  }

  /// The share of arrangements of two samples whose U is at least as far from the middle.
  private static func exactP(u: Int, _ n1: Int, _ n2: Int) -> Double {
    let counts = arrangements(n1, n2)
    let tail = counts[...min(u, n1 * n2 - u)].reduce(0, +)
    return min(1, 2 * tail / counts.reduce(0, +))
  }

  /// How many arrangements give each U, by whether the largest value is an x, above all of y, or a
  /// y: f(i, j, u) = f(i − 1, j, u − j) + f(i, j − 1, u).
  private static func arrangements(_ n1: Int, _ n2: Int) -> [Double] {
    var table = [[Double]](repeating: [1], count: n2 + 1)
    for i in 1...n1 {
      var next = [[1.0]]
      for j in 1...n2 {
        var row = [Double](repeating: 0, count: i * j + 1)
        for (u, count) in table[j].enumerated() { row[u + j] += count }
        for (u, count) in next[j - 1].enumerated() { row[u] += count }
        next.append(row)
      }
      table = next
    }
    return table[n2]
  }
}
