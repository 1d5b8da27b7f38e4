extension String {
  /// The text with no-break spaces where a line must not end: beside the sign of `p < 0.001` and
  /// `n = 12`, between a number and its unit, and inside the brackets of `F(2, 1,210)` and
  /// `[0.02, 0.05]`.
  package var bound: String {
    guard utf8.contains(UInt8(ascii: " ")), utf8.contains(where: { (0x30...0x39).contains($0) })
    else { return self }
    let words = split(separator: " ", omittingEmptySubsequences: false)
    var text = String(words[0])
    for place in words.indices.dropFirst() {
      let isBound =
        words[place - 1].isFollowed(by: words[place])
        || words[place - 1].isSign(between: words.before(place - 1), words[place])
        || words[place].isSign(between: words[place - 1], words.after(place))
      text += isBound ? "\u{a0}" : " "
      text += words[place]
    }
    return text
  }
}

extension [Substring] {
  fileprivate func before(_ place: Int) -> Substring { place > 0 ? self[place - 1] : "" }
  fileprivate func after(_ place: Int) -> Substring { place + 1 < count ? self[place + 1] : "" }
}

extension Substring {
  private static let signs: Set<Substring> = ["=", "<", ">", "≤", "≥", "≈", "≠", "±", "×"]
  /// Short words that are no units.
  private static let joints: Set<String> = [
    "a", "an", "and", "as", "at", "by", "do", "for", "if", "in", "is", "it", "its", "no", "not",
    "of", "on", "or", "per", "so", "the", "to", "und", "et", "y", "o", "e", "i",
  ]
  /// Units of more than three letters.
  private static let longUnits: Set<String> = ["kcal", "mmhg", "mmol", "µmol", "bpm"]

  /// Whether it is a sign that holds a name and a number together.
  fileprivate func isSign(between left: Substring, _ right: Substring) -> Bool {
    Substring.signs.contains(self) && !left.isEmpty && left.count <= 24
      && right.beginsNumber
  }

  /// Whether the next word is the number's unit, or the rest of what stands in brackets.
  fileprivate func isFollowed(by next: Substring) -> Bool {
    if last == ",", next.beginsNumber, let open = lastIndex(where: { $0 == "(" || $0 == "[" }) {
      let close: Character = self[open] == "(" ? ")" : "]"
      return self[index(after: open)...].beginsNumber && next.contains(close)
    }
    guard let last, last.isNumber, beginsNumber else { return false }
    return next.isUnit
  }

  private var beginsNumber: Bool {
    let digits = drop { "([−-+~<≤≥>".contains($0) }
    return digits.first.map { $0.isNumber || $0 == "∞" } ?? false
  }

  private var isUnit: Bool {
    var word = self[...]
    while let last = word.last, ".,;:)]".contains(last) { word.removeLast() }
    guard let first = word.first, first.isLetter || "°%‰".contains(first),
      !word.contains(where: { "([".contains($0) })
    else { return false }
    let small = word.lowercased()
    let isShort = word.count <= 3 || (word.contains("/") && word.count <= 8)
    return (isShort || Substring.longUnits.contains(small)) && !Substring.joints.contains(small)
  }
}
