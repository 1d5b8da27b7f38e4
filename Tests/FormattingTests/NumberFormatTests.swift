import Foundation
import Frame
import TestSupport
import Testing

@testable import Formatting

@Suite
struct NumberFormatTests {
  /// Expected texts: d3-format 1.4.1; the file's first line has the call.
  static let expected: [(specifier: String, number: Double, text: String)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Expected/d3-format.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst(2).compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Double(cells[1]).map { (cells[0], $0, cells[2]) }
    }
  }()

  /// What d3 rounds by the binary fraction, which is a little less than the half that its double
  /// names: here halves are those of the decimal number, as of a column of decimals.
  private static let halves = [
    "+.3~g of 2.675": "+2.68", " ,.1r of 0.15": " 0.2", "+5,.3g of 1.255": "+1.26",
    "+$.2~f of 100.645": "+$100.65",
  ]

  @Test func wordsEveryNumberAsD3DoesButHalves() throws {
    #expect(Self.expected.count == 1200)
    for (specifier, number, text) in Self.expected {
      let format = try #require(NumberFormat(specifier), "\(specifier)")
      let received = format.text(Quantity(number), in: .english)
      let wanted = Self.halves["\(specifier) of \(number)"] ?? text
      #expect(received == wanted, "\(specifier) of \(number)")
    }
  }

  @Test(arguments: [
    (4565, 2, ",.1f", "45.7"), (3515, 2, ".1f", "35.2"), (1005, 3, ".2f", "1.01"),
    (285, 3, ".0%", "29%"), (-25, 1, "d", "−3"), (2675, 3, ".3g", "2.68"),
  ])
  func doublesAndDecimalsRoundAlike(
    _ unscaled: Int, _ scale: Int, _ specifier: String, _ text: String
  )
    throws
  {
    let format = try #require(NumberFormat(specifier))
    let number = try #require(Double("\(unscaled)e-\(scale)"))
    #expect(
      format.text(Quantity(unscaled: Int128(unscaled), scale: scale), in: .english) == text)
    #expect(format.text(Quantity(number), in: .english) == text)
    // What a calculation leaves in the last places changes nothing.
    for neighbour in [number.nextUp, number.nextDown] {
      #expect(format.text(Quantity(neighbour), in: .english) == text)
    }
  }

  /// Beyond d3-format: the size of a number, whose side of 0 a picture shows.
  @Test(arguments: [
    ("|,d", -1234.0, "1,234"), ("|,d", 1234, "1,234"), ("|.0%", -0.12, "12%"),
    ("|$.1f", -2.5, "$2.5"),
  ])
  func aBarInPlaceOfASignLeavesItOut(_ specifier: String, _ number: Double, _ text: String) throws {
    #expect(try #require(NumberFormat(specifier)).text(Quantity(number), in: .english) == text)
  }

  @Test(arguments: [
    // d3-format 3.1.0, documentation and tests.
    (".0%", 0.123, "12%"), ("($.2f", -3.5, "($3.50)"), ("+20", 42, "                 +42"),
    (".^20", 42, ".........42........."), (".2s", 42e6, "42M"), ("#x", 48879, "0xbeef"),
    (",.2r", 4223, "4,200"), ("~s", 1500, "1.5k"), ("d", 1e21, "1000000000000000000000"),
    ("020,s", 42, "000,000,000,042.0000"), ("+.0f", -0.0, "−0"), ("n", 123456.78, "123,457"),
  ])
  func wordsTheDocumentedExamples(_ specifier: String, _ number: Double, _ text: String) throws {
    let format = try #require(NumberFormat(specifier))
    #expect(format.text(Quantity(number), in: .english) == text)
  }

  @Test(arguments: [
    "", ".", ".f", "q", ".2q", ",,", "1.2.3", "%d", "201d", "99999999999999999999d", "f2", "٣d",
    "0.0", "0", "0,0.00",
  ])
  func refusesWhatIsNoFormat(_ text: String) { #expect(NumberFormat(text) == nil) }

  @Test func clampsPrecisionsOfAnySize() throws {
    let format = try #require(NumberFormat(".99999999999999999999f"))
    #expect(format.text(Quantity(0.5), in: .english) == "0.50000000000000000000")
  }

  @Test func decimalsKeepEveryDigit() throws {
    let format = try #require(NumberFormat(",.2f"))
    let most = Quantity(unscaled: 99_999_999_999_999_999_999_999_999_999_999_999_995, scale: 3)
    #expect(
      format.text(most, in: .english) == "100,000,000,000,000,000,000,000,000,000,000,000.00")
    let cents = Quantity(unscaled: 1005, scale: 3)
    #expect(format.text(cents, in: .english) == "1.01", "as a double 1.005 is less than it says")
  }

  @Test func integersBeyondDoublesAreExact() throws {
    let format = try #require(NumberFormat(",d"))
    #expect(
      format.text(Quantity(unscaled: Int128(Int64.max), scale: 0), in: .english)
        == "9,223,372,036,854,775,807")
    #expect(
      format.text(Quantity(unscaled: Int128(Int64.min), scale: 0), in: .english)
        == "−9,223,372,036,854,775,808")
  }

  @Test func groupsAsTheLanguageDoes() throws {
    let format = try #require(NumberFormat(",.1f"))
    let texts = ["de", "de-CH", "es", "fr", "pl"].map { tag in
      ReportLocale(tag).map { format.text(Quantity(-1234.56), in: $0.words) }
    }
    #expect(texts == ["−1.234,6", "−1’234.6", "−1234,6", "−1\u{202f}234,6", "−1234,6"])
  }

  @Test func percentSignsStandAsTheLanguageWantsThem() throws {
    let format = try #require(NumberFormat(".1%"))
    let texts = ["en", "de", "fr-CH"].map { tag in
      ReportLocale(tag).map { format.text(Quantity(0.4567), in: $0.words) }
    }
    #expect(texts == ["45.7%", "45,7\u{a0}%", "45,7%"])
  }
}
