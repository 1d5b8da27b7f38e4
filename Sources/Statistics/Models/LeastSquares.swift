#if canImport(Glibc)
  import Glibc
#endif

/// The coefficients that leave the least squares, with about 30 digits inside.
struct LeastSquares {
  let basis: OrthogonalBasis
  /// One for each kept regressor, in the unit of the response over its own.
  private(set) var slopes: [DoubleDouble]
  private(set) var intercept = DoubleDouble(0)
  /// The products of the regressors and, last, the response.
  let products: CentredProducts
  /// Σ(y − ŷ)².
  private(set) var residualSquares = DoubleDouble(0)
  /// Σ(y − ȳ)², Σy² without an intercept.
  let totalSquares: DoubleDouble
  private let frame: ModelFrame

  var isFinite: Bool {
    basis.isFinite && intercept.value.isFinite && slopes.allSatisfy(\.value.isFinite)
      && totalSquares.value.isFinite && residualSquares.value.isFinite
  }

  init(_ frame: ModelFrame) {
    let columns = frame.regressors.map(\.values)
    let hasIntercept = frame.formula.hasIntercept
    products = CentredProducts(
      columns + [frame.response], weights: frame.weights, centred: hasIntercept)
    basis = OrthogonalBasis(products, columns, hasIntercept: hasIntercept)
    self.frame = frame
    let (response, unit) = (columns.count, products.units[columns.count])
    totalSquares = products.product(response, response) * unit * unit
    let solution = basis.solve(basis.kept.map { [products] in products.product($0, response) })
    slopes = solution.slopes.map { $0 * unit }
    setIntercept()
    let explained = solution.coordinates.map { $0 * $0 }.reduce(DoubleDouble(0), +)
    residualSquares = totalSquares - explained * unit * unit
    // What little is left of the squares, or what hard columns leave, is told by the rows alone.
    let isHard = basis.smallestShare < 1e-10
    guard isHard || residualSquares.value < totalSquares.value * 1e-14 else { return }
    if isHard { refine() }
    residualSquares = sum { row, rest in rest * rest }
  }

  private mutating func setIntercept() {
    guard basis.hasIntercept else { return }
    let level = products.means[frame.regressors.count]
    intercept = zip(basis.kept, slopes).reduce(level) { $0 - products.means[$1.0] * $1.1 }
  }

  /// One step that fits what the coefficients leave.
  private mutating func refine() {
    let products = basis.kept.map { column in
      let values = frame.regressors[column].values
      return sum { row, rest in basis.deviation(column, values.value(row)) * rest }
    }
    slopes = zip(slopes, basis.solve(products).slopes).map { $0 + $1 }
    setIntercept()
  }

  /// What the coefficients leave of a row's response.
  func residual(_ row: Int) -> DoubleDouble {
    zip(basis.kept, slopes).reduce(frame.response.value(row) - intercept) {
      $0 - frame.regressors[$1.0].values.value(row) * $1.1
    }
  }

  private func sum(_ term: (_ row: Int, _ residual: DoubleDouble) -> DoubleDouble) -> DoubleDouble {
    frame.rows.indices.reduce(DoubleDouble(0)) { sum, row in
      sum + term(row, residual(row)) * (frame.weights?[row] ?? 1)
    }
  }
}

/// What a linear model leaves and explains, as figures of the whole.
struct ModelSpread {
  let residualSquares: Double
  let totalSquares: Double
  let explainedSquares: Double
  let degreesOfFreedom: Int
  let rank: Int
  /// Whether nothing is left but what rounding of the response leaves.
  let isPerfect: Bool
  let rSquared: Double?
  let reason: StatisticsError?
  private let n: Double

  init(_ fit: LeastSquares, _ frame: ModelFrame) {
    let (low, high) = Sample.range(of: frame.response.high)
    let isConstant = low == high && frame.formula.hasIntercept
    let size = max(abs(low ?? 0), abs(high ?? 0))
    let noise = 4 * size * max(frame.response.precision, 0x1p-98)
    n = Double(frame.count)
    rank = fit.basis.rank
    degreesOfFreedom = frame.count - rank
    isPerfect = isConstant || fit.residualSquares.value <= n * noise * noise
    let residual = isPerfect ? DoubleDouble(0) : fit.residualSquares
    let explained = fit.totalSquares - residual
    residualSquares = max(0, residual.value)
    (totalSquares, explainedSquares) = (fit.totalSquares.value, explained.value)
    rSquared =
      isConstant || totalSquares == 0
      ? nil : (DoubleDouble(1) - residual / fit.totalSquares).value
    if isConstant {
      reason = .constant
    } else if degreesOfFreedom < 1 {
      reason = .tooFew(needed: rank + 1, got: frame.count)
    } else {
      reason = isPerfect ? .perfectFit : nil
    }
  }

  var deviation: Double? {
    degreesOfFreedom > 0 ? (residualSquares / Double(degreesOfFreedom)).squareRoot() : nil
  }

  func adjusted(hasIntercept: Bool) -> Double? {
    guard let rSquared, degreesOfFreedom > 0 else { return nil }
    return 1 - (n - (hasIntercept ? 1 : 0)) / Double(degreesOfFreedom) * (1 - rSquared)
  }

  var logLikelihood: Double? {
    guard residualSquares > 0 else { return nil }
    return -n / 2 * (log(2 * .pi * residualSquares / n) + 1)
  }
}
