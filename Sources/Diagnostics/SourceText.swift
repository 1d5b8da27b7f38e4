/// A piece of text inside a file, such as an expression in a YAML scalar, that knows the place of
/// each of its characters.
package struct SourceText: Hashable, Sendable {
  /// A stretch of the text that lies on one line of the file without a gap.
  package struct Stretch: Hashable, Sendable {
    /// The offset in the text, in UTF-8 bytes, where the stretch begins.
    package let offset: Int
    /// The place in the file of the stretch's first character.
    package let place: SourcePlace

    /// Makes a stretch from its parts.
    package init(offset: Int, place: SourcePlace) {
      self.offset = offset
      self.place = place
    }
  }

  /// The text as read: after YAML's quotes, escapes and folding are undone.
  package let text: String
  private let stretches: [Stretch]
  /// Whether a byte is a character, so that a place is found without counting letters.
  private let isASCII: Bool
  /// The length in characters of each stretch's line.
  private let lineLengths: [Int]

  /// Makes a text whose stretches, in order of offset, say where its characters stand.
  package init(_ text: String, stretches: [Stretch]) {
    self.text = text
    self.stretches = stretches
    isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    lineLengths = stretches.map(\.place.lineText.count)
  }

  /// Makes a text that stands on one line, from `place` on.
  package init(_ text: String, at place: SourcePlace) {
    self.init(text, stretches: [Stretch(offset: 0, place: place)])
  }

  /// The place of the text's first character.
  package var place: SourcePlace {
    stretches.first?.place ?? SourcePlace(file: "", line: 1, column: 1)
  }

  /// The place in the file of a range of UTF-8 offsets of the text.
  ///
  /// A range that runs over a line end is cut at the line end.
  package func place(of range: Range<Int>) -> SourcePlace {
    let start = max(0, range.lowerBound)
    guard let index = stretches.lastIndex(where: { $0.offset <= start }) else { return place }
    let before = characters(stretches[index].offset, start)
    let inside = characters(start, range.upperBound)
    let whole = stretches[index].place
    let column = whole.column + before
    let room = whole.lineText.isEmpty ? inside : max(1, lineLengths[index] - column + 1)
    return SourcePlace(
      file: whole.file, line: whole.line, column: column, length: min(inside, room),
      lineText: whole.lineText)
  }

  /// The part of the text in a range of UTF-8 offsets, with its places.
  package func slice(_ range: Range<Int>) -> SourceText {
    let part = String(decoding: Array(text.utf8)[range], as: UTF8.self)
    var kept = [Stretch(offset: 0, place: place(of: range))]
    for stretch in stretches
    where range.contains(stretch.offset) && stretch.offset > range.lowerBound {
      kept.append(Stretch(offset: stretch.offset - range.lowerBound, place: stretch.place))
    }
    return SourceText(part, stretches: kept)
  }

  private func characters(_ from: Int, _ to: Int) -> Int {
    let end = min(to, text.utf8.count)
    guard from < end else { return 0 }
    if isASCII { return end - from }
    return String(decoding: Array(text.utf8)[from..<end], as: UTF8.self).count
  }
}
