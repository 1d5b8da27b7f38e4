import Dates
import Frame
import TestSupport
import Testing

@testable import Formatting

@Suite
struct ValueFormatterTests {
  let formatter = ValueFormatter()

  @Test(arguments: [
    (Value.null, "–"), (.boolean(true), "yes"), (.boolean(false), "no"), (.integer(2026), "2026"),
    (.integer(-9999), "−9999"), (.integer(10_000), "10,000"),
    (.integer(.min), "−9,223,372,036,854,775,808"),
    (.decimal(unscaled: 18040, scale: 2), "180.40"), (.decimal(unscaled: -5, scale: 3), "−0.005"),
    (.decimal(unscaled: 123_456_789, scale: 2), "1,234,567.89"),
    (.decimal(unscaled: 0, scale: 2), "0.00"),
    (.double(42.734_829), "42.735"), (.double(0.1 + 0.2), "0.3"), (.double(-0.0), "0"),
    (.double(8421.37), "8,421.4"), (.double(1_234_567.891), "1,234,568"), (.double(2026), "2026"),
    (.double(99_999.96), "100,000"), (.double(9.999_999), "10"),
    (.double(0.000_123_456), "0.00012346"),
    (.double(1.25e-6), "1.25\u{a0}×\u{a0}10⁻⁶"), (.double(-6.022e23), "−6.022\u{a0}×\u{a0}10²³"),
    (.double(1e-300), "1\u{a0}×\u{a0}10⁻³⁰⁰"), (.double(.nan), "not a number"),
    (.double(.infinity), "∞"),
    (.double(-.infinity), "−∞"), (.text("<b>1,5</b>\u{7}"), "<b>1,5</b>\u{7}"),
  ])
  func wordsEveryTypeFittingly(_ value: Value, _ text: String) {
    #expect(formatter.text(value) == text)
  }

  @Test func wordsDaysAndMoments() throws {
    let day = try #require(CivilDate("2026-01-31"))
    #expect(formatter.text(.date(day)) == "Jan 31, 2026")
    #expect(formatter.text(.timestamp(Timestamp(day))) == "Jan 31, 2026")
    let second = try #require(Timestamp("2026-01-31 09:05:07.5"))
    #expect(formatter.text(.timestamp(second)) == "Jan 31, 2026 09:05:07")
    let format = ValueFormat("%d %B")
    #expect(formatter.text(.date(day), format: format) == "31 January")
    #expect(formatter.text(.timestamp(second), format: format) == "31 January")
  }

  @Test func aFormatLeavesForeignTypesToTheDefault() {
    let number = ValueFormat(".1f")
    #expect(formatter.text(.text("12"), format: number) == "12")
    #expect(formatter.text(.null, format: number) == "–")
    #expect(formatter.text(.boolean(true), format: number) == "yes")
    #expect(formatter.text(.double(.nan), format: number) == "not a number")
    #expect(formatter.text(.integer(5), format: ValueFormat("%d")) == "5")
  }

  @Test(arguments: [
    (0.499_999_9, 3, "0.500"), (12345.678, 3, "12,346"), (12345.678, 7, "12,345.68"), (0, 3, "0"),
    (0.009_995, 3, "0.0100"), (9.995, 3, "10.0"), (-1.0, 2, "−1.0"),
    (1e-9, 2, "1.0\u{a0}×\u{a0}10⁻⁹"),
  ])
  func numbersKeepTheirSignificantDigits(_ number: Double, _ digits: Int, _ text: String) {
    #expect(formatter.number(number, significant: digits) == text)
  }

  @Test(arguments: [
    (-0.04, 1, "0.0"), (1234.5, 0, "1,235"), (-1234.56, 1, "−1,234.6"), (.nan, 1, "not a number"),
  ])
  func numbersKeepTheirDecimals(_ number: Double, _ decimals: Int, _ text: String) {
    #expect(formatter.number(number, decimals: decimals) == text)
  }

  @Test(arguments: [
    (0, "p < 0.001"), (0.000_999, "p < 0.001"), (0.001, "p = 0.001"), (0.0124, "p = 0.012"),
    (0.9995, "p > 0.999"), (1, "p > 0.999"), (.nan, "p is not defined"),
  ])
  func pValuesAreNeverZeroOrOne(_ p: Double, _ text: String) {
    #expect(formatter.pValue(p) == text)
  }

  @Test(arguments: [
    (Value.double(0.4), ".1f", "+0.4"), (.double(-0.4), ".1f", "−0.4"),
    (.double(0.04), ".1f", "0.0"),
    (.integer(12), ",", "+12"), (.double(3), "+.1f", "+3.0"), (.null, ".1f", "–"),
    (.double(.infinity), ".1f", "+∞"),
  ])
  func changesShowTheirSign(_ value: Value, _ format: String, _ text: String) {
    #expect(formatter.change(value, format: ValueFormat(format)) == text)
  }

  @Test func percentagesAndCounts() {
    #expect(formatter.percentage(0.1234, decimals: 1) == "12.3%")
    #expect(formatter.count(1940) == "1,940")
  }

  @Test(arguments: [",.1f", ".0%", "%", "~s", "d"])
  func numberFormatsComeFirst(_ text: String) {
    #expect(ValueFormat(text)?.isForDates == false)
    #expect(ValueFormat(text)?.text == text)
  }

  @Test(arguments: ["%d %b", "%Y-%m", "Q%q %Y", "%d"])
  func whatHasDirectivesIsADateFormat(_ text: String) {
    #expect(ValueFormat(text)?.isForDates == true)
  }

  @Test func saysWhyATextIsNoFormat() {
    #expect(throws: FormatError.notAFormat) { try ValueFormat.reading("two digits") }
    #expect(throws: FormatError.unknownDirective("%J")) { try ValueFormat.reading("%d %J") }
    #expect(ValueFormat("") == nil)
  }
}
