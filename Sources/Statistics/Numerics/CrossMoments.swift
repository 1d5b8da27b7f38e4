/// Count, means and centred sums of squares and products of two columns' complete rows: what
/// correlations and straight lines are made of.
///
/// Two passes of exact products summed in double-double, over exact distances; those of parts merge
/// into those of the whole. A weighted row counts as so many rows.
package struct CrossMoments: Hashable, Sendable {
  /// How many rows, each as often as its weight says.
  package let count: Int
  /// The mean and squares of x.
  package let x: ColumnSums
  /// The mean and squares of y.
  package let y: ColumnSums
  /// Σ(x − x̄)(y − ȳ) of the distances, in the unit of x times that of y.
  package let products: DoubleDouble

  /// The mean of x.
  package var meanX: Double { x.mean }
  /// The mean of y.
  package var meanY: Double { y.mean }
  /// The power of two that distances of x are measured in, in the sums; see ``Moments/unit``.
  package var unitX: Double { x.unit }
  /// The power of two that distances of y are measured in, in the sums.
  package var unitY: Double { y.unit }
  /// Σ(x − x̄)² of the distances, in ``unitX``².
  package var sxx: Double { x.squares.value }
  /// Σ(y − ȳ)² of the distances, in ``unitY``².
  package var syy: Double { y.squares.value }
  /// Σ(x − x̄)(y − ȳ) of the distances, in ``unitX`` times ``unitY``.
  package var sxy: Double { products.value }
  /// Whether all x are equal, exactly.
  package var isConstantX: Bool { x.isConstant }
  /// Whether all y are equal, exactly.
  package var isConstantY: Bool { y.isConstant }

  /// Sums a paired sample, each row as often as its weight says where weights are given.
  package init(_ pairs: PairedSample, weights: [Double]? = nil) {
    let x = Axis(pairs.x, gauge: pairs.gaugeX, weights: weights)
    let y = Axis(pairs.y, gauge: pairs.gaugeY, weights: weights)
    var sums = PairSums()
    for row in pairs.x.indices {
      let (dx, dy) = (x.exactDeviation(pairs.x[row]), y.exactDeviation(pairs.y[row]))
      sums.add(dx, dy, times: weights?[row] ?? 1)
    }
    let total = weights.map { $0.reduce(0, +) } ?? Double(pairs.count)
    self.init(
      count: Int(total), x: x.sums(first: sums.x, second: sums.xx, count: total),
      y: y.sums(first: sums.y, second: sums.yy, count: total),
      products: total > 0 ? sums.xy - sums.x * sums.y / total : DoubleDouble(0))
  }

  /// Takes sums that a pass over many columns has made.
  init(count: Int, x: ColumnSums, y: ColumnSums, products: DoubleDouble) {
    self.count = count
    (self.x, self.y) = (x, y)
    // The rounding errors of a constant's deviations are no relation.
    self.products = x.isConstant || y.isConstant ? DoubleDouble(0) : products
  }

  /// The cross moments of two parts together.
  ///
  /// - Precondition: both parts have the same gauges.
  /// - Source: T. F. Chan, G. H. Golub and R. J. LeVeque, *The American Statistician* 37 (1983),
  ///   242–247.
  package static func merge(_ a: CrossMoments, _ b: CrossMoments) -> CrossMoments {
    guard a.count > 0, b.count > 0 else { return a.count > 0 ? a : b }
    let share = DoubleDouble(Double(b.count)) / Double(a.count + b.count)
    let spread = share * Double(a.count)
    let (x, distanceX) = ColumnSums.merge(a.x, b.x, share: share, spread: spread)
    let (y, distanceY) = ColumnSums.merge(a.y, b.y, share: share, spread: spread)
    let own = a.products * (a.unitX / x.unit) * (a.unitY / y.unit)
    let other = b.products * (b.unitX / x.unit) * (b.unitY / y.unit)
    return CrossMoments(
      count: a.count + b.count, x: x, y: y,
      products: own + other + distanceX * distanceY * spread)
  }

  /// The covariance with divisor n − 1; nil for fewer than two rows.
  package var covariance: Double? {
    guard count > 1 else { return nil }
    return x.gauge.length(y.gauge.length(sxy / Double(count - 1) * unitX * unitY))
  }

  /// Pearson's r, from −1 to 1.
  package func correlation() throws(StatisticsError) -> Double {
    try need(2, of: count)
    guard !isConstantX, !isConstantY else { throw .constant }
    // One root of the product makes a perfect line exactly 1; two roots may leave a rounding.
    let product = (sxx * syy).squareRoot()
    let isOrdinary = product.isFinite && product > 0x1p-500
    let r = sxy / (isOrdinary ? product : sxx.squareRoot() * syy.squareRoot())
    guard !r.isNaN else { throw .outOfRange }
    return min(max(r, -1), 1)
  }
}

/// The sums of two columns' deviations and of their products, in double-double.
private struct PairSums {
  private(set) var x = DoubleDouble(0)
  private(set) var y = DoubleDouble(0)
  private(set) var xx = DoubleDouble(0)
  private(set) var yy = DoubleDouble(0)
  private(set) var xy = DoubleDouble(0)

  /// Adds a row's deviations, as often as its weight says.
  @inline(__always)
  mutating func add(_ dx: DoubleDouble, _ dy: DoubleDouble, times weight: Double) {
    let (wx, wy) = weight == 1 ? (dx, dy) : (dx * weight, dy * weight)
    x = x + wx
    y = y + wy
    xx = xx + wx * dx
    yy = yy + wy * dy
    xy = xy + wx * dy
  }
}
