extension String {
  /// The text as it can be printed.
  ///
  /// Control characters become their pictures, such as `␀`, and what no document may hold becomes
  /// `�`. Line ends and tabs stay; a line ends in `\n`.
  package var withVisibleControls: String {
    guard utf8.contains(where: mayNeedPicture) else { return self }
    var result = String.UnicodeScalarView()
    var previousIsReturn = false
    for scalar in unicodeScalars {
      if previousIsReturn, scalar != "\n" { result.append("␍") }
      previousIsReturn = scalar == "\r"
      if !previousIsReturn { result.append(picture(of: scalar)) }
    }
    if previousIsReturn { result.append("␍") }
    return String(result)
  }

  /// Whether some character sets or changes the direction of writing, so that the text has to be
  /// isolated from what surrounds it.
  package var changesDirection: Bool {
    // All such characters begin with a byte above 0xd5 or are in the U+2000 block (0xe2).
    guard utf8.contains(where: { $0 >= 0xd6 }) else { return false }
    return unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x590...0x8ff, 0x200e...0x200f, 0x202a...0x202e, 0x2066...0x2069, 0xfb1d...0xfdff,
        0xfe70...0xfeff, 0x10800...0x10fff, 0x1e800...0x1efff:
        true
      default: false
      }
    }
  }
}

/// Whether a UTF-8 byte begins a character that ``String/withVisibleControls`` may change.
private func mayNeedPicture(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x09, 0x0a: false
  case 0...0x1f, 0x7f, 0xc2, 0xef, 0xf0...0xf4: true
  default: false
  }
}

private func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x09, 0x0a: scalar
  case 0...0x1f: Unicode.Scalar(0x2400 + scalar.value) ?? "�"
  case 0x7f: "␡"
  case 0x80...0x9f, 0xfdd0...0xfdef: "�"
  case let value where value & 0xfffe == 0xfffe: "�"
  default: scalar
  }
}
