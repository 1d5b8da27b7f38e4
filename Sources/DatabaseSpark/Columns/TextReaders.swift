import Database
import Frame

/// Reads texts; numbers and booleans become their digits and words, bytes their hexadecimal digits.
struct TextReader: ColumnReading {
  private var texts = ColumnBuilder(filler: "")

  mutating func read(_ wire: WireColumn) throws(Trouble) {
    texts.append(contentsOf: try values(wire), presence: wire.presence)
  }

  private func values(_ wire: WireColumn) throws(Trouble) -> [String] {
    switch wire.kind {
    case .text:
      return try wire.texts(filler: "", expected: "a text in UTF-8") {
        String(validating: $0, as: UTF8.self)
      }
    case .bytes: return try wire.texts(filler: "", expected: "bytes", TextReader.hexadecimal)
    case .bool: return wire.numbers(UInt8.self) { $0 != 0 ? "true" : "false" }
    case .byte: return wire.numbers(Int8.self) { String($0) }
    case .i16: return wire.numbers(Int16.self) { String($0) }
    case .i32: return wire.numbers(Int32.self) { String($0) }
    case .i64: return wire.numbers(Int64.self) { String($0) }
    case .double: return wire.numbers(UInt64.self) { Double(bitPattern: $0).description }
    }
  }

  /// Bytes as two digits each.
  private static func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let digits = Array("0123456789ABCDEF".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  var column: Column { texts.column(ColumnValues.text) }
}

/// Reads booleans.
struct BooleanReader: ColumnReading {
  private var flags = ColumnBuilder(filler: false)

  mutating func read(_ wire: WireColumn) throws(Trouble) {
    guard wire.kind == .bool else { throw wire.mismatch("booleans") }
    flags.append(contentsOf: wire.numbers(UInt8.self) { $0 != 0 }, presence: wire.presence)
  }

  var column: Column { flags.column(ColumnValues.boolean) }
}
