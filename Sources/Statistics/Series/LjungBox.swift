/// The Ljung–Box test that a series has no memory up to a lag.
///
/// Null hypothesis: all autocorrelations up to the lag are 0. For the residuals of a model, the
/// coefficients that it estimated are taken off the degrees of freedom.
///
/// - Shape: an autocorrelation function of at least as many lags.
/// - Source: G. M. Ljung and G. E. P. Box, *Biometrika* 65 (1978), 297–303.
package struct LjungBox: HypothesisTest {
  package static let name = "ljung_box"
  package static let title = "Ljung–Box test"
  package static let symbol = "Q"
  package static let method = "n(n + 2) Σ rₖ²/(n − k), chi-squared approximation"

  /// The test statistic.
  package let q: Double
  /// How many lags take part.
  package let lags: Int
  package let degreesOfFreedom: [Double]
  package let p: Double

  package var statistic: Double { q }

  /// Tests the first lags of a function, all of them unless said otherwise; `estimated` is how many
  /// coefficients a model of the series has.
  package init(_ function: AutocorrelationFunction, lags: Int? = nil, estimated: Int = 0)
    throws(StatisticsError)
  {
    let lags = lags ?? function.lags.count
    guard (1...function.lags.count).contains(lags) else {
      throw .invalidParameter("a test of lags takes 1 to \(function.lags.count) of them")
    }
    guard estimated >= 0, estimated < lags else {
      throw .invalidParameter("a test of lags has more lags than estimated coefficients")
    }
    let n = Double(function.n)
    var sum = CompensatedSum()
    for lag in function.lags.prefix(lags) { sum.add(lag.r * lag.r / (n - Double(lag.lag))) }
    q = n * (n + 2) * sum.value
    self.lags = lags
    degreesOfFreedom = [Double(lags - estimated)]
    p = ChiSquaredDistribution(degreesOfFreedom[0]).survival(q)
  }
}
