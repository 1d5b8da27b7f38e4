#if canImport(Glibc)
  import Glibc
#endif

/// Ascending values against the quantiles that a distribution would have at their places, with the
/// line through the quartiles and a band for values that follow it.
///
/// The k-th of n values of the distribution that the line tells lies in its band with the level's
/// probability, each for itself: U₍ₖ₎ ~ Beta(k, n + 1 − k). That the line is itself estimated is
/// not part of it.
///
/// - Shape: one column of at least two values with different quartiles.
/// - Units: values and band in the column's unit.
/// - Missing: absent and infinite values are counted and left out.
/// - Source: M. B. Wilk and R. Gnanadesikan, *Biometrika* 55 (1968), 1–17; plotting positions of G. Blom
///   (1958) to n = 10 and A. Hazen (1914) beyond, as R's `ppoints`; line as R's `qqline`; order statistics:
///   H. A. David and H. N. Nagaraja, *Order Statistics* (2003), section 2.1.
package struct QuantileQuantile: Statistic {
  package static let name = "qq"
  package static let title = "Quantile–quantile"
  package static let method =
    "places (k − a)/(n + 1 − 2a), a = 3/8 to n = 10, else 1/2; line through the quartiles (R-7); band of each value: Beta(k, n + 1 − k)"

  /// What values are held against.
  package enum Reference: String, Hashable, Sendable, CaseIterable {
    case normal, exponential, uniform

    /// The quantile of a probability between 0 and 1.
    package func quantile(_ p: Double) -> Double {
      switch self {
      case .normal: NormalDistribution.quantile(p)
      case .exponential: -log1p(-p)
      case .uniform: p
      }
    }
  }

  /// The values, ascending.
  package let values: [Double]
  package let reference: Reference
  /// The level of the band.
  package let level: Double
  /// The line's rise for one unit of the reference.
  package let slope: Double
  /// The line's height where the reference is 0.
  package let intercept: Double
  /// How many rows without a value.
  package let missing: Int
  /// How many rows with an infinite value.
  package let infinite: Int

  /// How many values.
  package var n: Int { values.count }

  /// Holds a column's doubles, where NaN is a missing value, against a distribution.
  package init(_ values: [Double], against reference: Reference = .normal, level: Double = 0.95)
    throws(StatisticsError)
  {
    try self.init(Sample(values), against: reference, level: level)
  }

  /// Holds a sample against a distribution.
  package init(_ sample: Sample, against reference: Reference = .normal, level: Double = 0.95)
    throws(StatisticsError)
  {
    try need(2, of: sample.count)
    try checkLevel(level)
    let sorted = SortedSample(sample)
    guard let q1 = sorted.quantile(0.25), let q3 = sorted.quantile(0.75) else {
      throw .tooFew(needed: 2, got: sample.count)
    }
    guard q1 < q3 else { throw sample.isConstant ? .constant : .mostlyEqual }
    let (low, high) = (reference.quantile(0.25), reference.quantile(0.75))
    let slope = q3 / (high - low) - q1 / (high - low)
    guard slope.isFinite else { throw .outOfRange }
    values = sorted.values
    self.reference = reference
    self.level = level
    self.slope = slope
    intercept = q1 - slope * low
    (missing, infinite) = (sample.missing, sample.infinite)
  }

  /// The quantile of the reference at the place of a value, counted from 0.
  package func theoretical(_ place: Int) -> Double {
    let a = n <= 10 ? 0.375 : 0.5
    return reference.quantile((Double(place) + 1 - a) / (Double(n) + 1 - 2 * a))
  }

  /// The line's height at a quantile of the reference.
  package func line(_ theoretical: Double) -> Double { intercept + slope * theoretical }

  /// Where the value at a place, counted from 0, lies with the level's probability if the line holds.
  package func band(_ place: Int) -> ClosedRange<Double> {
    let tail = (1 - level) / 2
    let (low, high) = (quantile(place, tail), quantile(place, 1 - tail))
    let (a, b) = (line(reference.quantile(low)), line(reference.quantile(high)))
    return min(a, b)...max(a, b)
  }

  /// A quantile of the place-th smallest of n uniform values: Beta by way of Fisher's F.
  private func quantile(_ place: Int, _ p: Double) -> Double {
    let (a, b) = (Double(place + 1), Double(n - place))
    let f = FisherFDistribution(2 * a, 2 * b).quantile(p)
    return a * f / (a * f + b)
  }
}
