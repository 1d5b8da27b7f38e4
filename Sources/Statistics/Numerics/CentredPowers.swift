/// Sums of powers of the deviations from the exact mean, in double-double, so that merging many
/// parts costs no digits.
struct CentredPowers: Hashable, Sendable {
  /// Σ(x − mean)².
  private(set) var second = DoubleDouble(0)
  /// Σ(x − mean)³.
  private(set) var third = DoubleDouble(0)
  /// Σ(x − mean)⁴.
  private(set) var fourth = DoubleDouble(0)

  /// The powers of values that are all equal.
  init() {}

  /// Moves sums from their centre to the exact mean, `rest` beside it.
  init(_ sums: PowerSums, movedBy rest: DoubleDouble, count: Double) {
    let (s2, s3) = (DoubleDouble(sums.second), DoubleDouble(sums.third))
    let square = rest * rest
    second = (s2 - square * count).atLeastZero
    third = s3 - rest * s2 * 3 + square * rest * (2 * count)
    let fourth = DoubleDouble(sums.fourth) - rest * s3 * 4 + square * s2 * 6
    self.fourth = (fourth - square * square * (3 * count)).atLeastZero
  }

  /// Adds the powers of two parts whose means lie some distance apart, second minus first.
  init(merging a: (CentredPowers, Int), _ b: (CentredPowers, Int), distance: DoubleDouble) {
    let (x, y) = (a.0, b.0)
    // Shares of the whole, so that no power of a count grows out of a double's digits.
    let (n, all) = (DoubleDouble(Double(a.1)), DoubleDouble(Double(a.1 + b.1)))
    let (p, q) = (n / all, DoubleDouble(Double(b.1)) / all)
    let square = distance * distance
    let spread = square * n * q
    second = x.second + y.second + spread
    third =
      x.third + y.third + spread * distance * (p - q)
      + distance * (p * y.second - q * x.second) * 3
    fourth =
      x.fourth + y.fourth + spread * square * (p * p - p * q + q * q)
      + square * (p * p * y.second + q * q * x.second) * 6
      + distance * (p * y.third - q * x.third) * 4
  }

  /// The same sums of values times a power of two.
  func scaled(by factor: Double) -> CentredPowers {
    guard factor != 1 else { return self }
    var scaled = self
    scaled.second = second * factor * factor
    scaled.third = third * factor * factor * factor
    scaled.fourth = fourth * factor * factor * factor * factor
    return scaled
  }
}

extension DoubleDouble {
  /// The number, or 0 where rounding took a sum of squares below it.
  var atLeastZero: DoubleDouble { high < 0 ? DoubleDouble(0) : self }
}
