import CKernels

/// A sum kept in two doubles, so that what each addition rounds away is not lost.
///
/// The error of ``value`` is one rounding plus about n·2⁻¹⁰⁶ of the sum of magnitudes: the order of
/// the addends does not show.
struct CompensatedSum: Hashable, Sendable {
  private(set) var high = 0.0
  private(set) var low = 0.0

  /// Nothing added yet.
  init() {}

  /// Takes a sum that a kernel has made.
  init(_ pair: bs_pair) { (high, low) = (pair.high, pair.low) }

  /// The sum as a double.
  var value: Double { high + low }

  /// Adds a number (Knuth's TwoSum, which needs no order of magnitude).
  mutating func add(_ x: Double) {
    let sum = high + x
    let part = sum - high
    low += (high - (sum - part)) + (x - part)
    high = sum
  }

  /// Adds a number of two doubles, such as an exact product.
  mutating func add(_ x: DoubleDouble) {
    add(x.high)
    low += x.low
  }

  /// Takes a number away.
  mutating func subtract(_ x: Double) { add(-x) }

  /// Adds another sum.
  mutating func add(_ other: CompensatedSum) {
    add(other.high)
    low += other.low
  }
}

extension CompensatedSum {
  /// A power of two for values whose sums of some rows would leave the range of doubles; else 1.
  ///
  /// No smaller than needed, so that small values beside large ones keep their digits.
  static func scale(for values: UnsafeBufferPointer<Double>, rows: Int) -> Double {
    var largest = 0.0
    for value in values where value.isFinite { largest = max(largest, value.magnitude) }
    let rows = Double(min(rows, values.count))
    return largest * rows < 0x1p1000 ? 1 : 0.25 / rows.binade
  }
}

extension DoubleDouble {
  /// A sum with all its digits.
  init(_ sum: CompensatedSum) { self.init(sum: sum.high, sum.low) }
}
