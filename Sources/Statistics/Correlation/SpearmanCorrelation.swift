/// Spearman's rank correlation: Pearson's r of the ranks, ties sharing their mean rank.
///
/// Null hypothesis: no monotone relation, against any (two-sided). Without ties and up to 9 pairs
/// the p-value is exact; else it is the t approximation with n − 2 degrees of freedom.
///
/// - Shape: two columns of equal length; at least 2 complete pairs for r, 3 for p, 4 for the interval.
/// - Missing: a row that lacks either value is left out before ranking, and counted.
/// - Source: C. Spearman (1904); D. G. Bonett and T. A. Wright, *Psychometrika* 65 (2000), 23–28,
///   for the interval.
package struct SpearmanCorrelation: Correlation {
  package static let name = "spearman"
  package static let title = "Spearman's ρ"
  package static let method =
    "Spearman's ρ, ties by mean ranks; p from t with n − 2 df, exact without ties up to n = 9; "
    + "interval by Bonett and Wright"

  package let n: Int
  package let missing: Int
  package let infinite: Int
  package let r: Double
  /// r√(n − 2)/√(1 − r²); nil where r is −1 or 1, or there are fewer than three pairs.
  package let t: Double?
  package let p: Double?
  /// Whether ``p`` counts all orders of the ranks.
  package let isExact: Bool
  package let interval: Interval?

  /// Correlates two columns' doubles, where NaN is a missing value.
  package init(_ x: [Double], _ y: [Double], level: Double = 0.95) throws(StatisticsError) {
    try self.init(PairedSample(x, y), level: level)
  }

  /// Correlates a paired sample.
  package init(_ pairs: PairedSample, level: Double = 0.95) throws(StatisticsError) {
    let ranks = try PairedSample(Ranks(pairs.x).ranks, Ranks(pairs.y).ranks)
    try self.init(
      ranks: CrossMoments(ranks), missing: pairs.missing, infinite: pairs.infinite, level: level)
  }

  /// Correlates ranks that cross moments sum up.
  init(ranks: CrossMoments, missing: Int, infinite: Int, level: Double) throws(StatisticsError) {
    try checkLevel(level)
    r = try ranks.correlation()
    n = ranks.count
    (self.missing, self.infinite) = (missing, infinite)
    let test = CorrelationTest(r: r, n: n)
    t = test.t
    isExact = n > 2 && n <= SpearmanNull.mostPairs && !ranks.hasTiedRanks
    p = isExact ? SpearmanNull.twoSided(r, n: n) : test.p
    let error = ((1 + r * r / 2) / Double(n - 3)).squareRoot()
    interval =
      n > 3 ? .fisher(r: r, error: error, level: level, method: "Bonett–Wright") : nil
  }
}

extension CrossMoments {
  /// Whether the ranks that were summed have ties: only 1…n have the squares Σ(i − (n + 1)/2)².
  fileprivate var hasTiedRanks: Bool {
    let untied = Double(count * count * count - count) / 12
    return sxx * unitX * unitX < untied - 0.25 || syy * unitY * unitY < untied - 0.25
  }
}
