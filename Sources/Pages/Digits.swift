import Formatting
import Frame
import Glibc

/// How many digits after the point the numbers of one column need, so that they stand under each
/// other and a reader can use every digit.
struct Digits: Hashable, Sendable {
  let decimals: Int

  /// The most digits after the point that a reader can tell apart; numbers that need more are told
  /// one by one, by their own significant digits: `3.9555 × 10⁻⁸`.
  private static let most = 6

  init(decimals: Int) { self.decimals = max(0, decimals) }

  /// The digits that an interval leaves an estimate; nil where it leaves none.
  init?(decimals: Int?) {
    guard let decimals else { return nil }
    self.init(decimals: decimals)
  }

  /// Digits for numbers as they are: three in the largest, none where all are whole, no more than
  /// the numbers have themselves.
  init(for numbers: some Sequence<Double>) {
    var largest = 0.0
    var needed = 0
    for number in numbers where number.isFinite {
      largest = max(largest, abs(number))
      if needed <= Digits.most { needed = max(needed, Digits.needed(by: number)) }
    }
    let wanted = Digits.significant(3, of: largest)
    self.init(decimals: needed > Digits.most ? wanted : min(needed, wanted))
  }

  /// Digits for statistics of values with a spread: three of the spread.
  init(spread: Double?) {
    guard let spread, spread > 0, spread.isFinite else {
      self.init(decimals: 2)
      return
    }
    self.init(decimals: Digits.significant(3, of: spread))
  }

  /// How many digits after the point show so many of a number's digits.
  private static func significant(_ digits: Int, of number: Double) -> Int {
    guard number > 0 else { return 0 }
    return max(0, digits - 1 - Int(log10(number).rounded(.down)))
  }

  /// How many digits after the point a number has; one more than the most where it has more.
  private static func needed(by number: Double) -> Int {
    var power = 1.0
    for digits in 0...most {
      let shifted = number * power
      // A shifted decimal is whole up to its own rounding.
      if abs(shifted - shifted.rounded()) <= abs(shifted) * 1e-14 { return digits }
      power *= 10
    }
    return most + 1
  }

  /// The number with the digits; a whole number without them where it is one of a column of whole
  /// numbers; the sign for missing where there is none.
  func text(_ number: Double?, isWhole: Bool = false, with formatter: ValueFormatter) -> String {
    guard let number else { return formatter.text(.null) }
    guard number.isFinite else { return formatter.text(.double(number)) }
    let places = isWhole && number == number.rounded() ? 0 : decimals
    guard places > Digits.most else { return formatter.number(number, decimals: places) }
    if number == 0 { return "0" }
    // Five digits as everywhere, more where the column's last place asks for them.
    let exponent = Int(log10(abs(number)).rounded(.down))
    return formatter.number(number, atMost: min(15, max(5, exponent + 1 + places)))
  }
}
