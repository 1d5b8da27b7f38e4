@testable import Database
import Frame
import TestSupport
import Testing

@Suite struct DecimalBuilderTests {
  @Test func doublesAreTheirShortestDecimals() {
    var builder = DecimalBuilder(scale: 2)
    let taken = [2.5, 0.07, -12.34, 0, 99_999_999.99].map { builder.append($0, slack: 0) }
    #expect(taken == Array(repeating: true, count: 5))
    #expect(builder.column == Column(.decimal([250, 7, -1234, 0, 9_999_999_999], scale: 2)))
  }

  @Test func moreDigitsWidenTheScale() {
    var builder = DecimalBuilder(scale: 1)
    let whole = builder.append(3)
    builder.appendMissing()
    let fine = builder.append("0.125")
    #expect(whole && fine)
    #expect(
      builder.column == Column(.decimal([3000, 0, 125], scale: 3), presence: [true, false, true]))
  }

  @Test func slackTakesTheRoundingOffASum() {
    var slack = DecimalBuilder(scale: 0)
    let taken = slack.append(0.1 + 0.2, slack: 4)
    #expect(taken)
    #expect(slack.column == Column(.decimal([3], scale: 1)))
    var exact = DecimalBuilder(scale: 0)
    let exactly = exact.append(0.1 + 0.2, slack: 0)
    #expect(!exactly)
  }

  @Test(arguments: [1.0 / 3 * 1e-5, .infinity, -.infinity, .nan, 1e300, 0x1p60])
  func doubleThatIsNoDecimalIsRefused(_ number: Double) {
    var builder = DecimalBuilder(scale: 2)
    let taken = builder.append(number, slack: 0)
    #expect(!taken)
    #expect(builder.count == 0)
  }

  @Test(arguments: [
    "", "x", "1.2.3", "1e5", "0.\(String(repeating: "1", count: 39))",
    "1 000",
  ])
  func textThatIsNoDecimalIsRefused(_ text: String) {
    var builder = DecimalBuilder(scale: 2)
    let taken = builder.append(text)
    #expect(!taken)
  }

  @Test func thirtyEightDigitsAreKept() {
    var builder = DecimalBuilder(scale: 2)
    let taken = builder.append("0.12345678901234567890123456789012345678")
    #expect(taken)
    #expect(
      builder.column
        == Column(.decimal([12_345_678_901_234_567_890_123_456_789_012_345_678], scale: 38)))
  }

  @Test func numberTooLongForTheScaleIsRefused() {
    var builder = DecimalBuilder(scale: 0)
    let long = builder.append("99999999999999999999999999999999999999")
    let short = builder.append("0.5")
    #expect(long && !short)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func everyAmountOfCentsSurvivesADouble(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var builder = DecimalBuilder(scale: 2)
    let range = Int128(-1_000_000_000_000)...1_000_000_000_000
    let cents = (0..<500).map { _ in Int128.random(in: range, using: &random) }
    let taken = cents.map { builder.append(Double($0) / 100, slack: 0) }
    #expect(!taken.contains(false))
    #expect(builder.column == Column(.decimal(cents, scale: 2)))
  }
}
