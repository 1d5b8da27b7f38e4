/// The coefficient of variation: the standard deviation in units of the mean.
///
/// It tells something only of quantities with a true zero; a negative mean makes it negative.
///
/// - Shape: one column of at least two values whose mean is not 0.
/// - Missing: absent and infinite values are left out.
/// - Source: K. Pearson, *Philosophical Transactions A* 187 (1896), 253–318.
package struct CoefficientOfVariation: Statistic {
  package static let name = "cv"
  package static let title = "Coefficient of variation"
  package static let method = "SD with divisor n − 1 over the mean"

  /// The standard deviation over the mean.
  package let value: Double
  /// How many values.
  package let n: Int

  /// The coefficient of a column's doubles, where NaN is a missing value.
  package init(_ values: [Double]) throws(StatisticsError) {
    try self.init(Moments(Sample(values)))
  }

  /// The coefficient that moments tell.
  package init(_ moments: Moments) throws(StatisticsError) {
    guard let deviation = moments.standardDeviation else {
      throw .tooFew(needed: 2, got: moments.count)
    }
    guard moments.mean != 0 else { throw .zeroMean }
    value = deviation / moments.mean
    n = moments.count
    guard value.isFinite else { throw .outOfRange }
  }
}
