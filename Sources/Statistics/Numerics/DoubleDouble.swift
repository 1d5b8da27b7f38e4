/// A number kept as the unevaluated sum of two doubles: about 31 significant digits.
///
/// Not a full quad: the exponent has the range of a double, and the last bits of a quotient or a
/// root may be off by a few units of 2⁻¹⁰⁴.
///
/// - Source: T. J. Dekker, *Numer. Math.* 18 (1971), 224–242; D. E. Knuth, *Seminumerical
///   Algorithms*; products use the fused multiply-add.
package struct DoubleDouble: Hashable, Sendable {
  /// The nearest double.
  package let high: Double
  /// What ``high`` lacks; at most half a unit of its last place.
  package let low: Double

  /// A double as it is.
  package init(_ value: Double) { (high, low) = (value, 0) }

  /// The exact sum of two doubles.
  package init(sum a: Double, _ b: Double) {
    let sum = a + b
    let part = sum - a
    (high, low) = (sum, (a - (sum - part)) + (b - part))
  }

  /// The exact product of two doubles.
  package init(product a: Double, _ b: Double) {
    let product = a * b
    (high, low) = (product, (-product).addingProduct(a, b))
  }

  /// The nearest pair to a whole number.
  package init(whole: Int128) {
    let high = Double(whole)
    // The nearest double to a number near 2¹²⁷ may be 2¹²⁷ itself, which no Int128 holds.
    let rest = Int128(exactly: high).map { Double(whole - $0) } ?? 0
    self.init(sum: high, rest)
  }

  /// The sum as a double.
  package var value: Double { high + low }

  package static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let sum = DoubleDouble(sum: a.high, b.high)
    let rest = DoubleDouble(sum: a.low, b.low)
    let first = DoubleDouble(sum: sum.high, sum.low + rest.high)
    return DoubleDouble(sum: first.high, first.low + rest.low)
  }

  package static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(high: -a.high, low: -a.low)
  }

  package static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  package static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = DoubleDouble(product: a.high, b.high)
    let cross = a.high * b.low + a.low * b.high
    return DoubleDouble(sum: product.high, product.low + cross)
  }

  package static func * (a: DoubleDouble, b: Double) -> DoubleDouble { a * DoubleDouble(b) }

  package static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    guard first.isFinite, b.high.isFinite else { return DoubleDouble(first) }
    let rest = a - b * first
    let second = rest.high / b.high
    let third = (rest - b * second).high / b.high
    return DoubleDouble(sum: first, second) + DoubleDouble(third)
  }

  package static func / (a: DoubleDouble, b: Double) -> DoubleDouble { a / DoubleDouble(b) }

  /// The square root; NaN of a negative number.
  package func squareRoot() -> DoubleDouble {
    let root = high.squareRoot()
    guard root > 0, root.isFinite else { return DoubleDouble(root) }
    // One Newton step in the full precision.
    let rest = self - DoubleDouble(product: root, root)
    return DoubleDouble(sum: root, rest.high / (2 * root))
  }

  /// Two parts that are the nearest double and its rest already.
  init(high: Double, low: Double) { (self.high, self.low) = (high, low) }
}
