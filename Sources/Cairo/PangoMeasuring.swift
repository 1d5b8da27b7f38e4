package import Drawing
import Synchronization

/// Measures and shapes text with Pango; safe to share between threads.
///
/// One value holds one set of loaded fonts and the texts shaped last: painters that are given the
/// value which measured a drawing paint the very glyphs that were measured.
package final class PangoMeasuring: TextMeasuring {
  private let shaper: Mutex<TextShaper>

  /// - Parameter language: a language tag such as `en`; chooses letter forms where scripts share
  ///   characters.
  package init(language: String = "en") {
    shaper = Mutex(TextShaper(language: language))
  }

  /// The value itself where text was measured by Pango, so that fonts are loaded once; a new one
  /// where something else measured.
  static func matching(_ measuring: any TextMeasuring) -> PangoMeasuring {
    measuring as? PangoMeasuring ?? PangoMeasuring()
  }

  /// How far a line of text reaches, shaped by Pango.
  package func extent(of text: String, font: Font) -> TextExtent {
    shaper.withLock { shaper in
      let entry = shaper.entry(for: font)
      return TextExtent(
        width: Points(shaper.shape(text, font: font).width), ascent: Points(entry.ascent),
        descent: Points(entry.descent))
    }
  }

  /// The lines of runs in a width, broken where Unicode lets a line end.
  package func lines(of runs: [TextRun], width: Points) -> [TextLine] {
    shaper.withLock { $0.lines(of: runs, width: width) }
  }

  /// The stretches of a text between which a line may end.
  package func stretches(of text: String) -> [String] {
    shaper.withLock { $0.stretches(of: text) }
  }

  /// The characters, each once, that no installed font has.
  package func missingGlyphs(in text: String, font: Font) -> [Character] {
    var missing = shape(text, font: font).missing.map(\.offset)[...]
    var found: [Character] = []
    var end = 0
    for character in PrintableText.oneLine(text) {
      end += character.utf8.count
      guard let offset = missing.first, offset < end else { continue }
      missing = missing.drop { $0 < end }
      if !found.contains(character) { found.append(character) }
    }
    return found
  }

  /// The families of a font that this machine lacks, so that a report can say that it will not look
  /// as it was designed to.
  package func missingFamilies(of font: Font) -> [String] {
    shaper.withLock { shaper in font.families.filter { !shaper.hasFamily($0) } }
  }

  /// The glyphs of one line of text.
  func shape(_ text: String, font: Font) -> ShapedText {
    shaper.withLock { $0.shape(text, font: font) }
  }
}
