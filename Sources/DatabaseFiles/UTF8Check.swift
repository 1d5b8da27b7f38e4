/// Whether bytes are UTF-8 (RFC 3629) without zero bytes.
enum UTF8Check {
  enum Finding: Hashable {
    /// So many bytes are; those after them begin a character that is not all there yet.
    case valid(Int)
    case zero(at: Int)
    case invalid(at: Int)
  }

  /// Checks bytes; `isAtEnd` tells that nothing follows, so that no character may be cut.
  static func check(_ bytes: UnsafeBufferPointer<UInt8>, isAtEnd: Bool) -> Finding {
    var index = 0
    while index < bytes.count {
      index = skipPlain(bytes, from: index)
      guard index < bytes.count else { break }
      if bytes[index] == 0 { return .zero(at: index) }
      guard let length = length(bytes, at: index) else { return .invalid(at: index) }
      if index + length > bytes.count {
        return isAtEnd ? .invalid(at: index) : .valid(index)
      }
      index += length
    }
    return .valid(index)
  }

  /// The first byte from an index on that is not 1 to 127, eight at a time.
  private static func skipPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    guard let base = bytes.baseAddress else { return index }
    let raw = UnsafeRawPointer(base)
    while index + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // A byte of zero borrows from its high bit.
      guard (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 else { break }
      index += 8
    }
    while index < bytes.count, bytes[index] &- 1 < 127 { index += 1 }
    return index
  }

  /// How long the character is that begins here; nil where it is none.
  ///
  /// What is cut off by the end is taken for good.
  private static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let first = bytes[index]
    let (length, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 1...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    for place in 1..<length where index + place < bytes.count {
      let expected = place == 1 ? second : 0x80...0xBF
      guard expected.contains(bytes[index + place]) else { return nil }
    }
    return length
  }
}
