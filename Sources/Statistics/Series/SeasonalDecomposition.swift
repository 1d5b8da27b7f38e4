/// A series taken apart into a trend, a season that repeats, and what is left.
///
/// The trend is a centred moving average over one period (2×n where the period is even); the season is
/// the mean of what the trend leaves at each place of the period, brought to a mean of 0 (or 1).
///
/// - Shape: one number a row, in the order of the rows, at least two whole periods.
/// - Missing: a row without a finite value has no rest; the trend has none where its window holds such
///   a row, nor in the first and last half period.
/// - Errors: a multiplicative season of values that are not above 0.
/// - Source: M. G. Kendall and A. Stuart, *The Advanced Theory of Statistics* 3 (1966); strengths:
///   X. Wang, K. Smith and R. Hyndman, *Data Min. Knowl. Disc.* 13 (2006), 335–364.
package struct SeasonalDecomposition: Statistic {
  package static let name = "seasonal_decomposition"
  package static let title = "Classical seasonal decomposition"
  package static let method =
    "trend: centred moving average over a period; season: mean of what it leaves"

  /// How the parts come together.
  package enum Model: String, Hashable, Sendable, CaseIterable {
    /// Trend + season + rest.
    case additive
    /// Trend × season × rest.
    case multiplicative
  }

  /// The trend at each row; NaN where there is none.
  package let trend: [Double]
  /// The season at each place of the period, from the place of the first row.
  package let season: [Double]
  /// What is left at each row; NaN where there is no trend or value.
  package let rest: [Double]
  /// How the parts come together.
  package let model: Model
  /// How much of what the season leaves is the trend's, 0 to 1; nil where that has no spread.
  package let trendStrength: Double?
  /// How much of what the trend leaves is the season's, 0 to 1; nil where that has no spread.
  package let seasonStrength: Double?

  /// How many rows a period spans.
  package var period: Int { season.count }

  /// Takes a measured column apart.
  package init(_ series: Measured, period: Int, model: Model = .additive)
    throws(StatisticsError)
  {
    guard period > 1 else { throw .invalidParameter("a period spans at least 2 rows") }
    guard period <= series.count / 2 else {
      throw .tooFew(needed: 2 * min(period, Int.max / 2), got: series.count)
    }
    let values = series.doubles
    if model == .multiplicative, values.contains(where: { $0 <= 0 }) {
      throw .invalidParameter("a multiplicative season needs values above 0")
    }
    let trend = MovingAverage(series, try MovingWindow(period, .centred)).values
    let detrended = zip(values, trend).map { model.without($1, in: $0) }
    let season = try SeasonalDecomposition.season(detrended, period, model)
    self.trend = trend
    self.season = season
    self.model = model
    rest = detrended.indices.map { model.without(season[$0 % period], in: detrended[$0]) }
    let rest = self.rest
    trendStrength = SeasonalDecomposition.strength(
      of: rest, in: rest.indices.map { model.with(rest[$0], trend[$0]) })
    seasonStrength = SeasonalDecomposition.strength(
      of: rest, in: rest.indices.map { model.with(rest[$0], season[$0 % period]) })
  }

  private static func season(_ detrended: [Double], _ period: Int, _ model: Model)
    throws(StatisticsError) -> [Double]
  {
    var (sums, counts) = (
      Array(repeating: CompensatedSum(), count: period), Array(repeating: 0, count: period)
    )
    for (row, value) in detrended.enumerated() where value.isFinite {
      sums[row % period].add(value)
      counts[row % period] += 1
    }
    // A place of the period that never has both a value and a trend has no season.
    try need(1, of: counts.min() ?? 0)
    let means = zip(sums, counts).map { $0.value / Double($1) }
    let center = mean(means)
    return means.map { model.without(center, in: $0) }
  }

  private static func mean(_ values: [Double]) -> Double {
    var sum = CompensatedSum()
    for value in values { sum.add(value) }
    return sum.value / Double(values.count)
  }

  /// 1 − the share of the rest in the variance, not below 0.
  private static func strength(of rest: [Double], in whole: [Double]) -> Double? {
    let (rest, whole) = (Moments(Sample(rest)), Moments(Sample(whole)))
    // Deviations, since a square of small or large values leaves the range of doubles.
    guard let left = rest.standardDeviation, let all = whole.standardDeviation, all > 0 else {
      return nil
    }
    return max(0, 1 - (left / all) * (left / all))
  }
}

extension SeasonalDecomposition.Model {
  /// What a part leaves of a value.
  fileprivate func without(_ part: Double, in value: Double) -> Double {
    self == .additive ? value - part : value / part
  }

  /// Two parts together.
  fileprivate func with(_ part: Double, _ other: Double) -> Double {
    self == .additive ? part + other : part * other
  }
}
