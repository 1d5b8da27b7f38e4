/// How much the columns of a model lean on each other.
///
/// - Source: J. Fox and G. Monette, *JASA* 87 (1992), 178–183.
struct Collinearity {
  /// The variance inflation of each term: det(R₁₁) det(R₂₂)/det(R), which for one column is
  /// 1/(1 − R²) of the column on all others.
  let inflation: [Int: Double]
  /// √(λ max/λ min) of the columns' correlations; nil for fewer than one column.
  let conditionNumber: Double?

  init(_ basis: OrthogonalBasis, _ products: CentredProducts, _ frame: ModelFrame) {
    let kept = basis.kept
    let sizes = kept.map { products.product($0, $0).value.squareRoot() }
    let correlations = kept.indices.map { i in
      kept.indices.map { j in products.product(kept[i], kept[j]).value / (sizes[i] * sizes[j]) }
    }
    let first = basis.hasIntercept ? 1 : 0
    let unscaled = basis.unscaledCovariance
    let lengths = zip(kept, sizes).map { $1 * basis.unit($0) }
    let inverse = kept.indices.map { i in
      kept.indices.map { j in unscaled[first + i][first + j] * lengths[i] * lengths[j] }
    }
    let terms = Dictionary(grouping: kept.indices) { frame.regressors[kept[$0]].term }
    inflation =
      terms.count < 2
      ? [:]
      : terms.mapValues { places in
        determinant(places.map { i in places.map { correlations[i][$0] } })
          * determinant(places.map { i in places.map { inverse[i][$0] } })
      }
    conditionNumber =
      kept.isEmpty
      ? nil : (largestStretch(correlations) * largestStretch(inverse)).squareRoot()
  }
}

/// The determinant of a positive definite matrix.
private func determinant(_ matrix: [[Double]]) -> Double {
  var (rest, product) = (matrix, 1.0)
  for pivot in rest.indices {
    product *= rest[pivot][pivot]
    for row in rest.indices.dropFirst(pivot + 1) {
      let share = rest[row][pivot] / rest[pivot][pivot]
      for column in pivot..<rest.count { rest[row][column] -= share * rest[pivot][column] }
    }
  }
  return product
}

/// The largest eigenvalue of a symmetric, positive definite matrix, by powers.
private func largestStretch(_ matrix: [[Double]]) -> Double {
  // No symmetry of the columns makes this start stand at right angles to what is sought.
  var vector = matrix.indices.map { 1 + 0.37 * Double($0 % 7) + Double($0).squareRoot() }
  var stretch = 0.0
  for _ in 0..<2_000 {
    let size = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    vector = vector.map { $0 / size }
    let image = matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    let found = zip(image, vector).reduce(0) { $0 + $1.0 * $1.1 }
    if abs(found - stretch) <= 1e-15 * found { return found }
    (stretch, vector) = (found, image)
  }
  return stretch
}
