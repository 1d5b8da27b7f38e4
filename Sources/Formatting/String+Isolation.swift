extension String {
  /// The text set apart where it holds letters that read from right to left, so that numbers beside
  /// it keep their places: between U+2068 and U+2069.
  package var isolated: String {
    hasRightToLeftLetters ? "\u{2068}\(self)\u{2069}" : self
  }

  /// Whether a letter reads from right to left.
  package var hasRightToLeftLetters: Bool {
    // No right-to-left letter is below U+0590, which UTF-8 begins with the byte D6.
    guard utf8.contains(where: { $0 >= 0xd6 }) else { return false }
    return unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x590...0x8ff, 0x200f, 0xfb1d...0xfdff, 0xfe70...0xfeff, 0x10800...0x10fff,
        0x1e800...0x1efff:
        true
      default: false
      }
    }
  }
}
