package import Frame

/// The exponentially weighted mean of each row and all before it.
///
/// Weights fall by 1 − α a row, α = 2 / (span + 1), and are divided by their sum, so that the first
/// rows are means of what there is: pandas' `ewm(span=…, adjust=True).mean()`.
///
/// - Shape: one number a row, in the order of the rows.
/// - Missing: a row without a finite value keeps the mean before it, and its place counts in the
///   weights; rows before the first value have none (NaN).
package struct Ewma: Statistic {
  package static let name = "ewma"
  package static let title = "Exponentially weighted mean"
  package static let method =
    "weights fall by 1 − 2 / (span + 1) a row and are divided by their sum"

  /// The mean at each row; NaN before the first value.
  package let values: [Double]
  /// The span that sets how fast weights fall, at least 1.
  package let span: Double

  /// Averages a column's doubles, NaN being a missing value.
  package init(_ doubles: [Double], span: Double) throws(StatisticsError) {
    guard span >= 1, span.isFinite else { throw .invalidParameter("a span is at least 1") }
    let kept = 1 - 2 / (span + 1)
    var (mean, weight) = (Double.nan, 0.0)
    values = doubles.map { value in
      weight *= kept
      if value.isFinite {
        mean = weight > 0 ? mean + (value - mean) / (weight + 1) : value
        weight += 1
      }
      return mean
    }
    self.span = span
  }

  /// The means as a column.
  package var column: Column { Column(series: values) }
}
