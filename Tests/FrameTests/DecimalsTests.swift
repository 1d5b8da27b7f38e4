import Frame
import TestSupport
import Testing

@Suite
struct DecimalsTests {
  static let largest: Int128 = 99_999_999_999_999_999_999_999_999_999_999_999_999

  @Test(arguments: [
    ("12.50", 2, 1250), ("-12.5", 2, -1250), ("+.5", 1, 5), ("7.", 2, 700), ("-0.00", 2, 0),
    ("1.2300", 2, 123), ("00012", 0, 12), ("99999999999999999999999999999999999999", 0, largest),
    ("0.99999999999999999999999999999999999999", 38, largest),
  ])
  func readsText(_ text: String, _ scale: Int, _ unscaled: Int128) {
    #expect(Decimals.unscaled(text, scale: scale) == unscaled)
  }

  @Test(arguments: [
    ("", 2), ("-", 2), (".", 2), ("1.234", 2), ("1e5", 2), ("1,5", 2), ("--1", 2), ("1.2.3", 2),
    (" 1", 2), ("１", 0), ("999999999999999999999999999999999999999", 0),
    ("99999999999999999999999999999999999999", 2),
  ])
  func refusesWhatDoesNotFit(_ text: String, _ scale: Int) {
    #expect(Decimals.unscaled(text, scale: scale) == nil)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func textAndDoubleComeBack(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let digits = Int.random(in: 1...38, using: &random)
      let limit = Decimals.power(digits) - 1
      let unscaled = Int128.random(in: -limit...limit, using: &random)
      let scale = Int.random(in: 0...38, using: &random)
      let text = Decimals.text(unscaled, scale: scale)
      #expect(Decimals.unscaled(text, scale: scale) == unscaled)
      // The standard library reads decimal text to the nearest double.
      #expect(Decimals.double(unscaled, scale: scale) == Double(text))
    }
  }
}
