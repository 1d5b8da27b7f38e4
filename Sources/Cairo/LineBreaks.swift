import CPangoCairo
import Drawing

extension TextShaper {
  /// The stretches of a text between which a line may end, by Pango's reading of UAX 14: after
  /// blanks, hyphens and slashes, between ideographs, between the words of Thai.
  ///
  /// No stretch begins inside a character as readers see it, such as a family of emoji.
  func stretches(of text: String) -> [String] {
    let scalars = text.unicodeScalars.count
    guard scalars > 1 else { return text.isEmpty ? [] : [text] }
    var attributes = Array(repeating: PangoLogAttr(), count: scalars + 1)
    var bytes = Array(text.utf8)
    bytes.withUnsafeMutableBytes { buffer in
      pango_get_log_attrs(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), -1,
        pango_context_get_language(context), &attributes, Int32(attributes.count))
    }
    var stretches = [""]
    var place = 0
    for character in text {
      if place > 0, attributes[place].is_line_break != 0 { stretches.append("") }
      stretches[stretches.count - 1].append(character)
      place += character.unicodeScalars.count
    }
    return stretches
  }
}
