import TestSupport
import Testing

@testable import Formatting

@Suite
struct DecimalDigitsTests {
  /// Expected digits: Python 3.11, decimal.Decimal(x).
  @Test(arguments: [
    (0.1, "0.1000000000000000055511151231257827021181583404541015625"),
    (1.005, "1.00499999999999989341858963598497211933135986328125"),
    (2_251_799_813_685_249.5, "2251799813685249.5"), (1e23, "99999999999999991611392"),
    (0.5, "0.5"), (1, "1"), (0, "0"),
  ])
  func expandsEveryDigitOfADouble(_ number: Double, _ text: String) {
    let digits = DecimalDigits(exactly: number)
    let fraction = digits.fraction(digits.decimals)
    #expect(digits.whole + (fraction.isEmpty ? "" : "." + fraction) == text)
  }

  /// Expected counts: Python 3.11, len(Decimal(x).as_tuple().digits).
  @Test(arguments: [
    (Double.leastNonzeroMagnitude, 751, -323), (Double.leastNormalMagnitude.nextDown, 767, -307),
    (1.7976931348623157e308, 309, 309),
  ])
  func expandsTheSmallestAndLargest(_ number: Double, _ count: Int, _ point: Int) {
    let digits = DecimalDigits(exactly: number)
    #expect(digits.digits.count == count)
    #expect(digits.point == point)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func seventeenDigitsNameTheDouble(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let number = Double(bitPattern: random.next() & 0x7fef_ffff_ffff_ffff)
      let digits = DecimalDigits(exactly: number).rounded(significant: 17)
      let text = "0.\(digits.leading(17))e\(digits.point)"
      #expect(Double(text) == number)
      #expect(DecimalDigits(shortest: number).digits.count <= 17)
    }
  }

  @Test(arguments: [
    (1.5, 0, "2"), (2.5, 0, "3"), (0.5, 0, "1"), (0.49, 0, "0"), (9.5, 0, "10"),
    (99.95, 1, "100.0"),
    (0.05, 0, "0"), (5, -1, "1"), (4, -2, "0"),
  ])
  func halvesRoundAwayFromZero(_ number: Double, _ decimals: Int, _ text: String) {
    let rounded = DecimalDigits(exactly: number).rounded(decimals: decimals)
    if decimals < 0 {
      #expect(rounded.digits == (text == "0" ? [] : [1]))
    } else {
      #expect(
        rounded.whole + (decimals > 0 ? "." + rounded.fraction(decimals) : "") == text)
    }
  }
}
