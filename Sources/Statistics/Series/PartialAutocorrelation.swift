/// The correlations of a series with itself at lags 1 to k, each freed of what the lags between them
/// explain.
///
/// - Shape: an autocorrelation function.
/// - Source: J. Durbin, *Rev. Int. Stat. Inst.* 28 (1960), 233–244 (the Levinson–Durbin recursion).
package struct PartialAutocorrelation: Statistic {
  package static let name = "pacf"
  package static let title = "Partial autocorrelation function"
  package static let method = "Levinson–Durbin recursion on the autocorrelations"

  /// The coefficients at lags 1 to k.
  package let coefficients: [Double]
  /// What the coefficient of white noise exceeds with probability 1 − level at a lag: z / √n.
  package let whiteNoiseLimit: Double

  /// Frees the coefficients of a function of what lies between.
  ///
  /// Gaps may make correlations that no series has, whose recursion ends in a variance of 0 or less.
  package init(_ function: AutocorrelationFunction) throws(StatisticsError) {
    let r = function.coefficients
    var (phi, variance) = ([Double](), 1.0)
    var found: [Double] = []
    for lag in 1..<r.count {
      guard variance > 0 else { throw .outOfRange }
      var rest = r[lag]
      for (index, earlier) in phi.enumerated() { rest -= earlier * r[lag - 1 - index] }
      let partial = rest / variance
      phi = zip(phi, phi.reversed()).map { $0 - partial * $1 } + [partial]
      variance *= 1 - partial * partial
      found.append(partial)
    }
    coefficients = found
    whiteNoiseLimit = function.whiteNoiseLimit
  }
}
