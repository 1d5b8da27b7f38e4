/// Welch's t-test of equal means for two samples whose variances may differ.
///
/// Null hypothesis: the means are equal, against any difference (two-sided).
///
/// - Shape: two independent samples of at least 2 present values each; their lengths may differ.
/// - Units: ``meanDifference`` and ``standardError`` are in the unit of the samples; ``t`` and
///   ``df`` have none.
/// - Missing: absent and infinite values are left out of each sample.
/// - Source: B. L. Welch, *Biometrika* 34 (1947), 28–35.
package struct WelchTTest: HypothesisTest {
  package static let name = "welch_t"
  package static let title = "Welch's t-test"
  package static let symbol = "t"
  package static let method = "two-sided, variances not assumed equal"

  /// The sizes of the samples.
  package let n: [Int]
  /// Mean of the first sample minus mean of the second.
  package let meanDifference: Double
  /// The standard error of that difference.
  package let standardError: Double
  /// The difference over its standard error.
  package let t: Double
  /// The Welch–Satterthwaite degrees of freedom.
  package let df: Double
  package let p: Double
  /// The confidence interval of the difference.
  package let interval: Interval?

  package var statistic: Double { t }
  package var estimate: TestEstimate? { TestEstimate(.difference, meanDifference, interval) }
  package var degreesOfFreedom: [Double] { [df] }

  /// Compares two columns' doubles, where NaN is a missing value.
  package init(_ x: [Double], _ y: [Double], level: Double = 0.95) throws(StatisticsError) {
    try self.init(Sample(x), Sample(y), level: level)
  }

  /// Compares two samples.
  package init(_ x: Sample, _ y: Sample, level: Double = 0.95) throws(StatisticsError) {
    let means = try TwoMeans(x, y, needing: 2, level: level)
    let (a, b) = (means.squaredError(\.first), means.squaredError(\.second))
    let (restA, restB) = (Double(x.count - 1), Double(y.count - 1))
    // Shares instead of squares of the errors: these may leave the range of doubles.
    let (shareA, shareB) = (a / (a + b), b / (a + b))
    n = [x.count, y.count]
    meanDifference = means.difference
    let error = (a + b).squareRoot()
    standardError = error * means.unit
    df = 1 / (shareA * shareA / restA + shareB * shareB / restB)
    (t, p) = try means.test(standardError: error, df)
    interval = means.interval(standardError: error, df)
  }
}
