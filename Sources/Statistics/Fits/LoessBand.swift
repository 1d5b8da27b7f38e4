/// A smooth curve through two columns with its confidence band: local lines or parabolas, tricube
/// weights over the nearest share of rows (R's `loess`, family gaussian, surface direct).
///
/// The curve is a weighted sum of the y, so that its error follows from the residual spread: s² =
/// RSS/δ₁ and t with δ₁²/δ₂ degrees of freedom, where δₖ = tr(((I − L)(I − L)ᵀ)ᵏ). The band is of the
/// curve's own mean: it holds no bias where the curve is too stiff.
///
/// - Shape: two columns of equal length; at least 5 complete pairs and spread in x.
/// - Missing: a row that lacks either value is left out and counted.
/// - Source: W. S. Cleveland and S. J. Devlin, *JASA* 83 (1988), 596–610.
package struct LoessBand: Statistic {
  package static let name = "loess_band"
  package static let title = "LOESS with a band"
  package static let method = "local polynomials, tricube weights; t band from the curve's operator"

  /// How many complete pairs.
  package let n: Int
  /// How many rows lack a value.
  package let missing: Int
  /// How many further rows hold an infinite value.
  package let infinite: Int
  /// Where the curve is told: evenly spaced from the smallest to the largest x, or as was asked.
  package let positions: [Double]
  /// The curve's height at each position.
  package let heights: [Double]
  /// The standard error of each height.
  package let standardErrors: [Double]
  /// The confidence band of each height; nil where there is no spread.
  package let bands: [Interval?]
  /// The residual standard error s.
  package let residualDeviation: Double
  /// The degrees of freedom of t: δ₁²/δ₂, beyond ``exactRows`` rows δ₁.
  package let degreesOfFreedom: Double

  /// The most rows whose δ are summed over all rows; beyond, every so many stand for all.
  package static let exactRows = 400

  /// How a curve is made.
  package struct Options: Hashable, Sendable {
    /// The share of rows that each local fit sees, above 0 and at most 1.
    package var span = 0.75
    /// 1 for lines, 2 for parabolas.
    package var degree = 1
    /// How many points the curve has, at least 2.
    package var points = 80
    /// The level of the band.
    package var level = 0.95
    /// Where the curve is told; empty for even distances.
    package var places: [Double] = []

    /// Lines over three quarters of the rows, unless told otherwise.
    package init(span: Double = 0.75, degree: Int = 1, points: Int = 80, level: Double = 0.95) {
      (self.span, self.degree, self.points, self.level) = (span, degree, points, level)
    }
  }

  /// Smooths two columns' doubles, NaN being a missing value.
  package init(_ x: [Double], _ y: [Double], _ options: Options = Options())
    throws(StatisticsError)
  {
    try LoessBand.check(options)
    let rows = try PairedSample(x, y)
    try need(options.degree + 4, of: rows.count)
    let smoother = LocalPolynomials(rows, options)
    guard let low = smoother.x.first, let high = smoother.x.last, low < high else {
      throw .constant
    }
    n = rows.count
    (missing, infinite) = (rows.missing, rows.infinite)
    let last = Double(options.points - 1)
    let even = (0..<options.points).map {
      low * (1 - Double($0) / last) + high * (Double($0) / last)
    }
    positions = options.places.isEmpty ? even : options.places
    let spread = LoessSpread(smoother)
    let fits = positions.map(smoother.fit)
    heights = fits.map(\.height)
    guard heights.allSatisfy(\.isFinite), spread.deviation.isFinite, spread.freedom > 0 else {
      throw .outOfRange
    }
    residualDeviation = spread.deviation
    degreesOfFreedom = spread.freedom
    standardErrors = fits.map { spread.deviation * $0.length }
    let reach = StudentTDistribution(spread.freedom).critical(level: options.level)
    bands = zip(heights, standardErrors).map { height, error in
      Interval(
        low: height - reach * error, high: height + reach * error, level: options.level,
        method: "t")
    }
  }

  /// The interval for one new y at a position: the height's error and the residual spread together.
  package func predictionBand(at index: Int) -> Interval? {
    guard let band = bands[index] else { return nil }
    let error = standardErrors[index]
    let whole = (error * error + residualDeviation * residualDeviation).squareRoot()
    let reach = StudentTDistribution(degreesOfFreedom).critical(level: band.level) * whole
    return Interval(
      low: heights[index] - reach, high: heights[index] + reach, level: band.level,
      method: "new observation, t")
  }

  private static func check(_ options: Options) throws(StatisticsError) {
    guard options.span > 0, options.span <= 1 else {
      throw .invalidParameter("a span is above 0 and at most 1")
    }
    guard options.degree == 1 || options.degree == 2 else {
      throw .invalidParameter("a degree is 1 or 2")
    }
    guard options.points > 1 else { throw .invalidParameter("a curve has at least 2 points") }
    try checkLevel(options.level)
  }
}

/// Rows in the order of x, and the local polynomials through them.
private struct LocalPolynomials {
  let x: [Double]
  let y: [Double]
  private let neighbours: Int
  private let degree: Int

  /// A height as a weighted sum of some rows' y.
  struct Fit {
    let rows: Range<Int>
    /// The weight of each row.
    let weights: [Double]
    let height: Double

    /// √Σ weight².
    var length: Double { weights.reduce(0) { $0 + $1 * $1 }.squareRoot() }
  }

  init(_ pairs: PairedSample, _ options: LoessBand.Options) {
    let order = RadixSort.order(pairs.x).map(Int.init)
    x = order.map { pairs.x[$0] }
    y = order.map { pairs.y[$0] }
    degree = options.degree
    // R rounds the share of rows down, a hair above for exact products.
    neighbours = min(
      max(Int(options.span * Double(x.count) + 1e-5), options.degree + 1), x.count)
  }

  func fit(at place: Double) -> Fit {
    let rows = window(around: place)
    let reach = max(place - x[rows.lowerBound], x[rows.upperBound - 1] - place)
    let places = rows.map { reach > 0 ? (x[$0] - place) / reach : 0 }
    let weights = places.map { place in
      let rest = max(0, 1 - abs(place * place * place))
      return rest * rest * rest
    }
    var shares = places.map { _ in 0.0 }
    for polynomial in polynomials(places, weights) {
      for row in shares.indices {
        shares[row] += polynomial.atCentre * polynomial.values[row] * weights[row]
      }
    }
    let height = zip(rows, shares).reduce(0) { $0 + y[$1.0] * $1.1 }
    return Fit(rows: rows, weights: shares, height: height)
  }

  /// Polynomials at right angles under the weights, each with its value in the middle; none of a
  /// degree that the places do not tell.
  private func polynomials(_ places: [Double], _ weights: [Double])
    -> [(values: [Double], atCentre: Double)]
  {
    func product(_ a: [Double], _ b: [Double]) -> Double {
      var sum = CompensatedSum()
      for row in a.indices { sum.add(weights[row] * a[row] * b[row]) }
      return sum.value
    }
    var found: [(values: [Double], atCentre: Double)] = []
    for power in 0...degree {
      var values = places.map { place in (0..<power).reduce(1.0) { product, _ in product * place } }
      var centre = power == 0 ? 1.0 : 0
      let whole = product(values, values)
      // Twice is enough: what the first pass leaves of the others is rounding.
      for _ in 0..<2 {
        for other in found {
          let share = product(values, other.values)
          values = zip(values, other.values).map { $0 - share * $1 }
          centre -= share * other.atCentre
        }
      }
      let left = product(values, values)
      guard left > 1e-12 * whole, left > 0 else { break }
      let size = left.squareRoot()
      found.append((values.map { $0 / size }, centre / size))
    }
    return found
  }

  /// The nearest rows to a place.
  private func window(around place: Double) -> Range<Int> {
    // The first start from which the row beyond the window's end is no nearer than its first row.
    var (low, high) = (0, x.count - neighbours)
    while low < high {
      let middle = (low + high) / 2
      if place - x[middle] > x[middle + neighbours] - place {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low..<low + neighbours
  }
}

/// What a smoother leaves of the rows.
private struct LoessSpread {
  let deviation: Double
  let freedom: Double

  init(_ smoother: LocalPolynomials) {
    let count = smoother.x.count
    let step = (count + LoessBand.exactRows - 1) / LoessBand.exactRows
    let rows = Array(stride(from: 0, to: count, by: step))
    // The rows of I − L.
    var (squares, first) = (CompensatedSum(), CompensatedSum())
    var operators: [[Double]] = []
    for row in rows {
      let fit = smoother.fit(at: smoother.x[row])
      var rest = Array(repeating: 0.0, count: count)
      for (place, weight) in zip(fit.rows, fit.weights) { rest[place] = -weight }
      rest[row] += 1
      let residual = smoother.y[row] - fit.height
      squares.add(residual * residual)
      first.add(rest.reduce(0) { $0 + $1 * $1 })
      if step == 1 { operators.append(rest) }
    }
    let share = Double(count) / Double(rows.count)
    let delta = first.value * share
    deviation = (squares.value * share / delta).squareRoot()
    freedom = step == 1 ? delta * delta / LoessSpread.second(operators) : delta
  }

  /// The sum of squares of (I − L)(I − L)ᵀ.
  private static func second(_ rows: [[Double]]) -> Double {
    var sum = CompensatedSum()
    for i in rows.indices {
      for j in 0...i {
        let product = zip(rows[i], rows[j]).reduce(0) { $0 + $1.0 * $1.1 }
        sum.add((i == j ? 1 : 2) * product * product)
      }
    }
    return sum.value
  }
}
