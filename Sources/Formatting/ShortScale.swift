/// A power of ten with its short word, such as 6 and `M`.
package struct ShortScale: Hashable, Sendable {
  /// The power of ten that the word stands for.
  package let power: Int
  /// What follows the number, with the blank that a language puts before it.
  package let word: String
}

extension ValueFormatter {
  /// The short words for large powers of ten in the locale's language, smallest first.
  ///
  /// Source: Unicode CLDR 48, short compact decimals, and for plain English the words of its
  /// newspapers: `k`, `M`, `bn`, `tn`.
  package var shortScales: [ShortScale] { locale.words.shortScales }

  /// A number in units of a power of ten, with so many digits after the point: `1.5M`, and a bare
  /// `0`.
  package func number(_ number: Double, in scale: ShortScale, decimals: Int) -> String {
    guard number.isFinite, number != 0 else { return self.number(number, decimals: 0) }
    // Halves of a double's range, because ten to a power may be beyond it.
    let (half, rest) = (scale.power / 2, scale.power - scale.power / 2)
    let scaled = number / tenToThe(half) / tenToThe(rest)
    return self.number(scaled, decimals: decimals) + scale.word
  }

  /// Ten to a whole power as text: `10⁻⁶`.
  package func power(ofTen exponent: Int) -> String {
    "10" + ValueFormatter.superscript(exponent)
  }

  /// A whole number as an exponent: `⁻⁶`.
  package static func superscript(_ exponent: Int) -> String {
    let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let digits = String(exponent.magnitude).compactMap(\.wholeNumberValue)
    return (exponent < 0 ? "⁻" : "") + String(digits.map { superscripts[$0] })
  }

  private func tenToThe(_ power: Int) -> Double {
    (0..<power.magnitude).reduce(1.0) { product, _ in power < 0 ? product / 10 : product * 10 }
  }
}

extension LocaleWords {
  fileprivate var shortScales: [ShortScale] {
    let language = String(tag.prefix(while: { $0 != "-" }))
    let words = LocaleWords.shortWords[tag] ?? LocaleWords.shortWords[language] ?? []
    return words.map { ShortScale(power: $0.power, word: $0.word) }
  }

  private static let shortWords: [String: [(power: Int, word: String)]] = [
    "en": [(3, "k"), (6, "M"), (9, "bn"), (12, "tn")],
    "en-GB": [(3, "k"), (6, "m"), (9, "bn"), (12, "tn")],
    "de": [(6, "\u{a0}Mio."), (9, "\u{a0}Mrd."), (12, "\u{a0}Bio.")],
    "fr": [(3, "\u{a0}k"), (6, "\u{a0}M"), (9, "\u{a0}Md"), (12, "\u{a0}Bn")],
    "es": [(3, "\u{a0}mil"), (6, "\u{a0}M"), (12, "\u{a0}B")],
    "it": [(6, "\u{a0}Mln"), (9, "\u{a0}Mld"), (12, "\u{a0}Bln")],
    "nl": [(3, "K"), (6, "\u{a0}mln."), (9, "\u{a0}mld."), (12, "\u{a0}bln.")],
    "pt": [(3, "\u{a0}mil"), (6, "\u{a0}mi"), (9, "\u{a0}bi"), (12, "\u{a0}tri")],
    "pt-PT": [(3, "\u{a0}mil"), (6, "\u{a0}M"), (9, "\u{a0}mM"), (12, "\u{a0}Bi")],
    "sv": [(3, "\u{a0}tn"), (6, "\u{a0}mn"), (9, "\u{a0}md"), (12, "\u{a0}bn")],
    "da": [(3, "\u{a0}t"), (6, "\u{a0}mio."), (9, "\u{a0}mia."), (12, "\u{a0}bio.")],
    "nb": [(3, "k"), (6, "\u{a0}mill."), (9, "\u{a0}mrd."), (12, "\u{a0}bill.")],
    "fi": [(3, "\u{a0}t."), (6, "\u{a0}milj."), (9, "\u{a0}mrd."), (12, "\u{a0}bilj.")],
    "pl": [(3, "\u{a0}tys."), (6, "\u{a0}mln"), (9, "\u{a0}mld"), (12, "\u{a0}bln")],
    "cs": [(3, "\u{a0}tis."), (6, "\u{a0}mil."), (9, "\u{a0}mld."), (12, "\u{a0}bil.")],
    "ja": [(4, "万"), (8, "億"), (12, "兆")],
  ]
}
