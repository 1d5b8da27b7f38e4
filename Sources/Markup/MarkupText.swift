/// HTML or SVG under construction, where data cannot become markup.
///
/// Names of elements and attributes are literals of the program; every text and attribute value
/// goes through the one encoder here.
package struct MarkupText: Hashable, Sendable {
  /// What has been written.
  package private(set) var text = ""

  package init() {}

  /// Writes a start tag; attributes without a value are left out.
  package mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]
  ) {
    text += "<"
    text += name.description
    for (attribute, value) in attributes {
      guard let value else { continue }
      text += " "
      text += attribute.description
      text += "=\""
      write(value)
      text += "\""
    }
    text += ">"
  }

  /// Writes an end tag.
  package mutating func close(_ name: StaticString) {
    text += "</"
    text += name.description
    text += ">"
  }

  /// Writes text as itself.
  package mutating func write(_ string: String) {
    let visible = string.withVisibleControls
    guard visible.utf8.contains(where: { replacement(of: $0) != nil }) else {
      text += visible
      return
    }
    // By scalars, not characters: a quote with a combining accent is one character that is not a
    // quote, yet it would end an attribute.
    for scalar in visible.unicodeScalars {
      if let entity = scalar.isASCII ? replacement(of: UInt8(scalar.value)) : nil {
        text += entity
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Writes finished markup.
  package mutating func write(_ fragment: MarkupFragment) { text += fragment.text }

  /// Ends a line of the markup, where white space means nothing.
  package mutating func endLine() { text += "\n" }
}

/// What stands for an ASCII character that has a meaning in markup; nil where it stands for itself.
private func replacement(of byte: UInt8) -> String? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}

/// A piece of finished markup.
package struct MarkupFragment: Hashable, Sendable {
  package let text: String

  /// Text as itself, encoded.
  package init(encoding string: String) {
    var writer = MarkupText()
    writer.write(string)
    text = writer.text
  }

  /// What a writer has written.
  package init(_ written: MarkupText) { text = written.text }

  /// Markup from a writer with its own encoder, such as that of SVG or CSS; never data.
  package init(trusted text: String) { self.text = text }
}
