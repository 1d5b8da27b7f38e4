/// The covariance of a linear model's coefficients by the errors asked for.
///
/// - Source: J. G. MacKinnon and H. White, *J. Econometrics* 29 (1985), 305–325 (HC3); K.-Y. Liang and
///   S. L. Zeger, *Biometrika* 73 (1986), 13–22 (clusters).
struct CoefficientCovariance {
  /// Intercept first; nil where it is undefined.
  let matrix: [[Double]]?
  /// The degrees of freedom of t.
  let degreesOfFreedom: Double
  let errors: ModelErrors
  /// Why it is undefined.
  let reason: StatisticsError?

  init(_ fit: LeastSquares, _ frame: ModelFrame, _ errors: ModelErrors, _ spread: ModelSpread) {
    self.errors = errors
    let left = spread.degreesOfFreedom
    degreesOfFreedom = Double(errors == .cluster ? frame.clusterCount - 1 : left)
    if left < 1 {
      (matrix, reason) = (nil, .tooFew(needed: fit.basis.rank + 1, got: frame.count))
    } else if errors == .cluster, frame.clusterCount < 2 {
      (matrix, reason) = (nil, .tooFewGroups(needed: 2, got: frame.clusterCount))
    } else if errors == .classic || spread.isPerfect {
      let variance = spread.residualSquares / Double(left)
      matrix = fit.basis.unscaledCovariance.map { $0.map { $0 * variance } }
      reason = nil
    } else {
      let meat = ScoreProducts(fit, frame, errors)
      matrix = meat.hasDecisiveRow ? nil : fit.basis.covariance(meat.products)
      reason = meat.hasDecisiveRow ? .decisiveRow : nil
    }
  }
}

/// The sums of products of the rows' scores, in the basis' coordinates.
private struct ScoreProducts {
  private(set) var products: [[Double]]
  private(set) var hasDecisiveRow = false

  init(_ fit: LeastSquares, _ frame: ModelFrame, _ errors: ModelErrors) {
    let rank = fit.basis.rank
    products = Array(repeating: Array(repeating: 0, count: rank), count: rank)
    if errors == .cluster {
      addClusters(fit, frame)
    } else {
      addRows(fit, frame)
    }
  }

  private mutating func addRows(_ fit: LeastSquares, _ frame: ModelFrame) {
    for row in frame.rows.indices {
      let q = fit.basis.coordinates { frame.regressors[$0].values.value(row) }
      let leverage = q.reduce(0) { $0 + $1 * $1 }
      // Beyond this the row's own residual is rounding.
      guard leverage < 1 - 1e-10 else {
        hasDecisiveRow = true
        return
      }
      let scaled = fit.residual(row).value / (1 - leverage)
      add(q, weight: (frame.weights?[row] ?? 1) * scaled * scaled)
    }
  }

  private mutating func addClusters(_ fit: LeastSquares, _ frame: ModelFrame) {
    guard let clusters = frame.clusters else { return }
    let rank = fit.basis.rank
    var scores = Array(
      repeating: Array(repeating: CompensatedSum(), count: rank), count: frame.clusterCount)
    for row in frame.rows.indices {
      let q = fit.basis.coordinates { frame.regressors[$0].values.value(row) }
      let residual = fit.residual(row).value * (frame.weights?[row] ?? 1)
      for place in q.indices { scores[clusters[row]][place].add(q[place] * residual) }
    }
    let (groups, n) = (Double(frame.clusterCount), Double(frame.count))
    let correction = groups / (groups - 1) * ((n - 1) / (n - Double(rank)))
    for score in scores { add(score.map(\.value), weight: correction) }
  }

  private mutating func add(_ q: [Double], weight: Double) {
    for i in q.indices {
      let scaled = q[i] * weight
      for j in q.indices { products[i][j] += scaled * q[j] }
    }
  }
}
