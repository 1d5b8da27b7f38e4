/// What the residuals of a linear model say about its assumptions.
///
/// - Shape: one value a row of the model; a weighted row has the leverage of one of its copies.
/// - Units: fitted values and residuals in the unit of the response, the others have none.
/// - Source: R. D. Cook and S. Weisberg, *Residuals and Influence in Regression* (1982);
///   R. Koenker, *J. Econometrics* 17 (1981), 107–112; J. Durbin and G. S. Watson, *Biometrika* 37
///   (1950), 409–428; C. M. Jarque and A. K. Bera, *Economics Letters* 6 (1980), 255–259.
package struct LinearDiagnostics: Statistic {
  package static let name = "linear_diagnostics"
  package static let title = "Residuals"
  package static let method = "Breusch–Pagan (Koenker), Jarque–Bera, Durbin–Watson"

  /// The model's value for each row.
  package let fitted: [Double]
  /// What the model leaves of each row.
  package let residuals: [Double]
  /// How far each row's design lies from the others, 0 to 1.
  package let leverages: [Double]
  /// Residuals over their own standard error; nil for a row that decides a coefficient alone.
  package let standardized: [Double?]
  /// How much the coefficients move without each row; nil for a row that decides one alone.
  package let cook: [Double?]
  /// Breusch and Pagan's test of one spread for all rows (Koenker's form): n R² of e² on the design;
  /// nil without regressors or intercept.
  package let breuschPagan: ResidualTest?
  /// Jarque and Bera's test of normal residuals, by their skewness and kurtosis; good from about 50
  /// rows on.
  package let jarqueBera: ResidualTest?
  /// Σ(eₜ − eₜ₋₁)²/Σe²: 2 where neighbouring rows are independent, near 0 where they are alike; nil
  /// with weights, which leave rows no order.
  package let durbinWatson: Double?

  /// A test whose statistic follows a chi-squared distribution.
  package struct ResidualTest: Hashable, Sendable {
    /// The statistic.
    package let statistic: Double
    /// Its degrees of freedom.
    package let degreesOfFreedom: Double
    /// P(greater).
    package let p: Double

    init?(_ statistic: Double, degreesOfFreedom: Double) {
      guard statistic.isFinite, degreesOfFreedom > 0 else { return nil }
      (self.statistic, self.degreesOfFreedom) = (statistic, degreesOfFreedom)
      p = ChiSquaredDistribution(degreesOfFreedom).survival(statistic)
    }
  }

  /// Looks at the residuals of a model; a perfect fit has none.
  package init(_ model: LinearModel) throws(StatisticsError) {
    guard let deviation = model.residualDeviation, deviation > 0 else {
      throw model.reason ?? .perfectFit
    }
    let look = ResidualLook(model)
    let (residuals, leverages) = (look.residuals, look.leverages)
    self.residuals = residuals
    self.leverages = leverages
    fitted = model.frame.rows.indices.map { model.fitted(ofRow: $0) }
    standardized = zip(residuals, leverages).map { residual, leverage in
      leverage < 1 - 1e-10 ? residual / (deviation * (1 - leverage).squareRoot()) : nil
    }
    cook = zip(standardized, leverages).map { standardized, leverage in
      standardized.map { $0 * $0 * leverage / (1 - leverage) / Double(model.rank) }
    }
    let weights = model.frame.weights
    breuschPagan = LinearDiagnostics.breuschPagan(model, look)
    jarqueBera = LinearDiagnostics.jarqueBera(residuals, weights)
    durbinWatson = weights == nil ? LinearDiagnostics.durbinWatson(residuals) : nil
  }

  /// The size of the standardised residual at which a row of a leverage has a Cook's distance:
  /// √(D p (1 − h)/h); nil where no residual or any has it.
  package static func residual(
    ofCook distance: Double, leverage: Double, coefficients: Int
  ) -> Double? {
    let size = (distance * Double(coefficients) * (1 - leverage) / leverage).squareRoot()
    return leverage > 0 && leverage < 1 && size.isFinite ? size : nil
  }

  private static func breuschPagan(
    _ model: LinearModel, _ look: ResidualLook
  ) -> ResidualTest? {
    guard model.basis.hasIntercept, model.rank > 1 else { return nil }
    let weights = model.frame.weights
    let mean = look.squares.value / Double(model.n)
    var total = CompensatedSum()
    for (row, residual) in look.residuals.enumerated() {
      let distance = residual * residual - mean
      total.add((weights?[row] ?? 1) * distance * distance)
    }
    let explained = look.products.dropFirst().reduce(0) { $0 + $1.value * $1.value }
    guard total.value > 0 else { return nil }
    return ResidualTest(
      Double(model.n) * explained / total.value, degreesOfFreedom: Double(model.rank - 1))
  }

  private static func jarqueBera(_ residuals: [Double], _ weights: [Double]?) -> ResidualTest? {
    let n = weights?.reduce(0, +) ?? Double(residuals.count)
    func moment(_ power: Int, around centre: Double) -> Double {
      var sum = CompensatedSum()
      for (row, residual) in residuals.enumerated() {
        let distance = residual - centre
        sum.add((0..<power).reduce(weights?[row] ?? 1) { product, _ in product * distance })
      }
      return sum.value / n
    }
    let mean = moment(1, around: 0)
    let variance = moment(2, around: mean)
    let skewness = moment(3, around: mean) / (variance * variance.squareRoot())
    let kurtosis = moment(4, around: mean) / (variance * variance) - 3
    return ResidualTest(
      n / 6 * (skewness * skewness + kurtosis * kurtosis / 4), degreesOfFreedom: 2)
  }

  private static func durbinWatson(_ residuals: [Double]) -> Double? {
    var (steps, squares) = (CompensatedSum(), CompensatedSum())
    for row in residuals.indices {
      squares.add(residuals[row] * residuals[row])
      guard row > 0 else { continue }
      let step = residuals[row] - residuals[row - 1]
      steps.add(step * step)
    }
    return squares.value > 0 ? steps.value / squares.value : nil
  }
}

/// One look at each row of a model: its coordinates are no longer held once they are summed.
private struct ResidualLook {
  private(set) var residuals: [Double] = []
  private(set) var leverages: [Double] = []
  /// Σe².
  private(set) var squares = CompensatedSum()
  /// Σe²q of each coordinate q.
  private(set) var products: [CompensatedSum]

  init(_ model: LinearModel) {
    let rows = model.frame.rows.indices
    products = Array(repeating: CompensatedSum(), count: model.rank)
    residuals.reserveCapacity(rows.count)
    leverages.reserveCapacity(rows.count)
    for row in rows {
      let q = model.coordinates(ofRow: row)
      let residual = model.residual(ofRow: row)
      residuals.append(residual)
      leverages.append(q.reduce(0) { $0 + $1 * $1 })
      let weighted = (model.frame.weights?[row] ?? 1) * (residual * residual)
      squares.add(weighted)
      for place in q.indices { products[place].add(weighted * q[place]) }
    }
  }
}
