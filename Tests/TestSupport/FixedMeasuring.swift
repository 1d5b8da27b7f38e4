package import Drawing

/// Text measuring without fonts: every character is equally wide, so that layout goldens are the
/// same on every machine.
///
/// A character advances 0.55 em; ascent is 0.8 em and descent 0.2 em.
package struct FixedMeasuring: TextMeasuring {
  private let undrawable: Set<Character>

  /// Makes a measuring in which all but the given characters can be drawn.
  package init(undrawable: Set<Character> = []) { self.undrawable = undrawable }

  package func extent(of text: String, font: Font) -> TextExtent {
    TextExtent(
      width: advance(font) * Double(text.count), ascent: 0.8 * font.size, descent: 0.2 * font.size)
  }

  package func missingGlyphs(in text: String, font: Font) -> [Character] {
    text.filter(undrawable.contains).reduce(into: []) { found, character in
      if !found.contains(character) { found.append(character) }
    }
  }

  /// A line may end after a blank, a hyphen or a slash, and on both sides of an ideograph.
  package func stretches(of text: String) -> [String] {
    var stretches: [String] = []
    var last: Character?
    for character in text {
      let isFree = [character, last].contains { $0.map(isIdeograph) ?? false }
      if let last, (" -/".contains(last) && character != " ") || (isFree && character != " ") {
        stretches.append("")
      } else if last == nil {
        stretches.append("")
      }
      stretches[stretches.count - 1].append(character)
      last = character
    }
    return stretches
  }

  private func isIdeograph(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x3040...0x9fff).contains($0.value) } ?? false
  }

  package func lines(of runs: [TextRun], width: Points) -> [TextLine] {
    var lines: [[Glyph]] = []
    var line: [Glyph] = []
    var used = Points.zero
    for (index, run) in runs.enumerated() {
      for character in run.text {
        if character.isNewline {
          lines.append(line)
          (line, used) = ([], 0)
          continue
        }
        let glyph = Glyph(character: character, run: index, width: advance(run.font))
        // Half a thousandth of a point keeps a sum of equal advances from missing its own width.
        if used + glyph.width > width + 0.0005, !line.isEmpty {
          guard character != " " else {
            lines.append(line)
            (line, used) = ([], 0)
            continue
          }
          lines.append(cut(&line))
          used = line.reduce(Points.zero) { $0 + $1.width }
        }
        line.append(glyph)
        used = used + glyph.width
      }
    }
    lines.append(line)
    return lines.map { place($0, runs) }
  }

  private struct Glyph {
    let character: Character
    let run: Int
    let width: Points
  }

  private func advance(_ font: Font) -> Points { 0.55 * font.size }

  /// Takes off what fits as a line, at the last blank where there is one; the rest stays.
  private func cut(_ line: inout [Glyph]) -> [Glyph] {
    guard let blank = line.lastIndex(where: { $0.character == " " }) else {
      defer { line = [] }
      return line
    }
    let head = Array(line[..<blank])
    line = Array(line[(blank + 1)...])
    return head
  }

  private func place(_ glyphs: [Glyph], _ runs: [TextRun]) -> TextLine {
    var placed: [PlacedRun] = []
    var x = Points.zero
    var rest = glyphs[...]
    while let first = rest.first {
      let stretch = rest.prefix { $0.run == first.run }
      var run = runs[first.run]
      run.text = String(stretch.map(\.character))
      let width = stretch.reduce(Points.zero) { $0 + $1.width }
      placed.append(PlacedRun(run: run, x: x, width: width))
      x = x + width
      rest = rest.dropFirst(stretch.count)
    }
    let sizes = placed.isEmpty ? runs.prefix(1).map(\.font.size) : placed.map(\.run.font.size)
    let size = sizes.max() ?? 0
    return TextLine(
      runs: placed, extent: TextExtent(width: x, ascent: 0.8 * size, descent: 0.2 * size))
  }
}
