/// Pearson's product-moment correlation of two columns.
///
/// Null hypothesis: no linear relation (ρ = 0), against any (two-sided); t has n − 2 degrees of
/// freedom under normality.
///
/// - Shape: two columns of equal length; at least 2 complete pairs for r, 3 for p, 4 for the interval.
/// - Missing: a row that lacks either value is left out and counted.
/// - Source: R. A. Fisher, *Metron* 1 (1921), 3–32, for the interval.
package struct PearsonCorrelation: Correlation {
  package static let name = "pearson"
  package static let title = "Pearson's r"
  package static let method = "Pearson's r; p from t with n − 2 df; interval by Fisher's z"

  package let n: Int
  package let missing: Int
  package let infinite: Int
  package let r: Double
  /// r√(n − 2)/√(1 − r²); nil where r is −1 or 1, or there are fewer than three pairs.
  package let t: Double?
  package let p: Double?
  package let interval: Interval?

  /// Correlates two measured columns.
  package init(_ x: Measured, _ y: Measured, level: Double = 0.95) throws(StatisticsError) {
    try self.init(PairedSample(x, y), level: level)
  }

  /// Correlates two columns' doubles, where NaN is a missing value.
  package init(_ x: [Double], _ y: [Double], level: Double = 0.95) throws(StatisticsError) {
    try self.init(PairedSample(x, y), level: level)
  }

  /// Correlates a paired sample.
  package init(_ pairs: PairedSample, level: Double = 0.95) throws(StatisticsError) {
    try self.init(
      CrossMoments(pairs), missing: pairs.missing, infinite: pairs.infinite, level: level)
  }

  /// Correlates what cross moments sum up.
  init(_ moments: CrossMoments, missing: Int, infinite: Int, level: Double) throws(StatisticsError)
  {
    try checkLevel(level)
    r = try moments.correlation()
    n = moments.count
    (self.missing, self.infinite) = (missing, infinite)
    let test = CorrelationTest(r: r, n: n)
    (t, p) = (test.t, test.p)
    interval =
      n > 3
      ? .fisher(r: r, error: 1 / Double(n - 3).squareRoot(), level: level, method: "Fisher z") : nil
  }
}
