/// Student's t-test of equal means for two samples of one variance.
///
/// Null hypothesis: the means are equal, against any difference (two-sided).
///
/// - Shape: two independent samples of at least 1 value each and 3 together; lengths may differ.
/// - Units: ``meanDifference`` and ``standardError`` are in the samples' unit.
/// - Missing: absent and infinite values are left out of each sample.
/// - Source: Student, *Biometrika* 6 (1908), 1–25.
package struct StudentTTest: HypothesisTest {
  package static let name = "student_t"
  package static let title = "Student's t-test"
  package static let symbol = "t"
  package static let method = "two-sided, pooled variance"

  /// The sizes of the samples.
  package let n: [Int]
  /// Mean of the first sample minus mean of the second.
  package let meanDifference: Double
  /// The standard error of that difference.
  package let standardError: Double
  /// The difference over its standard error.
  package let t: Double
  /// n₁ + n₂ − 2.
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
    let means = try TwoMeans(x, y, needing: 1, level: level)
    try need(3, of: x.count + y.count)
    let freedom = Double(x.count + y.count - 2)
    let pooled = (means.first.sumOfSquares + means.second.sumOfSquares) / freedom
    n = [x.count, y.count]
    df = freedom
    meanDifference = means.difference
    let error = (pooled * (1 / Double(x.count) + 1 / Double(y.count))).squareRoot()
    standardError = error * means.unit
    (t, p) = try means.test(standardError: error, df)
    interval = means.interval(standardError: error, df)
  }
}
