import Drawing

/// Every character of every text has a glyph in some installed font.
enum MissingGlyphs: FitnessRule {
  static let name = "missing-glyph"
  static let remedy = "install a font that has it, such as a package of Noto, or write it otherwise"

  static func findings(in reading: SceneReading) -> [Finding] {
    reading.ownWords.compactMap { words in
      fault(of: words.run.text, font: words.run.font, measuring: reading.measuring)
        .map { reading.finding(Self.self, words, $0) }
    }
  }

  /// What is missing for a text; nil where nothing is.
  static func fault(of text: String, font: Font, measuring: any TextMeasuring) -> String? {
    let missing = measuring.missingGlyphs(in: text, font: font)
    guard !missing.isEmpty else { return nil }
    let names = missing.prefix(5).map { character in
      let codes = character.unicodeScalars.map {
        let hex = String($0.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
      }
      return codes.joined(separator: " ")
    }
    let more = missing.count > 5 ? " and \(missing.count - 5) more" : ""
    return "has no glyph in any installed font for \(names.joined(separator: ", "))\(more)"
  }
}
