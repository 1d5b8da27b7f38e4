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
}
