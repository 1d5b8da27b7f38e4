import Drawing

/// The widths of many short texts in one font: each distinct text is measured once, and numbers
/// are summed from their characters, since their digits have one width.
struct TextWidths {
  private let measuring: any TextMeasuring
  private let font: Font
  private var advances: [Unicode.Scalar: Points] = [:]
  private var known: [String: Points] = [:]
  /// How many texts are remembered; a table of a million different names must not fill the memory.
  private let limit = 50_000

  init(font: Font, measuring: any TextMeasuring) {
    self.font = font
    self.measuring = measuring
    for scalar in "0123456789.,%−–-+:/ ".unicodeScalars {
      advances[scalar] = measuring.extent(of: String(scalar), font: font).width
    }
  }

  mutating func width(_ text: String) -> Points {
    if let sum = sum(text) { return sum }
    if let width = known[text] { return width }
    let width = measuring.extent(of: text, font: font).width
    if known.count >= limit { known.removeAll(keepingCapacity: true) }
    known[text] = width
    return width
  }

  /// The width of the widest word, or of the text's first hundred words.
  mutating func widestWord(_ text: String) -> Points {
    // Scripts such as Thai and Chinese have no blanks between their words.
    if text.unicodeScalars.contains(where: {
      (0xe00..<0x2000).contains($0.value) || $0.value >= 0x2e80
    }), !text.contains("\n") {
      return measuring.stretches(of: String(text.prefix(400))).prefix(100)
        .reduce(Points.zero) { max($0, width($1)) }
    }
    // A no-break space holds two words together.
    let words = text.split(maxSplits: 100) {
      $0.isWhitespace && $0 != "\u{a0}" && $0 != "\u{202f}"
    }
    return words.prefix(100).reduce(Points.zero) { max($0, width(String($1))) }
  }

  private func sum(_ text: String) -> Points? {
    var total = Points.zero
    for scalar in text.unicodeScalars {
      guard let advance = advances[scalar] else { return nil }
      total = total + advance
    }
    return total
  }
}
