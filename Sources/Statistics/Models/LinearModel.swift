#if canImport(Glibc)
  import Glibc
#endif

/// A linear model of a formula by least squares, with every coefficient's error, test and interval.
///
/// Null hypothesis of a coefficient's p: it is 0, given the other terms; of ``fTest``: all are 0 but
/// the intercept. Intervals and tests need independent errors, normal where rows are few, and of one
/// spread unless the errors are `hc3` or `cluster`.
///
/// - Shape: a row for each observation; more rows than coefficients for errors and tests.
/// - Units: a coefficient is in the unit of the response over that of its column.
/// - Missing: see ``ModelFrame``.
/// - Source: N. R. Draper and H. Smith, *Applied Regression Analysis* (1998); J. G. MacKinnon and
///   H. White, *J. Econometrics* 29 (1985), 305–325; K.-Y. Liang and S. L. Zeger, *Biometrika* 73
///   (1986), 13–22.
package struct LinearModel: Statistic {
  package static let name = "linear_model"
  package static let title = "Linear regression"
  package static let method = "ordinary least squares"

  /// The rows that the model is of.
  package let frame: ModelFrame
  /// How the errors of coefficients are told.
  package let errors: ModelErrors
  /// How many rows, each as often as its weight says.
  package let n: Int
  /// The intercept, then each regressor in the order of the formula.
  package let coefficients: [ModelCoefficient]
  /// How many coefficients the data tell.
  package let rank: Int
  /// Σ(y − ŷ)².
  package let residualSquares: Double
  /// Σ(y − ȳ)²; Σy² without an intercept.
  package let totalSquares: Double
  /// The standard deviation of the residuals with divisor n − k; nil without degrees of freedom.
  package let residualDeviation: Double?
  /// 1 − residual / total squares; nil where the response is constant.
  package let rSquared: Double?
  /// R² that pays for each coefficient; nil without degrees of freedom.
  package let adjustedRSquared: Double?
  /// The test of all coefficients but the intercept; by the errors asked for.
  package let fTest: ModelTest
  /// The logarithm of the likelihood with normal errors; nil for a perfect fit.
  package let logLikelihood: Double?
  /// The ratio of the largest to the smallest stretch of the regressors, centred and of length 1.
  package let conditionNumber: Double?
  /// Why a figure of the whole model is undefined; nil where none is.
  package let reason: StatisticsError?
  let basis: OrthogonalBasis
  let slopes: [DoubleDouble]
  let intercept: DoubleDouble
  let covariance: [[Double]]?

  /// Residual degrees of freedom, n − k.
  package var degreesOfFreedom: Int { n - rank }

  /// The degrees of freedom of t: clusters − 1 with clusters, else n − k.
  package var tDegreesOfFreedom: Int {
    errors == .cluster ? frame.clusterCount - 1 : degreesOfFreedom
  }

  /// Whether R² is told against Σy², for want of an intercept.
  package var isUncentred: Bool { !frame.formula.hasIntercept }

  /// 2k − 2 log-likelihood, k being the number of coefficients.
  package var aic: Double? { logLikelihood.map { 2 * Double(rank) - 2 * $0 } }

  /// k log n − 2 log-likelihood.
  package var bic: Double? { logLikelihood.map { Double(rank) * log(Double(n)) - 2 * $0 } }

  /// Fits a formula to a table's rows.
  package init(_ frame: ModelFrame, errors: ModelErrors = .classic, level: Double = 0.95)
    throws(StatisticsError)
  {
    try checkLevel(level)
    guard frame.responseLevels == nil else {
      throw .invalidParameter("'\(frame.formula.response.column)' holds labels, not numbers")
    }
    try need(1, of: frame.rows.count)
    let fit = LeastSquares(frame)
    guard fit.isFinite else { throw .outOfRange }
    let spread = ModelSpread(fit, frame)
    let covariance = CoefficientCovariance(fit, frame, errors, spread)
    self.frame = frame
    self.errors = errors
    n = frame.count
    (basis, slopes, intercept) = (fit.basis, fit.slopes, fit.intercept)
    rank = fit.basis.rank
    (residualSquares, totalSquares) = (spread.residualSquares, spread.totalSquares)
    (residualDeviation, rSquared) = (spread.deviation, spread.rSquared)
    adjustedRSquared = spread.adjusted(hasIntercept: frame.formula.hasIntercept)
    logLikelihood = spread.logLikelihood
    reason = spread.reason
    self.covariance = covariance.matrix
    fTest = ModelTest(fit, frame, covariance, spread)
    let collinearity = Collinearity(fit.basis, fit.products, frame)
    conditionNumber = collinearity.conditionNumber
    coefficients =
      CoefficientTable(fit, frame, covariance, collinearity.inflation, level: level)
      .coefficients
  }
}
