/// Skewness and excess kurtosis, of the population (g) and adjusted for the sample's size (G).
///
/// - Missing: undefined for a constant sample, since a rounding error is no shape.
/// - Source: D. N. Joanes and C. A. Gill, *The Statistician* 47 (1998), 183–189.
package struct Shape: Statistic {
  package static let name = "shape"
  package static let title = "Skewness and kurtosis"
  package static let method = "g1 = m3 / m2^1.5 and g2 = m4 / m2² − 3; G1 and G2 adjusted for n"

  /// g1; nil for a constant sample.
  package let skewness: Double?
  /// g2; nil for a constant sample.
  package let kurtosis: Double?
  /// G1; nil for a constant sample or fewer than three values.
  package let adjustedSkewness: Double?
  /// G2; nil for a constant sample or fewer than four values.
  package let adjustedKurtosis: Double?
  /// Why some field is nil; nil where none is.
  package let reason: StatisticsError?

  /// The shape of a column's doubles, where NaN is a missing value.
  package init(_ values: [Double]) { self.init(Moments(Sample(values))) }

  /// The shape that moments tell.
  package init(_ moments: Moments) {
    let n = Double(moments.count)
    guard moments.count > 1, !moments.isConstant, moments.m2 > 0 else {
      (skewness, kurtosis, adjustedSkewness, adjustedKurtosis) = (nil, nil, nil, nil)
      reason = moments.count > 1 ? .constant : .tooFew(needed: 4, got: moments.count)
      return
    }
    let variance = moments.m2 / n
    let g1 = moments.m3 / n / (variance * variance.squareRoot())
    let g2 = moments.m4 / n / (variance * variance) - 3
    (skewness, kurtosis) = (g1, g2)
    adjustedSkewness = n > 2 ? g1 * (n * (n - 1)).squareRoot() / (n - 2) : nil
    adjustedKurtosis = n > 3 ? (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g2 + 6) : nil
    reason = n > 3 ? nil : .tooFew(needed: 4, got: moments.count)
  }
}
