/// The correlation of a series with itself some rows earlier.
///
/// One mean for both, and all squares below the line, as NIST certifies it: the values are those of
/// Box and Jenkins, and never leave −1 to 1.
///
/// - Shape: one number a row, in the order of the rows; more rows than the lag, and spread.
/// - Missing: a row without a finite value has no part in the mean, nor have the products beside it.
/// - Source: G. E. P. Box and G. M. Jenkins, *Time Series Analysis* (1976).
package struct Autocorrelation: Statistic {
  package static let name = "autocorrelation"
  package static let title = "Autocorrelation"
  package static let method = "Σ(xₜ − x̄)(xₜ₊ₖ − x̄) / Σ(xₜ − x̄)², one mean"

  /// The coefficient.
  package let r: Double
  /// How many rows earlier.
  package let lag: Int
  /// How many rows have a finite value.
  package let n: Int
  /// How many pairs of rows the lag apart both have one.
  package let pairs: Int
  /// How many rows hold no value.
  package let missing: Int
  /// How many rows hold an infinite value.
  package let infinite: Int

  /// Correlates a column's doubles, NaN being a missing value, with themselves.
  package init(_ values: [Double], lag: Int = 1) throws(StatisticsError) {
    try self.init(Measured(values), lag: lag)
  }

  /// Correlates a measured column with itself.
  package init(_ series: Measured, lag: Int = 1) throws(StatisticsError) {
    guard lag > 0 else { throw .invalidParameter("a lag is at least 1") }
    let sample = Sample(series)
    try need(lag + 1, of: sample.count)
    guard !sample.isConstant else { throw .constant }
    let deviations = Deviations(series.distances, around: Moments(sample))
    let (products, pairs) = deviations.products(lag: lag)
    try need(1, of: pairs)
    r = (products / deviations.products(lag: 0).sum).value
    (self.lag, n, self.pairs) = (lag, sample.count, pairs)
    (missing, infinite) = (sample.missing, sample.infinite)
  }
}

/// Each row's exact distance from the mean, in units; nothing for rows without a finite value.
struct Deviations {
  private let rows: [DoubleDouble?]

  init(_ distances: [Double], around moments: Moments) {
    let scale = 1 / moments.unit
    let mean = moments.offset * scale
    rows = distances.map { $0.isFinite ? DoubleDouble($0 * scale) - mean : nil }
  }

  /// Σ of the products of rows some lag apart, and how many there are.
  func products(lag: Int) -> (sum: DoubleDouble, pairs: Int) {
    var (sum, pairs) = (DoubleDouble(0), 0)
    for (earlier, later) in zip(rows, rows.dropFirst(lag)) {
      guard let earlier, let later else { continue }
      sum = sum + earlier * later
      pairs += 1
    }
    return (sum, pairs)
  }
}
