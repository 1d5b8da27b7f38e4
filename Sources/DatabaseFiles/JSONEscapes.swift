/// The escapes of JSON's strings.
enum JSONEscapes {
  /// How long the escape is with which the bytes begin; nil where it is none.
  ///
  /// Two that write one character beyond 16 bits count as one; half of such a pair is none, and
  /// neither is the zero character, which no database takes.
  static func length(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count >= 2 else { return nil }
    guard bytes[1] == UInt8(ascii: "u") else { return simple(bytes[1]) == nil ? nil : 2 }
    guard let unit = unit(bytes, at: 0), unit != 0 else { return nil }
    guard isSurrogate(unit) else { return 6 }
    guard unit < 0xDC00, let second = self.unit(bytes, at: 6), second >= 0xDC00,
      isSurrogate(second)
    else { return nil }
    return 12
  }

  /// Reads the escapes of a valid string in place; gives its new length, which is never longer.
  static func read(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    var (from, to) = (0, 0)
    while from < count {
      guard bytes[from] == .backslash else {
        bytes[to] = bytes[from]
        (from, to) = (from + 1, to + 1)
        continue
      }
      let rest = UnsafeBufferPointer(start: UnsafePointer(bytes + from), count: count - from)
      let length = length(rest) ?? 1
      for byte in UTF8.encode(scalar(rest, length)) ?? UTF8.encodedReplacementCharacter {
        bytes[to] = byte
        to += 1
      }
      from += length
    }
    return to
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ length: Int) -> Unicode.Scalar {
    let first = unit(bytes, at: 0)
    let code: UInt32?
    switch length {
    case 2: code = simple(bytes[1]).map { UInt32($0) }
    case 6: code = first
    case 12:
      code = unit(bytes, at: 6).flatMap { low in
        first.map { 0x10000 + ($0 - 0xD800) << 10 + (low - 0xDC00) }
      }
    default: code = nil
    }
    return code.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
  }

  private static func simple(_ letter: UInt8) -> UInt8? {
    switch letter {
    case .quote, .backslash, UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "n"): .newline
    case UInt8(ascii: "r"): .carriageReturn
    case UInt8(ascii: "t"): .tab
    default: nil
    }
  }

  private static func isSurrogate(_ unit: UInt32) -> Bool { (0xD800...0xDFFF).contains(unit) }

  /// The 16 bits of a `\u00e9` at a place; nil where there is none.
  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32? {
    guard start + 6 <= bytes.count, bytes[start] == .backslash,
      bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[start + 2..<start + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}

extension Cell {
  /// Reads the escapes of a string, in place.
  mutating func unescape() {
    count = JSONEscapes.read(UnsafeMutablePointer(mutating: start), count)
  }
}
