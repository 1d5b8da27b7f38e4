/// Who sends or receives a mail: an address, perhaps with a name.
package struct MailAddress: Hashable, Sendable {
  package let name: String?
  /// `local@host`, in ASCII.
  package let address: String

  /// Reads `night@example.org` or `Night desk <night@example.org>`.
  ///
  /// - Throws: ``MailError/noAddress(_:)`` for anything else: several addresses at once, control
  ///   characters, comments, or letters beyond ASCII in the address itself.
  package init(_ text: String) throws(MailError) {
    let trimmed = text.trimmingSpaces
    guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) else {
      throw .noAddress(text)
    }
    if trimmed.last == ">", let open = trimmed.lastIndex(of: "<") {
      var name = String(trimmed[..<open]).trimmingSpaces
      if name.utf8.count >= 2, name.first == "\"", name.last == "\"" {
        name = String(name.dropFirst().dropLast())
      }
      guard !name.contains("<"), !name.contains(">") else { throw .noAddress(text) }
      self.name = name.isEmpty ? nil : name
      address = String(trimmed[trimmed.index(after: open)...].dropLast())
    } else {
      name = nil
      address = trimmed
    }
    guard MailAddress.isAddress(address) else { throw .noAddress(text) }
  }

  /// The part after the `@`.
  package var host: Substring { address.split(separator: "@").last ?? "" }

  /// The address as words of a head.
  var words: [String] {
    guard let name else { return [address] }
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && scalar != "\"" && scalar != "\\"
    }
    let shown = isPlain && name.utf8.count <= 50 && !name.contains("=?")
    return (shown ? ["\"\(name)\""] : HeaderField.encodedWords(of: name)) + ["<\(address)>"]
  }

  /// Whether a text is a dot-atom, `@`, and a host's name (RFC 5322, 3.4.1, without its comments).
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count <= 64, parts[1].utf8.count <= 253 else {
      return false
    }
    let isLocal = atoms(parts[0]) { byte in
      isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
    return isLocal && atoms(parts[1]) { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
  }

  private static func atoms(_ text: Substring, _ isAllowed: (UInt8) -> Bool) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isAllowed) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte < 0x80 && (Character(UnicodeScalar(byte)).isLetter || (0x30...0x39).contains(byte))
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// Why a mail cannot be written.
package enum MailError: Error, Hashable, Sendable, CustomStringConvertible {
  case noAddress(String)

  /// The cause in words.
  package var description: String {
    switch self {
    case .noAddress(let text):
      "'\(text)' is no mail address; expected 'name@host' or 'Name <name@host>'"
    }
  }
}
