import Drawing

extension TextMeasuring {
  /// The baseline of a line of a style, from the top of its line box: the font's own ascent and
  /// descent stand in the middle of the leading.
  func baseline(of type: TypeStyle) -> Points {
    let extent = extent(of: "x", font: type.font)
    return (type.leading - extent.height) / 2 + extent.ascent
  }

  /// The text, or as much of it as fits a width with an ellipsis at the end.
  func cut(_ text: String, to width: Points, font: Font) -> String {
    if extent(of: text, font: font).width <= width { return text }
    let characters = Array(text.prefix(2000))
    var (low, high) = (0, characters.count)
    while low < high {
      let middle = (low + high + 1) / 2
      let shorter = String(characters[..<middle]) + "…"
      if extent(of: shorter, font: font).width <= width { low = middle } else { high = middle - 1 }
    }
    return String(characters[..<low]) + "…"
  }

  /// The lines of a text of any length wrapped to a width: a long one is set in pieces, because the
  /// time to break a word without blanks grows with the square of its length.
  func lines(ofLong run: TextRun, width: Points) -> [TextLine] {
    let piece = 1000
    guard run.text.utf8.count > 2 * piece, !PrintableText.isRightToLeft(run.text) else {
      return lines(of: [run], width: width)
    }
    var lines: [TextLine] = []
    var rest = run.text[...]
    // The last line of a piece is not known to be full: the next piece begins with it.
    var begun = ""
    while !rest.isEmpty {
      var end =
        rest.index(rest.startIndex, offsetBy: piece, limitedBy: rest.endIndex) ?? rest.endIndex
      // A blank at a line's end is dropped, one inside a line is not.
      while end < rest.endIndex, rest[rest.index(before: end)].isWhitespace {
        end = rest.index(after: end)
      }
      var part = run
      part.text = begun + rest[..<end]
      rest = rest[end...]
      let set = self.lines(of: [part], width: width)
      guard !rest.isEmpty, let last = set.last else {
        lines += set
        continue
      }
      lines += set.dropLast()
      begun = last.runs.map(\.run.text).joined()
    }
    return lines
  }
}
