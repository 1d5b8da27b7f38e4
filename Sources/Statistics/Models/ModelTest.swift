/// The F test that all coefficients but the intercept are 0.
///
/// By the classic errors F compares explained with residual squares; by others it is Wald's statistic
/// of their covariance over the number of coefficients.
package struct ModelTest: Hashable, Sendable {
  /// F; nil where it is undefined.
  package let statistic: Double?
  /// Numerator and denominator.
  package let degreesOfFreedom: [Double]
  /// P(F greater); nil where it is undefined.
  package let p: Double?
  /// Why it is undefined; nil where it is not.
  package let reason: StatisticsError?

  init(
    _ fit: LeastSquares, _ frame: ModelFrame, _ covariance: CoefficientCovariance,
    _ spread: ModelSpread
  ) {
    let terms = fit.basis.kept.count
    degreesOfFreedom = [Double(terms), covariance.degreesOfFreedom]
    let failure: StatisticsError? =
      covariance.reason ?? spread.reason ?? (terms == 0 ? .tooFew(needed: 1, got: 0) : nil)
    guard failure == nil, let matrix = covariance.matrix else {
      (statistic, p, reason) = (nil, nil, failure)
      return
    }
    let value =
      covariance.errors == .classic
      ? spread.explainedSquares / Double(terms)
        / (spread.residualSquares / Double(spread.degreesOfFreedom))
      : ModelTest.wald(fit, matrix).map { $0 / Double(terms) }
    guard let value, value.isFinite else {
      (statistic, p, reason) = (nil, nil, ModelTest.failure(covariance.errors, terms, frame))
      return
    }
    statistic = value
    p = FisherFDistribution(Double(terms), covariance.degreesOfFreedom).survival(value)
    reason = nil
  }

  /// Why there is no F though each coefficient has an error.
  private static func failure(_ errors: ModelErrors, _ terms: Int, _ frame: ModelFrame)
    -> StatisticsError
  {
    switch errors {
    case .classic: .outOfRange
    // Fewer clusters than coefficients leave no test of all of them.
    case .cluster where frame.clusterCount <= terms:
      .tooFewGroups(needed: terms + 1, got: frame.clusterCount)
    case .hc3, .cluster: .dependentErrors
    }
  }

  /// bᵀ V⁻¹ b of the slopes; nil where V is singular.
  private static func wald(_ fit: LeastSquares, _ matrix: [[Double]]) -> Double? {
    let first = fit.basis.hasIntercept ? 1 : 0
    let sizes = (first..<matrix.count).map { matrix[$0][$0].squareRoot() }
    guard sizes.allSatisfy({ $0 > 0 }) else { return nil }
    let factor = ExactCholesky(
      count: sizes.count,
      entry: { DoubleDouble(matrix[first + $0][first + $1] / (sizes[$0] * sizes[$1])) },
      noise: { _, _ in 1e-13 })
    guard factor.dependent.isEmpty else { return nil }
    let half = factor.forward(zip(fit.slopes, sizes).map { $0 / $1 })
    return half.map { $0 * $0 }.reduce(DoubleDouble(0), +).value
  }
}
