/// What least squares needs of a design: directions at right angles that its columns span, and the way
/// back to coefficients.
///
/// Each row has coordinates q with ΣqᵢqᵢT = 1, so that a leverage is the square of a row's length and
/// a covariance of coefficients is a covariance of coordinates, transformed.
struct OrthogonalBasis: Hashable, Sendable {
  /// Whether the first coordinate is the mean level.
  let hasIntercept: Bool
  /// How many rows, each as often as its weight says.
  let count: Double
  /// The regressors that stand on their own.
  let kept: [Int]
  /// The regressors that others make up, with their factors in the columns' own units.
  let dependent: [ExactCholesky.Dependence]
  /// The smallest share of a column's square that the columns before it leave.
  let smallestShare: Double
  private let factor: ExactCholesky
  private let means: [DoubleDouble]
  private let units: [Double]
  private let inverse: [[DoubleDouble]]
  private let plainInverse: [[Double]]
  /// The coefficients, intercept first, from coordinates: a row for each coefficient.
  let transform: [[Double]]

  /// Whether the products that it was made from are numbers.
  var isFinite: Bool { factor.isFinite }

  /// How many coefficients.
  var rank: Int { kept.count + (hasIntercept ? 1 : 0) }

  /// The basis of the first `columns.count` columns of some products.
  init(_ products: CentredProducts, _ columns: [DesignColumn], hasIntercept: Bool) {
    let noise = columns.enumerated().map { index, column in
      OrthogonalBasis.noise(column, unit: products.units[index], count: products.count)
    }
    let factor = ExactCholesky(
      count: columns.count, entry: products.product,
      noise: { column, parts in
        parts.reduce(noise[column]) { $0 + $1.factor * $1.factor * noise[$1.column] }
      })
    self.hasIntercept = hasIntercept
    self.factor = factor
    count = products.count
    kept = factor.kept
    (means, units) = (products.means, products.units)
    dependent = factor.dependent.map { found in
      ExactCholesky.Dependence(
        column: found.column,
        parts: found.parts.filter { abs($0.factor) > 1e-9 }.map { part in
          (part.column, part.factor * (products.units[found.column] / products.units[part.column]))
        })
    }
    smallestShare =
      factor.kept.enumerated().map { place, column in
        let own = factor.rows[place][place].value
        return own * own / products.product(column, column).value
      }.min() ?? 1
    inverse = factor.inverse
    plainInverse = inverse.map { $0.map(\.value) }
    transform = OrthogonalBasis.transform(
      inverse, kept.map { products.means[$0] }, kept.map { products.units[$0] },
      count: hasIntercept ? products.count : nil)
  }

  /// The square that rounding of a column's digits may leave where there is nothing, in its unit.
  private static func noise(_ column: DesignColumn, unit: Double, count: Double) -> Double {
    let (low, high) = Sample.range(of: column.high)
    let digit = max(abs(low ?? 0), abs(high ?? 0)) / unit * column.precision
    return 4 * count * digit * digit
  }

  private static func transform(
    _ inverse: [[DoubleDouble]], _ means: [DoubleDouble], _ units: [Double], count: Double?
  ) -> [[Double]] {
    var slopes: [[Double]] = []
    for column in units.indices {
      slopes.append(
        units.indices.map { place in
          place < column ? 0 : inverse[place][column].value / units[column]
        })
    }
    guard let count else { return slopes }
    let level = inverse.map { row in
      -zip(row, zip(means, units)).map { $0 * $1.0 / $1.1 }.reduce(DoubleDouble(0), +).value
    }
    return [[1 / count.squareRoot()] + level] + slopes.map { [0] + $0 }
  }

  /// The coordinates of a response from its products with the kept columns in their units, and the
  /// slopes that they stand for.
  func solve(_ products: [DoubleDouble]) -> (coordinates: [DoubleDouble], slopes: [DoubleDouble]) {
    let coordinates = factor.forward(products)
    let slopes = zip(factor.backward(coordinates), kept).map { $0 / units[$1] }
    return (coordinates, slopes)
  }

  /// A column's values around its mean, in its unit, with all digits.
  func deviation(_ column: Int, _ value: DoubleDouble) -> DoubleDouble {
    (value - means[column]) / units[column]
  }

  /// The mean of a column.
  func mean(_ column: Int) -> DoubleDouble { means[column] }

  /// The unit of a column.
  func unit(_ column: Int) -> Double { units[column] }

  /// Whether doubles tell a row's coordinates to about 14 digits.
  private var isEasy: Bool { smallestShare > 1e-4 }

  /// The coordinates of a row, given the value of each regressor.
  func coordinates(_ value: (_ column: Int) -> DoubleDouble) -> [Double] {
    let level = hasIntercept ? [1 / count.squareRoot()] : []
    let deviations = kept.map { deviation($0, value($0)) }
    if isEasy {
      let plain = deviations.map(\.value)
      return level
        + plainInverse.map { row in zip(row, plain).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    return level
      + inverse.map { row in
        zip(row, deviations).map { $0 * $1 }.reduce(DoubleDouble(0), +).value
      }
  }

  /// The covariance of the coefficients from that of the coordinates.
  func covariance(_ inner: [[Double]]) -> [[Double]] {
    let half = transform.map { row in
      inner.indices.map { column in
        row.indices.reduce(0.0) { $0 + row[$1] * inner[$1][column] }
      }
    }
    return half.map { row in
      transform.map { other in zip(row, other).reduce(0) { $0 + $1.0 * $1.1 } }
    }
  }

  /// The covariance of the coefficients where coordinates are independent with variance 1.
  var unscaledCovariance: [[Double]] {
    transform.map { row in
      transform.map { other in zip(row, other).reduce(0) { $0 + $1.0 * $1.1 } }
    }
  }
}
