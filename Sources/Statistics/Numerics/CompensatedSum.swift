/// A sum kept in two doubles, so that what each addition rounds away is not lost.
///
/// The error of ``value`` is one rounding plus about n·2⁻¹⁰⁶ of the sum of magnitudes: the order of
/// the addends does not show.
struct CompensatedSum: Hashable, Sendable {
  private(set) var high = 0.0
  private(set) var low = 0.0

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

/// Four compensated sums side by side, which the processor adds at once.
struct LaneSums {
  private var high = SIMD4<Double>.zero
  private var low = SIMD4<Double>.zero

  @inline(__always)
  mutating func add(_ x: SIMD4<Double>) {
    let sum = high + x
    let part = sum - high
    low += (high - (sum - part)) + (x - part)
    high = sum
  }

  /// The four sums as one.
  var total: CompensatedSum {
    var total = CompensatedSum()
    for lane in 0..<4 {
      total.add(high[lane])
      total.add(low[lane])
    }
    return total
  }
}

/// Calls `body` with the values four at a time; the last call is filled up with `filler`.
@inline(__always)
func forEachLane(
  _ values: UnsafeBufferPointer<Double>, filler: Double, _ body: (SIMD4<Double>) -> Void
) {
  let whole = values.count & ~3
  var index = 0
  while index < whole {
    body(SIMD4(values[index], values[index + 1], values[index + 2], values[index + 3]))
    index += 4
  }
  guard whole < values.count else { return }
  var last = SIMD4(repeating: filler)
  for lane in 0..<(values.count - whole) { last[lane] = values[whole + lane] }
  body(last)
}

extension DoubleDouble {
  /// A sum with all its digits.
  init(_ sum: CompensatedSum) { self.init(sum: sum.high, sum.low) }
}
