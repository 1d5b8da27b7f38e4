import Statistics
import TestSupport
import Testing

@Suite struct DoubleDoubleTests {
  /// Expected: the products and sums of whole numbers below 2¹⁰⁶, which are exact.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func wholeNumbersOf100BitsAreExact(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let a = Int128(Int64.random(in: -1 << 50...1 << 50, using: &random))
      let b = Int128(Int64.random(in: -1 << 50...1 << 50, using: &random))
      let (x, y) = (DoubleDouble(whole: a), DoubleDouble(whole: b))
      #expect(x * y == DoubleDouble(whole: a * b))
      #expect(x * y + x == DoubleDouble(whole: a * b + a))
      #expect(x * y - y == DoubleDouble(whole: a * b - b))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func quotientsAndRootsReturn(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let a = DoubleDouble(
        sum: Double.random(in: 1...1e6, using: &random),
        Double.random(in: -1e-12...1e-12, using: &random))
      let b = DoubleDouble(
        sum: Double.random(in: 1...1e6, using: &random),
        Double.random(in: -1e-12...1e-12, using: &random))
      #expect(abs(((a / b) * b - a).value) <= 0x1p-100 * a.high)
      let root = a.squareRoot()
      #expect(abs((root * root - a).value) <= 0x1p-100 * a.high)
    }
  }

  @Test func wholeNumbersKeepWhatADoubleCuts() {
    let whole: Int128 = 1 << 100 | 1
    #expect(DoubleDouble(whole: whole).high == 0x1p100 && DoubleDouble(whole: whole).low == 1)
    #expect(DoubleDouble(whole: Int128.max).high == 0x1p127)
  }

  @Test func aQuotientByZeroIsInfinite() {
    #expect((DoubleDouble(1) / DoubleDouble(0)).value == .infinity)
    #expect(DoubleDouble(-1).squareRoot().value.isNaN)
  }
}
