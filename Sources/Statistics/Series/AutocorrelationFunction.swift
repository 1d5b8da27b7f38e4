#if canImport(Glibc)
  import Glibc
#endif

/// The correlations of a series with itself at lags 1 to k, with the bands of a series without memory.
///
/// - Shape: one number a row, in the order of the rows; more rows than the largest lag, and spread.
/// - Missing: a row without a finite value has no part in the mean, nor have the products beside it.
/// - Source: G. E. P. Box and G. M. Jenkins, *Time Series Analysis* (1976); M. S. Bartlett, *Suppl.
///   JRSS* 8 (1946), 27–41.
package struct AutocorrelationFunction: Statistic {
  package static let name = "acf"
  package static let title = "Autocorrelation function"
  package static let method =
    "one mean for all lags; Bartlett's error under memory up to the lag before"

  /// The coefficient at one lag.
  package struct Lag: Hashable, Sendable {
    /// How many rows earlier.
    package let lag: Int
    /// The coefficient.
    package let r: Double
    /// How many pairs of rows so far apart both have a value.
    package let pairs: Int
    /// Bartlett's standard error if the memory ends at the lag before: √((1 + 2 Σ rⱼ²) / n).
    package let standardError: Double
  }

  /// Lags 1 to k.
  package let lags: [Lag]
  /// How many rows have a finite value.
  package let n: Int
  /// The level of the bands.
  package let level: Double
  /// What |r| of white noise exceeds with probability 1 − level at a lag: z / √n.
  package let whiteNoiseLimit: Double
  /// The coefficients from lag 0, which is 1.
  package var coefficients: [Double] { [1] + lags.map(\.r) }

  /// What |r| at a lag exceeds with probability 1 − level if the memory ends at the lag before.
  package func bartlettLimit(_ lag: Lag) -> Double {
    NormalDistribution.critical(level: level) * lag.standardError
  }

  /// Correlates a measured column with itself up to a lag; nil takes 10 log₁₀ n.
  package init(_ series: Measured, lags: Int? = nil, level: Double = 0.95)
    throws(StatisticsError)
  {
    try checkLevel(level)
    let sample = Sample(series)
    let most = lags ?? AutocorrelationFunction.usualLags(sample.count)
    guard most > 0 else { throw .invalidParameter("a lag is at least 1") }
    try need(most + 1, of: sample.count)
    guard !sample.isConstant else { throw .constant }
    let deviations = Deviations(series.distances, around: Moments(sample))
    let whole = deviations.products(lag: 0).sum
    var (squares, found) = (0.0, [Lag]())
    for lag in 1...most {
      let (products, pairs) = deviations.products(lag: lag)
      try need(1, of: pairs)
      let r = (products / whole).value
      let error = ((1 + 2 * squares) / Double(sample.count)).squareRoot()
      found.append(Lag(lag: lag, r: r, pairs: pairs, standardError: error))
      squares += r * r
    }
    self.lags = found
    n = sample.count
    self.level = level
    whiteNoiseLimit = NormalDistribution.critical(level: level) / Double(n).squareRoot()
  }

  /// As many lags as R and statsmodels take unless told: 10 log₁₀ n, below n.
  private static func usualLags(_ n: Int) -> Int {
    max(1, min(Int(10 * log10(Double(max(n, 1)))), n - 1))
  }
}
