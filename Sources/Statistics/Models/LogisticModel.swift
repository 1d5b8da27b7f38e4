#if canImport(Glibc)
  import Glibc
#endif

/// A logistic model of a formula: the odds of an event, by maximum likelihood.
///
/// The response is a boolean, 0 and 1, or two labels, the second of which is the event unless
/// `category(y, base = …)` names the label that is none. Null
/// hypothesis of a coefficient's p (Wald): its odds ratio is 1, given the other terms; of
/// ``likelihoodRatio``: all odds ratios are 1. Good for about ten rows and more of the rarer outcome
/// to a coefficient.
///
/// - Shape: a row for each observation, both outcomes among them.
/// - Units: a coefficient is a logarithm of odds over the unit of its column.
/// - Missing: see ``ModelFrame``.
/// - Errors: a term that tells the outcomes apart perfectly has no finite estimate
///   (``StatisticsError/separated(_:)``).
/// - Source: D. W. Hosmer and S. Lemeshow, *Applied Logistic Regression* (2000); A. Albert and
///   J. A. Anderson, *Biometrika* 71 (1984), 1–10 (separation).
package struct LogisticModel: Statistic {
  package static let name = "logistic_model"
  package static let title = "Logistic regression"
  package static let method = "maximum likelihood, Newton's method; Wald tests and intervals"

  /// The rows that the model is of.
  package let frame: ModelFrame
  /// What the odds are of, such as `true`.
  package let event: String
  /// How many rows, each as often as its weight says.
  package let n: Int
  /// How many of them are events.
  package let events: Int
  /// Logarithms of odds: the intercept, then each regressor in the order of the formula.
  package let coefficients: [ModelCoefficient]
  /// How many coefficients the data tell.
  package let rank: Int
  /// The logarithm of the likelihood.
  package let logLikelihood: Double
  /// The same with the intercept alone (with even odds where there is none).
  package let nullLogLikelihood: Double
  /// The test of all coefficients but the intercept; nil where there are none.
  package let likelihoodRatio: LinearDiagnostics.ResidualTest?
  /// The probability of the event in each row of the frame.
  package let probabilities: [Double]
  /// How many steps Newton's method took.
  package let steps: Int

  /// −2 log-likelihood.
  package var deviance: Double { -2 * logLikelihood }
  /// 1 − log-likelihood / that of the null model.
  package var mcFadden: Double { 1 - logLikelihood / nullLogLikelihood }
  /// 2k − 2 log-likelihood, k being the number of coefficients.
  package var aic: Double { 2 * Double(rank) - 2 * logLikelihood }
  /// k log n − 2 log-likelihood.
  package var bic: Double { Double(rank) * log(Double(n)) - 2 * logLikelihood }

  /// Fits a formula to a table's rows.
  package init(_ frame: ModelFrame, level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    let outcomes = try Outcomes(frame)
    let fit = try LogisticFit(frame, outcomes)
    self.frame = frame
    event = outcomes.event
    n = frame.count
    events = Int(outcomes.eventCount)
    rank = fit.basis.rank
    (logLikelihood, probabilities, steps) = (fit.logLikelihood, fit.probabilities, fit.steps)
    nullLogLikelihood = outcomes.nullLogLikelihood(hasIntercept: frame.formula.hasIntercept)
    likelihoodRatio = LinearDiagnostics.ResidualTest(
      max(0, 2 * (logLikelihood - nullLogLikelihood)),
      degreesOfFreedom: Double(fit.basis.kept.count))
    coefficients = fit.coefficients(frame, level: level)
  }
}

extension ModelCoefficient {
  /// The odds ratio of a logistic model's coefficient; nil where it has no estimate.
  package var oddsRatio: Double? { estimate.map(exp) }

  /// The odds ratio's interval; nil where it is undefined.
  package var oddsInterval: Interval? {
    interval.flatMap {
      Interval(low: exp($0.low), high: exp($0.high), level: $0.level, method: $0.method)
    }
  }
}

/// The response of a logistic model as 0 and 1.
struct Outcomes {
  let values: [Double]
  let weights: [Double]?
  let event: String
  let eventCount: Double
  private let count: Double

  init(_ frame: ModelFrame) throws(StatisticsError) {
    let name = frame.formula.response.column
    let values = frame.response.high
    try need(1, of: values.count)
    if let levels = frame.responseLevels, levels.count > 2 {
      throw .invalidParameter(
        "'\(name)' has \(levels.count) labels; a logistic model has 2 outcomes")
    }
    guard values.allSatisfy({ $0 == 0 || $0 == 1 }) else {
      throw .invalidParameter("'\(name)' has other values than 0 and 1")
    }
    event = frame.responseLevels?.last ?? "1"
    self.values = values
    weights = frame.weights
    eventCount = values.indices.reduce(0) { $0 + values[$1] * (frame.weights?[$1] ?? 1) }
    count = Double(frame.count)
    guard eventCount > 0, eventCount < count else { throw .constant }
  }

  func weight(_ row: Int) -> Double { weights?[row] ?? 1 }

  func nullLogLikelihood(hasIntercept: Bool) -> Double {
    guard hasIntercept else { return count * log(0.5) }
    let others = count - eventCount
    return eventCount * log(eventCount / count) + others * log(others / count)
  }
}
