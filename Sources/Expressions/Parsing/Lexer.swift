/// Cuts an expression's text into tokens.
struct Lexer {
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// All tokens, the last of which is the end.
  mutating func tokens() throws(SyntaxError) -> [Token] {
    var found: [Token] = []
    repeat { found.append(try next()) } while found.last?.kind != .end
    return found
  }

  private mutating func next() throws(SyntaxError) -> Token {
    while let byte = peek(), byte == 32 || (9...13).contains(byte) { at += 1 }
    let start = at
    let kind = try kind(from: start)
    return Token(kind: kind, range: start..<at)
  }

  private mutating func kind(from start: Int) throws(SyntaxError) -> Token.Kind {
    guard let byte = peek() else { return .end }
    switch byte {
    case UInt8(ascii: "'"): return .text(try quoted("text"))
    case UInt8(ascii: "\""): return .quotedName(try name())
    case UInt8(ascii: ":"): return try parameter()
    case _ where isDigit(byte): return .number(try number())
    case UInt8(ascii: ".") where isDigit(peek(1)): return .number(try number())
    default:
      if let word = word() { return .word(word) }
      return .sign(try sign())
    }
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    at + ahead < bytes.count ? bytes[at + ahead] : nil
  }

  private func isDigit(_ byte: UInt8?) -> Bool { byte.map { (48...57).contains($0) } ?? false }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

extension Lexer {
  /// Reads from one quote to the next that is not doubled.
  private mutating func quoted(_ what: String) throws(SyntaxError) -> String {
    let start = at
    let quote = bytes[at]
    var content: [UInt8] = []
    at += 1
    while let byte = peek() {
      at += 1
      if byte == quote {
        guard peek() == quote else { return String(decoding: content, as: UTF8.self) }
        at += 1
      }
      content.append(byte)
    }
    throw SyntaxError(
      message: "\(what) is not closed", range: start..<start + 1,
      hints: ["close it with \(Character(Unicode.Scalar(quote)))"])
  }

  private mutating func name() throws(SyntaxError) -> String {
    let start = at
    let name = try quoted("quoted name")
    guard !name.isEmpty else {
      throw SyntaxError(message: "a quoted name is empty", range: start..<at)
    }
    return name
  }

  private mutating func parameter() throws(SyntaxError) -> Token.Kind {
    let start = at
    at += 1
    var parts: [String] = []
    repeat {
      if !parts.isEmpty { at += 1 }
      if let word = word() {
        parts.append(word)
      } else if peek() == UInt8(ascii: "\"") {
        parts.append(try name())
      } else {
        throw SyntaxError(
          message: "expected a parameter's name after '\(text(start..<at))'", range: start..<at,
          hints: parts.isEmpty && peek() == UInt8(ascii: ":")
            ? ["write cast(x as type) instead of x::type"] : [])
      }
    } while peek() == UInt8(ascii: ".")
    return .parameter(parts)
  }

  private mutating func number() throws(SyntaxError) -> String {
    let start = at
    skipDigits()
    if peek() == UInt8(ascii: "."), isDigit(peek(1)) {
      at += 1
      skipDigits()
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      let signed = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
      if isDigit(peek(signed ? 2 : 1)) {
        at += signed ? 2 : 1
        skipDigits()
      }
    }
    let digits = text(start..<at)
    guard let tail = word() else { return digits }
    throw SyntaxError(
      message: "expected a number, found '\(digits)\(tail)'", range: start..<at,
      hints: ["a name that begins with a digit needs quotes: \"\(digits)\(tail)\""])
  }

  private mutating func skipDigits() {
    while isDigit(peek()) { at += 1 }
  }

  /// Reads a word: a letter or underscore, then letters, digits, underscores.
  private mutating func word() -> String? {
    let start = at
    while let byte = peek() {
      if byte < 0x80 {
        let isLetter = (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
        guard isLetter || (at > start && isDigit(byte)) else { break }
        at += 1
      } else {
        guard let scalar = scalar(), isPartOfWord(scalar.value, isFirst: at == start) else { break }
        at += scalar.length
      }
    }
    return at > start ? text(start..<at) : nil
  }

  private func isPartOfWord(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    if scalar.properties.isAlphabetic { return true }
    guard !isFirst else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return false
    }
  }

  /// The character at hand beyond ASCII and its length in bytes.
  private func scalar() -> (value: Unicode.Scalar, length: Int)? {
    let text = String(decoding: bytes[at..<min(at + 4, bytes.count)], as: UTF8.self)
    guard let first = text.unicodeScalars.first else { return nil }
    return (first, String(first).utf8.count)
  }

  private mutating func sign() throws(SyntaxError) -> String {
    let start = at
    if let two = peek(1), let known = Lexer.signs[text(at..<at + 1) + String(Unicode.Scalar(two))] {
      at += 2
      return known
    }
    let one = peek().map { String(Unicode.Scalar($0)) } ?? ""
    if Lexer.singles.contains(one) {
      at += 1
      return one
    }
    let length = bytes[at] < 0x80 ? 1 : scalar()?.length ?? 1
    at = min(at + length, bytes.count)
    let found = text(start..<at)
    throw SyntaxError(
      message: "unexpected character '\(found)'", range: start..<at,
      hints: Lexer.advice[found].map { [$0] } ?? [])
  }

  /// Signs of two characters, and what they stand for.
  private static let signs = [
    "||": "||", "!=": "!=", "<>": "!=", "<=": "<=", ">=": ">=", "==": "==",
  ]
  private static let singles: Set<String> = [
    "+", "-", "*", "/", "%", "=", "<", ">", "(", ")", ",", ".",
  ]
  private static let advice = [
    "&": "write 'and'", "|": "write 'or', or '||' to join texts",
    "!": "write 'not', or '!=' for unequal", "^": "write power(x, y)",
    "“": "use straight quotes", "”": "use straight quotes", "‘": "use straight quotes",
    "’": "use straight quotes", "`": "quote names with \"…\"", "[": "quote names with \"…\"",
    ";": "an expression is one value, without ';'", "−": "use the plain sign '-'",
    "{": "{{ … }} belongs in text; here the expression stands alone",
  ]
}
