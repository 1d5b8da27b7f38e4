/// One coefficient of a model with its error, test and interval.
package struct ModelCoefficient: Hashable, Sendable {
  /// What tables print, such as `smoker[Y]:age`; `(Intercept)` for the mean level.
  package let name: String
  /// The place of the formula's term; nil for the intercept.
  package let term: Int?
  /// The estimate; nil where the data do not tell it.
  package let estimate: Double?
  /// Its standard error; nil where it is undefined.
  package let standardError: Double?
  /// The estimate over its standard error; nil where it is undefined.
  package let statistic: Double?
  /// The two-sided p-value of a coefficient of 0; nil where it is undefined.
  package let p: Double?
  /// The confidence interval; nil where it is undefined.
  package let interval: Interval?
  /// The variance inflation factor of its term; nil for the intercept and a single term.
  package let inflation: Double?
  /// Why a field is undefined; nil where none is.
  package let reason: StatisticsError?

  /// The name of the mean level.
  package static let intercept = "(Intercept)"
}

/// How the errors of coefficients are told.
package enum ModelErrors: String, Hashable, Sendable, CaseIterable {
  /// One spread for all rows.
  case classic
  /// Each row's own spread, by its residual over 1 − leverage (MacKinnon and White's HC3).
  case hc3
  /// Rows of one cluster depend on each other (CR1: G/(G − 1) · (n − 1)/(n − k)).
  case cluster
}

/// A reference distribution for coefficients: Student's t, or the normal where it has no degrees of
/// freedom.
struct CoefficientTest {
  let degreesOfFreedom: Double?
  let level: Double

  func p(_ statistic: Double) -> Double {
    degreesOfFreedom.map { StudentTDistribution($0).twoSided(statistic) }
      ?? NormalDistribution.twoSided(statistic)
  }

  func interval(_ estimate: Double, _ error: Double) -> Interval? {
    let critical =
      degreesOfFreedom.map { StudentTDistribution($0).critical(level: level) }
      ?? NormalDistribution.critical(level: level)
    let reach = critical * error
    return Interval(
      low: estimate - reach, high: estimate + reach, level: level,
      method: degreesOfFreedom == nil ? "normal (Wald)" : "t")
  }
}
