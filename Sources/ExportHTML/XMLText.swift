import Drawing

/// Text from data or spec, encoded for SVG inside HTML.
enum XMLText {
  /// Text between tags or between the double quotes of an attribute.
  ///
  /// Control characters, which XML cannot hold at all, show as their pictures.
  static func content(_ text: String) -> String {
    var encoded = ""
    for scalar in PrintableText.oneLine(text).unicodeScalars {
      switch scalar {
      case "&": encoded += "&amp;"
      case "<": encoded += "&lt;"
      case ">": encoded += "&gt;"
      case "\"": encoded += "&quot;"
      case "'": encoded += "&#39;"
      default: encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded
  }

  /// A name that is safe as an id and inside `url(#…)`; different names stay different.
  static func identifier(_ name: String) -> String {
    name.unicodeScalars
      .map { scalar in
        let isPlain = scalar.isASCII && scalar.properties.isAlphabetic || "0"..."9" ~= scalar
        return isPlain || scalar == "-" ? String(scalar) : "_\(String(scalar.value, radix: 16))_"
      }
      .joined()
  }
}
