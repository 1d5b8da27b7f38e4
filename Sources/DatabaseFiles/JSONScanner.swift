/// What is wrong with a line of JSON, and at which byte of the window.
struct JSONFault: Error {
  let place: Int
  let reason: String
}

/// A key of an object, as it is written between its quotes.
struct JSONKey {
  let place: Int
  let start: UnsafePointer<UInt8>
  let count: Int
  let hasEscapes: Bool

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// The key with its escapes read.
  var name: String {
    guard hasEscapes else { return String(decoding: bytes, as: UTF8.self) }
    var letters = Array(bytes)
    return letters.withUnsafeMutableBufferPointer { letters in
      guard let start = letters.baseAddress else { return "" }
      let count = JSONEscapes.read(start, letters.count)
      return String(decoding: letters.prefix(count), as: UTF8.self)
    }
  }
}

/// Goes through one line of JSON (RFC 8259), strictly.
///
/// Besides, the words `NaN`, `Infinity` and `-Infinity` are numbers, as Python writes them.
struct JSONScanner {
  private let bytes: UnsafeMutablePointer<UInt8>
  private let begin: Int
  private let end: Int
  private var at: Int
  private var isFirstKey = true

  /// How deep objects and arrays may lie in each other.
  static let deepest = 128

  init(_ bytes: UnsafeMutablePointer<UInt8>, from begin: Int, to end: Int) {
    (self.bytes, self.begin, self.end, at) = (bytes, begin, end, begin)
  }

  /// Whether there is nothing on the line.
  var isBlank: Bool { (begin..<end).allSatisfy { isSpace(bytes[$0]) } }

  /// The place of a byte in the line, in characters from 1.
  func column(of place: Int) -> Int {
    1 + (begin..<place).count { bytes[$0] & 0xC0 != 0x80 }
  }

  // MARK: The line's object

  mutating func open() throws(JSONFault) {
    try expect(UInt8(ascii: "{"), "an object, '{…}', on each line")
  }

  /// The next key, after which its value begins; nil after the last.
  mutating func nextKey() throws(JSONFault) -> JSONKey? {
    skipSpaces()
    if peek == UInt8(ascii: "}") {
      at += 1
      return nil
    }
    if isFirstKey {
      isFirstKey = false
    } else {
      try expect(.comma, "',' or '}'")
      skipSpaces()
    }
    let place = at
    let key = try string("a key in double quotes")
    try expect(UInt8(ascii: ":"), "':' after the key")
    return JSONKey(
      place: place, start: key.cell.start, count: key.cell.count, hasEscapes: key.hasEscapes)
  }

  /// Makes sure that nothing follows.
  mutating func finish() throws(JSONFault) {
    skipSpaces()
    if at < end { throw fault("the end of the line after the object") }
  }

  /// The value at which the line stands.
  mutating func value() throws(JSONFault) -> (cell: Cell, hasEscapes: Bool) {
    skipSpaces()
    let start = at
    switch peek {
    case .quote: return try string("a value")
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try skipNested(depth: 1)
      return (cell(from: start, .nested), false)
    default: return (try plain(), false)
    }
  }

  // MARK: Values

  private mutating func plain() throws(JSONFault) -> Cell {
    let start = at
    switch peek {
    case UInt8(ascii: "n"):
      try word("null")
      return cell(from: start, .absent)
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "N"): try word("NaN")
    case UInt8(ascii: "I"): try word("Infinity")
    default: try number()
    }
    return cell(from: start, .bare)
  }

  private mutating func word(_ word: StaticString) throws(JSONFault) {
    let count = word.utf8CodeUnitCount
    let isThere =
      at + count <= end && (0..<count).allSatisfy { bytes[at + $0] == word.utf8Start[$0] }
    guard isThere else { throw fault("a value") }
    at += count
  }

  private mutating func number() throws(JSONFault) {
    let start = at
    if peek == .minus { at += 1 }
    if at > start, peek == UInt8(ascii: "I") { return try word("Infinity") }
    guard let first = peek, first.isDigit else { throw fault("a value") }
    at += 1
    if first != .zero { skipDigits() }
    if let next = peek, next.isDigit { throw fault("no digit after a leading zero") }
    if peek == .point {
      at += 1
      try digits("a digit after the point")
    }
    if let sign = peek, sign | 0x20 == UInt8(ascii: "e") {
      at += 1
      if peek == .minus || peek == .plus { at += 1 }
      try digits("a digit in the exponent")
    }
  }

  private mutating func digits(_ expected: String) throws(JSONFault) {
    guard let first = peek, first.isDigit else { throw fault(expected) }
    skipDigits()
  }

  private mutating func skipDigits() {
    while at < end, bytes[at].isDigit { at += 1 }
  }

  private mutating func string(_ expected: String) throws(JSONFault) -> (
    cell: Cell, hasEscapes: Bool
  ) {
    guard peek == .quote else { throw fault(expected) }
    at += 1
    let start = at
    var hasEscapes = false
    while at < end {
      let byte = bytes[at]
      if byte == .quote {
        let found = cell(from: start, .string)
        at += 1
        return (found, hasEscapes)
      }
      if byte < .space { throw fault("no control character in a string; write it as '\\u00…'") }
      if byte == .backslash {
        hasEscapes = true
        try escape()
      } else {
        at += 1
      }
    }
    throw fault("'\"' at the end of the string")
  }

  private mutating func escape() throws(JSONFault) {
    let rest = UnsafeBufferPointer(start: UnsafePointer(bytes + at), count: end - at)
    guard let length = JSONEscapes.length(rest) else {
      throw fault("an escape such as '\\n', '\\\"' or '\\u00e9'")
    }
    at += length
  }

  private mutating func skipNested(depth: Int) throws(JSONFault) {
    guard depth <= JSONScanner.deepest else {
      throw fault("at most \(JSONScanner.deepest) objects and arrays in each other")
    }
    let isObject = peek == UInt8(ascii: "{")
    let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    at += 1
    skipSpaces()
    if peek == close {
      at += 1
      return
    }
    while true {
      skipSpaces()
      if isObject {
        _ = try string("a key in double quotes")
        try expect(UInt8(ascii: ":"), "':' after the key")
        skipSpaces()
      }
      switch peek {
      case .quote: _ = try string("a value")
      case UInt8(ascii: "{"), UInt8(ascii: "["): try skipNested(depth: depth + 1)
      default: _ = try plain()
      }
      skipSpaces()
      if peek == close {
        at += 1
        return
      }
      try expect(.comma, isObject ? "',' or '}'" : "',' or ']'")
    }
  }

  // MARK: Bytes

  private var peek: UInt8? { at < end ? bytes[at] : nil }

  private func cell(from start: Int, _ form: Cell.Form) -> Cell {
    Cell(start: UnsafePointer(bytes + start), count: at - start, form: form)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == .space || byte == .tab || byte == .carriageReturn
  }

  private mutating func skipSpaces() {
    while at < end, isSpace(bytes[at]) { at += 1 }
  }

  private mutating func expect(_ byte: UInt8, _ words: String) throws(JSONFault) {
    skipSpaces()
    guard peek == byte else { throw fault(words) }
    at += 1
  }

  private func fault(_ expected: String) -> JSONFault {
    guard at < end else {
      return JSONFault(place: at, reason: "found the end of the line, expected \(expected)")
    }
    // Some characters from here on, the last of which the cut may have spoilt.
    let rest = UnsafeBufferPointer(start: bytes + at, count: min(end - at, 64))
    let found = String(decoding: rest, as: UTF8.self).prefix(12)
    let shown = found.map { $0.isNewline || $0 < " " ? "·" : String($0) }.joined()
    return JSONFault(place: at, reason: "found '\(shown)', expected \(expected)")
  }
}
