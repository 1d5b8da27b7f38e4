import Drawing
import Testing

/// Text made fit to print.
@Suite struct PrintableTextTests {
  static let printed: [(String, String)] = [
    ("", ""), ("plain – “text” Ünï 漢字 שלום", "plain – “text” Ünï 漢字 שלום"),
    ("a\u{0}b", "a\u{2400}b"), ("a\tb", "a b"), ("a\nb\r\nc", "a\u{240a}b\u{240d}\u{240a}c"),
    ("\u{7f}\u{9f}", "\u{2421}\u{fffd}"), ("\u{2028}\u{2029}", "\u{2424}\u{2424}"),
    ("a\u{202d}b\u{202e}c", "a\u{fffd}b\u{fffd}c"),
    ("\u{2068}x\u{2069}\u{200e}", "\u{2068}x\u{2069}\u{200e}"),
  ]

  @Test(arguments: printed)
  func controlsShowOnOneLine(_ text: String, _ printed: String) {
    #expect(Array(PrintableText.oneLine(text).unicodeScalars) == Array(printed.unicodeScalars))
  }

  @Test(arguments: [
    ("a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}g", "a\nb\nc\nd\ne\nf\ng"), ("\r\r\n\n", "\n\n\n"),
    ("a\u{1}b\tc", "a\u{2401}b c"),
  ])
  func everyLineEndIsOneInAParagraph(_ text: String, _ printed: String) {
    #expect(Array(PrintableText.paragraph(text).unicodeScalars) == Array(printed.unicodeScalars))
  }

  @Test func everyScalarPrintsAsOneThatHtmlAndXmlHold() {
    for value in UInt32(0)...0x10ffff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let printed = PrintableText.oneLine(String(scalar)).unicodeScalars
      let isFit = printed.allSatisfy {
        $0.value >= 0x20 && !(0xfdd0...0xfdef).contains($0.value)
          && !(0x7f...0x9f).contains($0.value) && $0.value & 0xfffe != 0xfffe
      }
      if printed.count != 1 || !isFit { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test(arguments: [
    ("", false), ("abc", false), ("123", false), ("שלום", true), ("مرحبا", true),
    ("(12) שלום abc", true), ("abc שלום", false), ("Ünï", false), ("漢字", false),
    ("\u{2068}שלום\u{2069} abc", false), ("\u{200f}(", true), ("\u{200e}שלום", false),
    ("«שלום", true), ("١٢٣", false),
  ])
  func theFirstLetterDecidesTheDirection(_ text: String, _ isRightToLeft: Bool) {
    #expect(PrintableText.isRightToLeft(text) == isRightToLeft)
  }
}
