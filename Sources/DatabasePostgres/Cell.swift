/// One value of a row, as its bytes came over the wire; valid while its result is.
struct Cell {
  let bytes: UnsafeRawBufferPointer

  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The bytes as a number, the highest first; nil where there are more or fewer.
  @inline(__always)
  func number<T: FixedWidthInteger>(_ type: T.Type) -> T? {
    guard bytes.count == MemoryLayout<T>.size else { return nil }
    return T(bigEndian: bytes.loadUnaligned(as: T.self))
  }

  /// The bytes as text, nil where they are not UTF-8.
  ///
  /// Swift's own `String(validating:)` looks up generic types at each call. What was repaired while
  /// it was decoded differs from its bytes.
  @inline(__always)
  var text: String? {
    var text = String(decoding: bytes, as: UTF8.self)
    if isASCII { return text }
    let isSame = text.withUTF8 { $0.count == bytes.count && $0.elementsEqual(bytes) }
    return isSame ? text : nil
  }

  @inline(__always)
  private var isASCII: Bool {
    var all: UInt64 = 0
    var at = 0
    while at + 8 <= bytes.count {
      all |= bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      at += 8
    }
    while at < bytes.count {
      all |= UInt64(bytes[at])
      at += 1
    }
    return all & 0x8080_8080_8080_8080 == 0
  }

  /// That the value is not what was expected.
  func trouble(_ expected: String, found: String? = nil) -> Trouble {
    Trouble(found: found ?? "a value of \(bytes.count) bytes", expected: expected)
  }

  /// That a text is not what was expected.
  func textTrouble(_ expected: String) -> Trouble {
    guard let text else { return trouble(expected, found: "bytes that are not UTF-8") }
    return trouble(expected, found: text.count > 40 ? "'\(text.prefix(40))…'" : "'\(text)'")
  }
}

/// Why a value cannot be read.
struct Trouble {
  let found: String
  let expected: String
}
