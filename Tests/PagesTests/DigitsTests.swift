import Formatting
import Testing

@testable import Pages

@Suite struct DigitsTests {
  struct Case: Sendable {
    let numbers: [Double]
    let decimals: Int
  }

  @Test(arguments: [
    Case(numbers: [1, 2, 300], decimals: 0), Case(numbers: [96.84, 3.25], decimals: 1),
    Case(numbers: [0.651, 0.2], decimals: 3), Case(numbers: [1152.33], decimals: 0),
    Case(numbers: [0.5], decimals: 1), Case(numbers: [.nan, .infinity], decimals: 0),
    Case(numbers: [0.1 + 0.2], decimals: 1), Case(numbers: [1e-9], decimals: 11),
    Case(numbers: [], decimals: 0),
  ])
  func columnNeedsSoManyDigits(_ it: Case) {
    #expect(Digits(for: it.numbers).decimals == it.decimals)
  }

  @Test func digitsFollowTheSpread() {
    #expect(Digits(spread: 15.2).decimals == 1)
    #expect(Digits(spread: 0.0152).decimals == 4)
    #expect(Digits(spread: 1_520).decimals == 0)
    #expect(Digits(spread: nil).decimals == 2)
  }

  /// Numbers that need more digits after the point than a reader can tell apart are told as key
  /// figures are.
  @Test func smallNumbersHaveTheirPowerOfTenSplitOff() {
    let formatter = ValueFormatter()
    let small = Digits(for: [3.9555123e-8, 2.1e-9])
    #expect(small.text(3.9555123e-8, with: formatter) == "3.9555\u{a0}×\u{a0}10⁻⁸")
    #expect(small.text(2.1e-9, with: formatter) == "2.1\u{a0}×\u{a0}10⁻⁹")
    #expect(small.text(0, with: formatter) == "0")
    let spread = Digits(spread: 1.5e-9)
    #expect(spread.text(1.000_000_001_2, with: formatter) == "1.0000000012")
    #expect(spread.text(1.5e-9, with: formatter) == "1.5\u{a0}×\u{a0}10⁻⁹")
  }

  @Test func wholeNumbersAmongWholeNumbersHaveNoPoint() {
    let formatter = ValueFormatter()
    #expect(Digits(decimals: 1).text(18, isWhole: true, with: formatter) == "18")
    #expect(Digits(decimals: 1).text(18.5, isWhole: true, with: formatter) == "18.5")
    #expect(Digits(decimals: 1).text(-18, with: formatter) == "−18.0")
    #expect(Digits(decimals: 1).text(nil, with: formatter) == "–")
  }
}
