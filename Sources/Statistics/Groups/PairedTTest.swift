/// The paired t-test: the mean of the differences of pairs is 0.
///
/// Null hypothesis: the differences have mean 0, against any other (two-sided).
///
/// - Shape: two columns of equal length, a pair a row; at least 2 complete pairs.
/// - Units: ``meanDifference`` and ``standardError`` are in the columns' unit.
/// - Missing: a pair that lacks either value, or holds an infinite one, is left out.
/// - Source: Student, *Biometrika* 6 (1908), 1–25.
package struct PairedTTest: HypothesisTest {
  package static let name = "paired_t"
  package static let title = "Paired t-test"
  package static let symbol = "t"
  package static let method = "two-sided, on the differences of pairs"

  /// How many complete pairs.
  package let n: Int
  /// The mean of first minus second.
  package let meanDifference: Double
  /// The standard deviation of the differences, divisor n − 1.
  package let deviation: Double
  /// The standard error of the mean difference.
  package let standardError: Double
  /// The mean difference over its standard error.
  package let t: Double
  /// n − 1.
  package let df: Double
  package let p: Double
  /// The confidence interval of the mean difference.
  package let interval: Interval?

  package var statistic: Double { t }
  package var estimate: TestEstimate? { TestEstimate(.difference, meanDifference, interval) }
  package var degreesOfFreedom: [Double] { [df] }

  /// Compares two columns' doubles, where NaN is a missing value.
  package init(_ x: [Double], _ y: [Double], level: Double = 0.95) throws(StatisticsError) {
    try self.init(Measured(x), Measured(y), level: level)
  }

  /// Compares two measured columns.
  package init(_ x: Measured, _ y: Measured, level: Double = 0.95) throws(StatisticsError) {
    try self.init(differences: try PairedTTest.differences(x, y), level: level)
  }

  /// Tests the differences of pairs.
  package init(differences: Sample, level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    try need(2, of: differences.count)
    guard !differences.isConstant else { throw .constantDifferences }
    let moments = Moments(differences)
    guard let deviation = moments.standardDeviation, let error = moments.standardError, error > 0,
      (moments.mean / error).isFinite
    else { throw .outOfRange }
    n = differences.count
    df = Double(n - 1)
    (meanDifference, self.deviation, standardError) = (moments.mean, deviation, error)
    t = moments.mean / error
    let distribution = StudentTDistribution(df)
    p = distribution.twoSided(t)
    let reach = distribution.critical(level: level) * error
    interval = Interval(
      low: moments.mean - reach, high: moments.mean + reach, level: level, method: "t")
  }

  /// The differences of the complete pairs of two columns.
  static func differences(_ x: Measured, _ y: Measured) throws(StatisticsError) -> Sample {
    guard x.count == y.count else { throw .lengthsDiffer(x.count, y.count) }
    return Sample(x.subtracting(y))
  }
}
