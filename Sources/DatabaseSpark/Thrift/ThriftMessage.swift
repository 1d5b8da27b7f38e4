/// What the server's Thrift layer itself complained of.
struct ThriftComplaint: Error, Hashable {
  let message: String
}

/// The envelope of calls and replies: one in the body of each HTTP request and reply.
enum ThriftMessage {
  private static let call: UInt8 = 1
  private static let reply: UInt8 = 2
  private static let exception: UInt8 = 3
  private static let version: UInt32 = 0x8001_0000

  /// A call of a method, the fields of its request by `body`.
  static func call(_ name: String, _ body: (inout ThriftWriter) -> Void) -> [UInt8] {
    var writer = ThriftWriter()
    writer.number(version | UInt32(call))
    writer.text(name)
    // One connection has one call under way at a time, so that calls need no numbers.
    writer.number(Int32(0))
    writer.structure(1, body)
    return writer.bytes + [0]
  }

  /// What came back for a call.
  enum Reply {
    /// A reader that stands at the first field of the response.
    case response(ThriftReader)
    case complaint(ThriftComplaint)
  }

  /// Opens the reply to a call.
  static func open(_ bytes: [UInt8], of name: String) throws(ThriftFailure) -> Reply {
    var reader = ThriftReader(bytes)
    let (type, told) = try head(&reader)
    if type == exception { return .complaint(try complaint(&reader)) }
    guard type == reply else { throw reader.failure("a message of type \(type), not a reply") }
    guard told == name else { throw reader.failure("a reply to another call") }
    while let field = try reader.nextField() {
      if field.id == 0, field.type == .structure { return .response(reader) }
      try reader.skip(field.type)
    }
    throw reader.failure("a reply without a result")
  }

  /// The type and name: of the strict form, which has a version, or of the old one.
  private static func head(_ reader: inout ThriftReader) throws(ThriftFailure) -> (UInt8, String) {
    let first = UInt32(bitPattern: try reader.i32())
    let type: UInt8
    let name: String
    if first & 0x8000_0000 != 0 {
      guard first & 0xFFFF_0000 == version else { throw reader.failure("an unknown version") }
      type = UInt8(truncatingIfNeeded: first)
      name = try reader.text()
    } else {
      let range = try reader.take(Int(first))
      name = String(decoding: reader.bytes[range], as: UTF8.self)
      type = try reader.byte()
    }
    _ = try reader.i32()
    return (type, name)
  }

  private static func complaint(_ reader: inout ThriftReader) throws(ThriftFailure)
    -> ThriftComplaint
  {
    var message = ""
    while let field = try reader.nextField() {
      if field.id == 1, field.type == .binary {
        message = try reader.text()
      } else {
        try reader.skip(field.type)
      }
    }
    return ThriftComplaint(message: message)
  }
}
