package import Frame

#if canImport(Glibc)
  import Glibc
#endif

/// How fast the weights of an exponentially weighted mean fall.
package enum EwmaDecay: Hashable, Sendable {
  /// Weights have their centre of mass at (span − 1) / 2 rows: α = 2 / (span + 1).
  case span(Double)
  /// Weights are halved over so many rows.
  case halfLife(Double)
  /// The share of a new row.
  case alpha(Double)

  /// The share of a new row, above 0 and at most 1.
  func alpha() throws(StatisticsError) -> Double {
    switch self {
    case .span(let span):
      guard span >= 1, span.isFinite else { throw .invalidParameter("a span is at least 1") }
      return 2 / (span + 1)
    case .halfLife(let rows):
      guard rows > 0, rows.isFinite else { throw .invalidParameter("a half-life is above 0") }
      return -expm1(-log(2) / rows)
    case .alpha(let alpha):
      guard alpha > 0, alpha <= 1 else {
        throw .invalidParameter("a share of the new row is above 0 and at most 1")
      }
      return alpha
    }
  }
}

/// The exponentially weighted mean of each row and all before it.
///
/// Weights fall by 1 − α a row. Adjusted, they are divided by their sum, so that the first rows are
/// means of what there is; else the mean begins with the first value and moves by α of the distance
/// to each new one. These are pandas' `ewm(…, adjust=True)` and `adjust=False`.
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
  /// The share of a new row among very many.
  package let alpha: Double
  /// Whether weights are divided by their sum.
  package let isAdjusted: Bool

  /// Averages a column's doubles, NaN being a missing value, with adjusted weights of a span.
  package init(_ doubles: [Double], span: Double) throws(StatisticsError) {
    try self.init(doubles, .span(span))
  }

  /// Averages a column's doubles, NaN being a missing value.
  package init(_ doubles: [Double], _ decay: EwmaDecay, isAdjusted: Bool = true)
    throws(StatisticsError)
  {
    let alpha = try decay.alpha()
    let new = isAdjusted ? 1 : alpha
    var (mean, weight) = (Double.nan, 0.0)
    values = doubles.map { value in
      weight *= 1 - alpha
      if value.isFinite {
        mean = weight > 0 ? Ewma.moved(mean, to: value, share: new / (weight + new)) : value
        weight = isAdjusted ? weight + 1 : 1
      }
      return mean
    }
    self.alpha = alpha
    self.isAdjusted = isAdjusted
  }

  /// A mean moved by a share of its distance to a value, which may be beyond the range of doubles.
  private static func moved(_ mean: Double, to value: Double, share: Double) -> Double {
    let distance = value - mean
    return distance.isFinite ? mean + distance * share : mean * (1 - share) + value * share
  }

  /// The means as a column.
  package var column: Column { Column(series: values) }
}
