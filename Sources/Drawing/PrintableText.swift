/// Text made fit to print: whatever would move the pen unseen becomes a sign that one can see.
///
/// Data is printed as itself, so nothing is dropped: a control character shows its picture, and the
/// characters that override the reading direction of all that follows show as U+FFFD.
package enum PrintableText {
  /// Text for one line: line ends show as pictures.
  package static func oneLine(_ text: String) -> String {
    isPlain(text) ? text : String(String.UnicodeScalarView(text.unicodeScalars.map(visible)))
  }

  /// Text for a paragraph: every kind of line end becomes `\n`.
  package static func paragraph(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where previous == "\r": break
      case _ where isLineEnd(scalar): scalars.append("\n")
      default: scalars.append(visible(scalar))
      }
    }
    return String(scalars)
  }

  /// Whether a character ends a line.
  package static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// Whether the first letter that has a direction reads from right to left.
  ///
  /// Letters inside directional isolates do not count: a value set apart by isolates never turns
  /// the sentence around it.
  package static func isRightToLeft(_ text: String) -> Bool {
    // No right-to-left letter is below U+0590, which UTF-8 begins with the byte D6.
    guard text.utf8.contains(where: { $0 >= 0xd6 }) else { return false }
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2066...0x2068: depth += 1
      case 0x2069: depth = max(0, depth - 1)
      case 0x200e: if depth == 0 { return false }
      case 0x200f: if depth == 0 { return true }
      default:
        guard depth == 0, scalar.properties.isAlphabetic else { continue }
        return isInRightToLeftBlock(scalar)
      }
    }
    return false
  }

  private static func isInRightToLeftBlock(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8ff, 0xfb1d...0xfdff, 0xfe70...0xfeff, 0x10800...0x10fff, 0x1e800...0x1efff:
      true
    default: false
    }
  }

  /// Whether a text has none of the characters that ``visible(_:)`` replaces.
  private static func isPlain(_ text: String) -> Bool {
    var window: UInt32 = 0
    for byte in text.utf8 {
      window = window << 8 | UInt32(byte)
      if byte < 0x20 || byte == 0x7f { return false }
      // In UTF-8, C2 80 to C2 9F are the C1 controls; E2 80 A8 to AE separators and overrides.
      if (0xc280...0xc29f).contains(window & 0xffff) { return false }
      if (0xe280a8...0xe280ae).contains(window & 0xff_ffff) { return false }
      // EF B7 90 to AF, and any xx xx BF BE or BF: where the noncharacters are, among others.
      if (0xefb790...0xefb7af).contains(window & 0xff_ffff) { return false }
      if window & 0xfffe == 0xbfbe { return false }
    }
    return true
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: " "
    case 0x00...0x1f: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{fffd}"
    case 0x7f: "\u{2421}"
    case 0x2028, 0x2029: "\u{2424}"
    case 0x80...0x9f, 0x202d, 0x202e, 0xfdd0...0xfdef: "\u{fffd}"
    case let value where value & 0xfffe == 0xfffe: "\u{fffd}"
    default: scalar
    }
  }
}
