#if canImport(Glibc)
  import Glibc
#endif

/// The coefficients of a linear model as a table prints them.
struct CoefficientTable {
  private(set) var coefficients: [ModelCoefficient] = []

  init(
    _ fit: LeastSquares, _ frame: ModelFrame, _ covariance: CoefficientCovariance,
    _ inflation: [Int: Double], level: Double
  ) {
    let test = CoefficientTest(degreesOfFreedom: covariance.degreesOfFreedom, level: level)
    func variance(_ place: Int) -> Double? { covariance.matrix.map { max(0, $0[place][place]) } }
    if fit.basis.hasIntercept {
      coefficients.append(
        ModelCoefficient(
          (ModelCoefficient.intercept, nil), fit.intercept.value, variance: variance(0),
          by: test, reason: covariance.reason))
    }
    let first = coefficients.count
    let places = Dictionary(
      uniqueKeysWithValues: fit.basis.kept.enumerated().map { ($1, $0) })
    for (column, regressor) in frame.regressors.enumerated() {
      if let place = places[column] {
        coefficients.append(
          ModelCoefficient(
            (regressor.name, regressor.term), fit.slopes[place].value,
            variance: variance(first + place), by: test, reason: covariance.reason,
            inflation: inflation[regressor.term]))
      } else {
        coefficients.append(
          ModelCoefficient(
            name: regressor.name, term: regressor.term,
            undefined: frame.reason(for: column, in: fit.basis)))
      }
    }
  }
}

extension ModelCoefficient {
  /// A coefficient that the data do not tell.
  init(name: String, term: Int, undefined reason: StatisticsError) {
    (self.name, self.term, self.reason) = (name, term, reason)
    (estimate, standardError, statistic, p, interval) = (nil, nil, nil, nil, nil)
    inflation = nil
  }

  /// A coefficient with its variance, tested.
  init(
    _ place: (name: String, term: Int?), _ estimate: Double, variance: Double?,
    by test: CoefficientTest, reason: StatisticsError?, inflation: Double? = nil
  ) {
    (name, term) = place
    self.estimate = estimate
    self.inflation = inflation
    standardError = variance?.squareRoot()
    let isTested = (standardError ?? 0) > 0
    statistic = isTested ? standardError.map { estimate / $0 } : nil
    p = statistic.map(test.p)
    interval = standardError.flatMap { test.interval(estimate, $0) }
    self.reason = reason ?? (isTested ? nil : .perfectFit)
  }
}

extension ModelFrame {
  /// Why the data do not tell a regressor's coefficient: what it is made up of.
  func reason(for column: Int, in basis: OrthogonalBasis) -> StatisticsError {
    guard let found = basis.dependent.first(where: { $0.column == column }) else {
      return .constant
    }
    guard !found.parts.isEmpty else { return .constant }
    let level = found.parts.reduce(basis.mean(column).value) {
      $0 - $1.factor * basis.mean($1.column).value
    }
    let size = abs(basis.mean(column).value) + basis.unit(column)
    var parts = found.parts.map { (factor: $0.factor, name: regressors[$0.column].name) }
    if basis.hasIntercept, abs(level) > 1e-9 * size { parts.insert((level, ""), at: 0) }
    return .collinear("= " + ModelFrame.sum(parts))
  }

  /// A sum as a reader writes it: `1 − 0.5 age + weight`.
  private static func sum(_ parts: [(factor: Double, name: String)]) -> String {
    var text = ""
    for (place, part) in parts.enumerated() {
      let isNegative = part.factor < 0
      text += place == 0 ? (isNegative ? "−" : "") : (isNegative ? " − " : " + ")
      let size = shortNumber(abs(part.factor))
      text += part.name.isEmpty ? size : size == "1" ? part.name : "\(size) \(part.name)"
    }
    return text
  }

  /// Four significant digits, none that say nothing.
  private static func shortNumber(_ number: Double) -> String {
    guard number > 0, number.isFinite else { return "0" }
    let scale = pow(10, 3 - log10(number).rounded(.down))
    let rounded = (number * scale).rounded() / scale
    guard rounded.isFinite else { return number.description }
    return rounded == rounded.rounded() && rounded < 1e15
      ? String(Int(rounded)) : rounded.description
  }
}
