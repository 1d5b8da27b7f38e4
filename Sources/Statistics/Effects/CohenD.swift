/// Cohen's d: the difference of two means in units of their pooled standard deviation.
///
/// - Shape: two independent samples of at least 1 value each and 3 together.
/// - Missing: absent and infinite values are left out of each sample.
/// - Source: J. Cohen, *Statistical Power Analysis* (1988); the interval inverts the noncentral t
///   distribution (Cumming and Finch, 2001).
package struct CohenD: EffectSize {
  package static let name = "cohen_d"
  package static let title = "Cohen's d"
  package static let symbol = "d"
  package static let method = "pooled SD; interval from the noncentral t distribution"

  package let value: Double
  package let interval: Interval?
  /// The pooled standard deviation, divisor n₁ + n₂ − 2.
  package let pooledDeviation: Double

  /// The effect between two samples, first minus second.
  package init(_ x: Sample, _ y: Sample, level: Double = 0.95) throws(StatisticsError) {
    let test = try StudentTTest(x, y, level: level)
    let scale = (1 / Double(x.count) + 1 / Double(y.count)).squareRoot()
    value = test.t * scale
    pooledDeviation = test.standardError / scale
    let limits = Noncentrality.t(test.t, df: test.df, level: level)
    interval = limits.flatMap {
      Interval(
        low: $0.low * scale, high: $0.high * scale, level: level, method: "noncentral t")
    }
  }
}
