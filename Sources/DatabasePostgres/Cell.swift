import Glibc

/// One value of a row, as its bytes came over the wire; valid while its result is.
struct Cell {
  let bytes: UnsafeRawBufferPointer

  @inline(__always)
  init(_ start: UnsafePointer<CChar>?, count: Int) {
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  /// A part of another value's bytes.
  init(rebasing bytes: Slice<UnsafeRawBufferPointer>) {
    self.bytes = UnsafeRawBufferPointer(rebasing: bytes)
  }

  /// The bytes as a number, the highest first; nil where there are more or fewer.
  @inline(__always)
  func number<T: FixedWidthInteger>(_ type: T.Type) -> T? {
    guard bytes.count == MemoryLayout<T>.size else { return nil }
    return T(bigEndian: bytes.loadUnaligned(as: T.self))
  }

  /// The bytes as text, nil where they are not UTF-8.
  @inline(__always)
  var text: String? {
    String(validating: bytes.assumingMemoryBound(to: UInt8.self), as: UTF8.self)
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
