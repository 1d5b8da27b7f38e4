/// How numbers and dates are worded in one language.
package struct ReportLocale: Hashable, Sendable {
  /// The language tag as asked for, in its usual spelling: `en`, `de-CH`, `de-AT`.
  package let tag: String
  let words: LocaleWords

  /// The locale of a tag, nil where its language is not known.
  ///
  /// A region without a table of its own takes that of its language: `de-AT` is worded as `de`.
  /// Letter case does not matter, and `_` serves as `-`.
  package init?(_ tag: String) {
    let parts = tag.replacing("_", with: "-").split(
      separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let language = parts.first?.lowercased() else { return nil }
    let region = parts.dropFirst().first?.uppercased()
    guard
      region.map({ (2...3).contains($0.count) && $0.allSatisfy(\.isASCIILetterOrDigit) }) ?? true
    else { return nil }
    let full = region.map { "\(language)-\($0)" } ?? language
    let known = [full, language].lazy.compactMap { wanted in
      LocaleWords.all.first { $0.tag == (wanted == "no" ? "nb" : wanted) }
    }
    guard let words = known.first else { return nil }
    (self.tag, self.words) = (full, words)
  }

  private init(_ words: LocaleWords) {
    (tag, self.words) = (words.tag, words)
  }

  /// English as in the United States.
  package static let english = ReportLocale(.english)

  /// The tags that have a table of their own, in alphabetical order.
  package static let knownTags = LocaleWords.all.map(\.tag).sorted()
}

extension Character {
  fileprivate var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
