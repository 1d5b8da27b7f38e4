package import Expressions

/// SQL that a person wrote, cut at its `:parameters`.
package struct RawStatement: Hashable, Sendable {
  /// A stretch of SQL sent as written, or a parameter in its place.
  package enum Part: Hashable, Sendable {
    case sql(String)
    /// A parameter by its full name, and its range of UTF-8 offsets in the text.
    case parameter(String, range: Range<Int>)
  }

  package let parts: [Part]
  /// The declared types of the parameters by full name.
  package let types: [String: ValueType]

  package init(parts: [Part], types: [String: ValueType]) {
    self.parts = parts
    self.types = types
  }

  /// Cuts SQL text at its parameters `:name` and `:name.part`.
  ///
  /// A colon inside quotes or comments, after another colon (`x::text`) or before anything but a
  /// letter is left alone.
  package static func parts(of sql: String) -> [Part] {
    var scanner = RawScanner(sql)
    return scanner.scan()
  }

  /// The parameters by full name, in order, each once.
  package var parameters: [String] {
    var names: [String] = []
    for case .parameter(let name, _) in parts where !names.contains(name) { names.append(name) }
    return names
  }
}

/// Walks over SQL text, minding what a database takes for quotes and comments.
private struct RawScanner {
  private let bytes: [UInt8]
  private var at = 0
  private var begun = 0
  private var parts: [RawStatement.Part] = []

  init(_ sql: String) { bytes = Array(sql.utf8) }

  mutating func scan() -> [RawStatement.Part] {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): skipQuoted(bytes[at])
      case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-"): skip(to: "\n")
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): skip(to: "*/")
      case UInt8(ascii: "$"): skipDollarQuoted()
      case UInt8(ascii: ":"): colon()
      default: at += 1
      }
    }
    close()
    return parts
  }

  private func peek(_ ahead: Int) -> UInt8? { at + ahead < bytes.count ? bytes[at + ahead] : nil }

  private mutating func close() {
    if at > begun { parts.append(.sql(String(decoding: bytes[begun..<at], as: UTF8.self))) }
    begun = at
  }

  private mutating func colon() {
    guard peek(1) != UInt8(ascii: ":") else {
      at += 2
      return
    }
    var end = at + 1
    while end < bytes.count, isLetter(bytes[end]) || isTail(end) { end += 1 }
    guard end > at + 1 else {
      at += 1
      return
    }
    close()
    let name = String(decoding: bytes[at + 1..<end], as: UTF8.self)
    parts.append(.parameter(name, range: at..<end))
    at = end
    begun = end
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
  }

  /// Whether a digit, or a point before another letter, goes on with the name.
  private func isTail(_ place: Int) -> Bool {
    guard place > at + 1 else { return false }
    if (48...57).contains(bytes[place]) { return true }
    return bytes[place] == UInt8(ascii: ".") && place + 1 < bytes.count
      && isLetter(bytes[place + 1])
  }

  private mutating func skipQuoted(_ quote: UInt8) {
    at += 1
    while at < bytes.count, bytes[at] != quote { at += 1 }
    at = min(at + 1, bytes.count)
  }

  private mutating func skip(to end: String) {
    let end = Array(end.utf8)
    while at < bytes.count, !bytes[at...].starts(with: end) { at += 1 }
    at = min(at + end.count, bytes.count)
  }

  /// Passes over PostgreSQL's `$$ … $$` and `$tag$ … $tag$`.
  private mutating func skipDollarQuoted() {
    var end = at + 1
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "$") else {
      at += 1
      return
    }
    let tag = String(decoding: bytes[at...end], as: UTF8.self)
    at = end + 1
    skip(to: tag)
  }
}
