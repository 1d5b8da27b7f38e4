@testable import Cairo
import CPangoCairo
import Drawing
import TestSupport
import Testing

/// The short way gives what the long way gives.
@Suite struct PlainTextShaperTests {
  static let alphabets = [
    "0123456789,.-%+ ", "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "AVTo.fiflffiffl12:30 12×30 (1) [x] -> != <= a/b", "äöüéèñçßøåłžŠ Ÿĳ µ«»¿¡",
    "–—‘’“”…•‰′″−±²½ \u{a0}12\u{202f}345\u{2009}",
  ]

  @Test(arguments: 0..<40 as Range<UInt64>)
  func plainTextIsShapedAsPangoShapesIt(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let letters = Array(Self.alphabets[Int(seed) % Self.alphabets.count])
    let length = Int.random(in: 1...24, using: &random)
    let text = String(
      (0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
    let fonts = [Theme.standard.cell, Theme.standard.title, Theme.standard.chartTitle]
    let font = fonts[Int(seed / 5) % fonts.count]
    var shaper = TextShaper(language: "en")
    let entry = shaper.entry(for: font)
    guard let short = PlainTextShaper(language: "en").shape(text, entry) else { return }
    let long = shaper.shapeWithPango(text, entry)
    #expect(abs(short.width - long.width) < 1e-9, "\(text)")
    let (a, b) = (short.runs.flatMap(\.glyphs), long.runs.flatMap(\.glyphs))
    #expect(a.map(\.index) == b.map(\.index), "\(text)")
    #expect(zip(a, b).allSatisfy { abs($0.x - $1.x) < 1e-9 && abs($0.y - $1.y) < 1e-9 }, "\(text)")
    #expect(short.runs.flatMap(\.text) == long.runs.flatMap(\.text))
    #expect(short.runs[0].clusters.map(\.num_bytes).reduce(0, +) == Int32(text.utf8.count))
    #expect(short.runs[0].clusters.map(\.num_glyphs).reduce(0, +) == Int32(a.count))
  }

  @Test(arguments: ["0", "12,345.6", "Café", "“Risk” – 5 µg"])
  func commonTextGoesTheShortWay(_ text: String) {
    var shaper = TextShaper(language: "en")
    let entry = shaper.entry(for: Theme.standard.cell)
    #expect(PlainTextShaper(language: "en").shape(text, entry) != nil)
  }

  @Test(arguments: ["", "שלום", "Здравствуйте", "e\u{301}", "a\u{ad}b", "😀", "\u{f8000}"])
  func otherTextGoesTheLongWay(_ text: String) {
    var shaper = TextShaper(language: "en")
    let entry = shaper.entry(for: Theme.standard.cell)
    #expect(PlainTextShaper(language: "en").shape(text, entry) == nil)
  }
}
