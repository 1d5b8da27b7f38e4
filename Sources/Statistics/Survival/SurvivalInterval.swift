#if canImport(Glibc)
  import Glibc
#endif

/// On which scale an interval of a survival probability is symmetric.
///
/// - Source: J. D. Kalbfleisch and R. L. Prentice, *The Statistical Analysis of Failure Time Data*,
///   2nd ed. (2002), 1.4.1.
package enum SurvivalInterval: String, Hashable, Sendable, CaseIterable {
  /// Of log(−log S): stays between 0 and 1, and holds its level in small groups.
  case logLog = "log_log"
  /// Of log S, cut at 1: the default of R's `survfit`.
  case log
  /// Of S itself, cut at 0 and 1.
  case plain

  /// The scale in print, such as `log–log`.
  package var title: String { self == .logLog ? "log–log" : rawValue }

  /// The limits of a survival probability; nil where it is 0 or 1, whose error is not known.
  ///
  /// The probability has the digits that 1 − S needs; the variance is Greenwood's sum, that of log S;
  /// z is the normal quantile of the level.
  func limits(_ survival: DoubleDouble, variance: Double, z: Double) -> (low: Double, high: Double)?
  {
    let s = survival.value
    guard s > 0, s < 1 else { return nil }
    let logarithm = logarithm(of: survival)
    let error = z * variance.squareRoot()
    switch self {
    case .logLog:
      let factor = exp(error / -logarithm)
      return (exp(logarithm * factor), exp(logarithm / factor))
    case .log: return (exp(logarithm - error), min(1, exp(logarithm + error)))
    case .plain: return (max(0, s - s * error), min(1, s + s * error))
    }
  }
}

/// The logarithm of a probability above 0; near 1 it has the digits of 1 − S.
private func logarithm(of probability: DoubleDouble) -> Double {
  probability.high < 0.5
    ? log(probability.high) : log1p((probability - DoubleDouble(1)).value)
}
