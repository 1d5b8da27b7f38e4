#if canImport(Glibc)
  import Glibc
#endif

/// The coefficients of greatest likelihood, by Newton's method: each step a least squares fit with the
/// exactness of a linear model's.
struct LogisticFit {
  private(set) var basis: OrthogonalBasis
  private(set) var slopes: [Double]
  private(set) var intercept = 0.0
  private(set) var probabilities: [Double]
  private(set) var logLikelihood: Double
  private(set) var steps = 0
  private var predictors: [Double]
  private let frame: ModelFrame
  private let outcomes: Outcomes

  // A finite maximum is found in fewer steps; towards an infinite one each step goes 1 further, so
  // that after so many the weights of what is told apart are 1e-13 and still exact.
  private static let mostSteps = 30

  init(_ frame: ModelFrame, _ outcomes: Outcomes) throws(StatisticsError) {
    (self.frame, self.outcomes) = (frame, outcomes)
    predictors = frame.rows.map { _ in 0 }
    probabilities = frame.rows.map { _ in 0.5 }
    logLikelihood = -.infinity
    basis = LogisticFit.products(frame, frame.rows.indices.map(outcomes.weight)).basis
    guard basis.isFinite else { throw .outOfRange }
    slopes = basis.kept.map { _ in 0 }
    logLikelihood = likelihood(predictors)
    var left = 2
    while left > 0 {
      guard steps < LogisticFit.mostSteps else { throw failure }
      let before = logLikelihood
      try step()
      // Once the likelihood stands still, two more steps double what digits there are twice.
      if logLikelihood - before <= 1e-9 * abs(before) { left -= 1 } else { left = 2 }
    }
    basis = LogisticFit.products(frame, weights).basis
    if lastReach > 0.3 { throw failure }
  }

  /// How far the last step moved a row's predictor at most.
  private var lastReach = 0.0
  private var lastStep: [Double] = []

  private var weights: [Double] {
    probabilities.indices.map { row in
      outcomes.weight(row) * max(probabilities[row] * (1 - probabilities[row]), 1e-300)
    }
  }

  private static func products(
    _ frame: ModelFrame, _ weights: [Double], _ response: [Double] = []
  ) -> (products: CentredProducts, basis: OrthogonalBasis) {
    let columns = frame.regressors.map(\.values)
    let last = DesignColumn(
      response.isEmpty ? weights.map { _ in 0 } : response, precision: DesignColumn.rounded)
    let products = CentredProducts(
      columns + [last], weights: weights, centred: frame.formula.hasIntercept)
    return (
      products,
      OrthogonalBasis(products, columns, hasIntercept: frame.formula.hasIntercept)
    )
  }

  /// One step of Newton's method, halved while it goes too far.
  private mutating func step() throws(StatisticsError) {
    let weights = self.weights
    // What is left of each row, over the slope of its probability.
    let rest = probabilities.indices.map { row in
      outcomes.weight(row) * (outcomes.values[row] - probabilities[row]) / weights[row]
    }
    let (products, found) = LogisticFit.products(frame, weights, rest)
    guard found.isFinite else { throw .outOfRange }
    guard found.kept == basis.kept else { throw failure }
    basis = found
    let response = frame.regressors.count
    let unit = products.units[response]
    let moves = basis.solve(basis.kept.map { products.product($0, response) })
      .slopes.map { ($0 * unit).value }
    var level = 0.0
    if basis.hasIntercept {
      level =
        zip(basis.kept, moves).reduce(products.means[response]) {
          $0 - products.means[$1.0] * $1.1
        }.value
    }
    guard level.isFinite, moves.allSatisfy(\.isFinite) else { throw .outOfRange }
    advance(level, moves)
    steps += 1
  }

  private mutating func advance(_ level: Double, _ moves: [Double]) {
    let direction = frame.rows.indices.map { row in
      zip(basis.kept, moves).reduce(DoubleDouble(level)) {
        $0 + frame.regressors[$1.0].values.value(row) * $1.1
      }.value
    }
    var share = 1.0
    var moved = zip(predictors, direction).map { $0 + $1 }
    var reached = likelihood(moved)
    while !(reached >= logLikelihood - 1e-9 * abs(logLikelihood)), share > 1e-3 {
      share /= 2
      moved = zip(predictors, direction).map { $0 + share * $1 }
      reached = likelihood(moved)
    }
    intercept += share * level
    slopes = zip(slopes, moves).map { $0 + share * $1 }
    (predictors, logLikelihood) = (moved, reached)
    probabilities = moved.map(LogisticFit.probability)
    lastReach = share * (direction.map(abs).max() ?? 0)
    lastStep = moves
  }

  private static func probability(_ predictor: Double) -> Double {
    predictor >= 0 ? 1 / (1 + exp(-predictor)) : exp(predictor) / (1 + exp(predictor))
  }

  private func likelihood(_ predictors: [Double]) -> Double {
    var sum = CompensatedSum()
    for (row, predictor) in predictors.enumerated() {
      // The logarithm of the probability of what happened, exact on both sides.
      let margin = outcomes.values[row] == 1 ? predictor : -predictor
      let logarithm = margin > 0 ? -log1p(exp(-margin)) : margin - log1p(exp(margin))
      sum.add(outcomes.weight(row) * logarithm)
    }
    return sum.value
  }

  /// Why there is no finite maximum: the terms that still move.
  private var failure: StatisticsError {
    guard lastReach > 0.3 else { return .notConverged(steps: steps) }
    let moving = zip(basis.kept, lastStep).filter { column, move in
      let (low, high) = Sample.range(of: frame.regressors[column].values.high)
      return abs(move) * ((high ?? 0) - (low ?? 0)) > 0.3
    }
    return .separated(moving.map { frame.regressors[$0.0].name })
  }

  /// The coefficients with Wald's tests.
  func coefficients(_ frame: ModelFrame, level: Double) -> [ModelCoefficient] {
    let test = CoefficientTest(degreesOfFreedom: nil, level: level)
    let covariance = basis.unscaledCovariance
    var coefficients: [ModelCoefficient] = []
    if basis.hasIntercept {
      coefficients.append(
        ModelCoefficient(
          (ModelCoefficient.intercept, nil), intercept, variance: covariance[0][0], by: test,
          reason: nil))
    }
    let first = coefficients.count
    let places = Dictionary(uniqueKeysWithValues: basis.kept.enumerated().map { ($1, $0) })
    return coefficients
      + frame.regressors.enumerated().map { column, regressor in
        guard let place = places[column] else {
          return ModelCoefficient(
            name: regressor.name, term: regressor.term,
            undefined: frame.reason(for: column, in: basis))
        }
        return ModelCoefficient(
          (regressor.name, regressor.term), slopes[place],
          variance: covariance[first + place][first + place], by: test, reason: nil)
      }
  }
}
