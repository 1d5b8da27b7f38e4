/// Count, means and centred sums of squares and products of two columns' complete rows: what
/// correlations and straight lines are made of.
///
/// Two passes with compensated sums, as in ``Moments``. A weighted row counts as so many rows.
package struct CrossMoments: Hashable, Sendable {
  /// How many rows, each as often as its weight says.
  package let count: Int
  /// The mean of x.
  package let meanX: Double
  /// The mean of y.
  package let meanY: Double
  /// The power of two that x is measured in, in the sums; see ``Moments/unit``.
  package let unitX: Double
  /// The power of two that y is measured in, in the sums.
  package let unitY: Double
  /// Σ(x − x̄)² in ``unitX``².
  package let sxx: Double
  /// Σ(y − ȳ)² in ``unitY``².
  package let syy: Double
  /// Σ(x − x̄)(y − ȳ) in ``unitX`` times ``unitY``.
  package let sxy: Double
  /// Whether all x are equal, exactly.
  package let isConstantX: Bool
  /// Whether all y are equal, exactly.
  package let isConstantY: Bool

  /// Sums a paired sample, each row as often as its weight says where weights are given.
  init(_ pairs: PairedSample, weights: [Double]? = nil) {
    let (x, y) = (Axis(pairs.x, weights: weights), Axis(pairs.y, weights: weights))
    let total = weights.map { $0.reduce(0, +) } ?? Double(pairs.count)
    var (s1x, s1y) = (CompensatedSum(), CompensatedSum())
    var (s2x, s2y, s11) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
    for row in pairs.x.indices {
      let (dx, dy) = (x.deviation(pairs.x[row]), y.deviation(pairs.y[row]))
      let weight = weights?[row] ?? 1
      s1x.add(weight * dx)
      s1y.add(weight * dy)
      s2x.add(weight * (dx * dx))
      s2y.add(weight * (dy * dy))
      s11.add(weight * (dx * dy))
    }
    let rest = total > 0 ? 1 / total : 0
    count = Int(total)
    (unitX, unitY) = (x.unit, y.unit)
    (isConstantX, isConstantY) = (x.isConstant, y.isConstant)
    (meanX, meanY) = (x.mean(beside: s1x.value * rest), y.mean(beside: s1y.value * rest))
    sxx = max(0, s2x.value - s1x.value * s1x.value * rest)
    syy = max(0, s2y.value - s1y.value * s1y.value * rest)
    sxy = s11.value - s1x.value * s1y.value * rest
  }

  /// Takes sums that a blocked pass over many columns has made.
  init(count: Int, x: ColumnSums, y: ColumnSums, sxy: Double) {
    self.count = count
    self.sxy = sxy
    (meanX, meanY) = (x.mean, y.mean)
    (unitX, unitY) = (x.unit, y.unit)
    (sxx, syy) = (x.sumOfSquares, y.sumOfSquares)
    (isConstantX, isConstantY) = (x.isConstant, y.isConstant)
  }

  /// The covariance with divisor n − 1; nil for fewer than two rows.
  package var covariance: Double? {
    count > 1 ? sxy / Double(count - 1) * unitX * unitY : nil
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

/// One column's part of a blocked pass.
struct ColumnSums: Hashable, Sendable {
  var mean: Double
  var unit: Double
  var sumOfSquares: Double
  var isConstant: Bool
}
