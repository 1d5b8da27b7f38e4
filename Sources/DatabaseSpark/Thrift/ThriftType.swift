/// The type codes of Thrift's binary protocol.
///
/// Source: Apache Thrift, "Thrift Binary protocol encoding".
enum ThriftType: UInt8, Hashable, Sendable {
  case bool = 2
  case byte = 3
  case double = 4
  case i16 = 6
  case i32 = 8
  case i64 = 10
  /// Text and bytes.
  case binary = 11
  case structure = 12
  case map = 13
  case set = 14
  case list = 15

  /// The fewest bytes that a value takes: what bounds a list's size before anything is made for it.
  var leastBytes: Int {
    switch self {
    case .bool, .byte, .structure: 1
    case .i16: 2
    case .i32, .binary: 4
    case .double, .i64: 8
    case .list, .set: 5
    case .map: 6
    }
  }

  /// The bytes of each value, where they are always as many.
  var fixedBytes: Int? {
    switch self {
    case .bool, .byte, .i16, .i32, .i64, .double: leastBytes
    case .binary, .structure, .map, .set, .list: nil
    }
  }
}

/// Why bytes are no message of the protocol.
struct ThriftFailure: Error, Hashable, CustomStringConvertible {
  let reason: String
  /// The place in the message, in bytes.
  let at: Int

  /// The reason and its place.
  var description: String { "\(reason) (at byte \(at))" }
}
