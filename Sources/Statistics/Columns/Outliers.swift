/// Values far from the rest by two rules: beyond Tukey's fences, and by the modified z score.
///
/// Inner fences lie 1.5 and outer ones 3 interquartile ranges off the quartiles. The modified z score
/// of a value is its distance from the median over MAD/Φ⁻¹(3/4), which is the standard deviation of
/// normal values; beyond 3.5 it is an outlier.
///
/// - Shape: one column of at least one value.
/// - Units: fences and values are in the column's unit; scores have none.
/// - Missing: absent and infinite values are counted and left out.
/// - Source: J. W. Tukey, *Exploratory Data Analysis* (1977); B. Iglewicz and D. C. Hoaglin, *How to
///   Detect and Handle Outliers* (1993). Quartiles R-7.
package struct Outliers: Statistic {
  package static let name = "outliers"
  package static let title = "Outliers"
  package static let method =
    "Tukey's fences 1.5 and 3 interquartile ranges off the quartiles (R-7); modified z score beyond 3.5"

  /// How many values.
  package let n: Int
  /// How many rows without a value.
  package let missing: Int
  /// How many rows with an infinite value.
  package let infinite: Int
  /// Between the inner fences lies what is ordinary.
  package let inner: ClosedRange<Double>
  /// Beyond the outer fences lies what is far out.
  package let outer: ClosedRange<Double>
  /// The values beyond the inner fences, ascending; those far out are among them.
  package let beyondFences: [Double]
  /// How many of them lie beyond the outer fences.
  package let farOut: Int
  /// The median, from which scores are counted.
  package let median: Double
  /// The standard deviation that scores are counted in, MAD/Φ⁻¹(3/4); nil where more than half of the
  /// values are equal.
  package let deviation: Double?
  /// The values with a modified z score beyond 3.5, ascending; nil without scores.
  package let beyondScore: [Double]?
  /// Why there are no scores; nil where there are.
  package let reason: StatisticsError?

  /// The modified z score beyond which a value is an outlier.
  package static let limit = 3.5

  /// Looks through a column's doubles, where NaN is a missing value.
  package init(_ values: [Double]) throws(StatisticsError) { try self.init(Sample(values)) }

  /// Looks through a sample.
  package init(_ sample: Sample) throws(StatisticsError) {
    let sorted = SortedSample(sample)
    guard let q1 = sorted.quantile(0.25), let median = sorted.median,
      let q3 = sorted.quantile(0.75), let spread = sorted.medianAbsoluteDeviation
    else { throw .tooFew(needed: 1, got: 0) }
    let values = sorted.values
    n = sample.count
    (missing, infinite) = (sample.missing, sample.infinite)
    self.median = median
    let (inner, outer) = (Outliers.fences(q1, q3, 1.5), Outliers.fences(q1, q3, 3))
    (self.inner, self.outer) = (inner, outer)
    beyondFences = values.filter { !inner.contains($0) }
    farOut = beyondFences.count { !outer.contains($0) }
    let deviation = spread > 0 ? spread / NormalDistribution.quantile(0.75) : nil
    self.deviation = deviation
    beyondScore = deviation.map { deviation in
      values.filter { abs($0 - median) / deviation > Outliers.limit }
    }
    reason = deviation == nil ? .mostlyEqual : nil
  }

  /// The modified z score of a value; nil where there are none.
  package func score(_ value: Double) -> Double? { deviation.map { (value - median) / $0 } }

  /// The fences so many interquartile ranges off the quartiles, kept in the range of doubles.
  private static func fences(_ q1: Double, _ q3: Double, _ reach: Double) -> ClosedRange<Double> {
    let largest = Double.greatestFiniteMagnitude
    let range = min(q3 - q1, largest)
    return max(q1 - reach * range, -largest)...min(q3 + reach * range, largest)
  }
}
