/// A sample's mean with what an error bar around it may show: standard deviation, standard error, or
/// Student's interval.
///
/// - Shape: one sample.
/// - Units: those of the sample.
/// - Missing: absent and infinite values are left out before counting; a single value has a mean and
///   no limits.
/// - Source: Student, *Biometrika* 6 (1908), 1–25, for the interval.
package struct MeanSpread: Statistic {
  package static let name = "mean_spread"
  package static let title = "Mean with limits"
  package static let method = "standard deviation divides by n − 1; the interval is Student's"

  /// What the limits are.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One standard deviation of the values to either side.
    case sd
    /// One standard error of the mean to either side.
    case se
    /// The confidence interval of the mean.
    case ci
  }

  /// How many values.
  package let n: Int
  package let mean: Double
  /// The limits; nil for a single value, and where they are beyond the doubles.
  package let low: Double?
  package let high: Double?
  /// What the limits are.
  package let kind: Kind
  /// The interval's level; of use for ``Kind/ci`` alone.
  package let level: Double

  /// Measures a sample's doubles, NaN being a missing value.
  package init(_ values: [Double], kind: Kind, level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    let moments = Moments(Sample(values))
    guard moments.count > 0 else { throw .tooFew(needed: 1, got: 0) }
    (n, mean) = (moments.count, moments.mean)
    (self.kind, self.level) = (kind, level)
    let reach: Double? =
      switch kind {
      case .sd: moments.standardDeviation
      case .se: moments.standardError
      case .ci:
        moments.standardError.map {
          $0 * StudentTDistribution(Double(moments.count - 1)).critical(level: level)
        }
      }
    let limits = reach.map { (moments.mean - $0, moments.mean + $0) }
    let isHeld = limits.map { $0.0.isFinite && $0.1.isFinite } ?? false
    (low, high) = isHeld ? (limits?.0, limits?.1) : (nil, nil)
  }
}
