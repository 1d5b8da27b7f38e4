/// A call of the service: the fields of its request that we set, and its response's that we read.
///
/// Source of all field numbers: `TCLIService.thrift` of Apache Hive and Spark, and Databricks'
/// additions from 1281 on, which other servers pass over.
protocol ThriftCall {
  associatedtype Response: ThriftResponse

  /// The method's name.
  static var name: String { get }

  /// When the call may be made again after a failure.
  static var repetition: Repetition { get }

  /// The longest reply that is read; calls that bring rows leave it to the HTTP client.
  static var mostReplyBytes: Int { get }

  /// Writes the request's fields.
  func write(to writer: inout ThriftWriter)
}

extension ThriftCall {
  static var mostReplyBytes: Int { 16 << 20 }
}

/// When a call may be made again after it failed.
enum Repetition: Hashable, Sendable {
  /// Whenever the server or the way to it is at fault.
  case always
  /// Only where the server said that it did not begin: 429 and 503.
  case ifRefused
  /// Never: what it ends may be gone, and nobody waits for it.
  case never
}

/// What a server answers to a call.
protocol ThriftResponse {
  var status: CallStatus { get }

  /// Reads the response's fields.
  init(from reader: inout ThriftReader) throws(ThriftFailure)
}

/// Whether a call was served.
struct CallStatus: Hashable {
  var code: Int32 = 0
  var state: String?
  /// The server's sentence, made for people where there is one.
  var message: String?

  init() {}

  init(from reader: inout ThriftReader) throws(ThriftFailure) {
    var display: String?
    while let field = try reader.nextField() {
      switch (field.id, field.type) {
      case (1, .i32): code = try reader.i32()
      case (3, .binary): state = try reader.text()
      case (5, .binary): message = try reader.text()
      case (6, .binary): display = try reader.text()
      default: try reader.skip(field.type)
      }
    }
    message = display ?? message
  }

  /// Whether the call failed: ERROR and INVALID_HANDLE.
  var hasFailed: Bool { code == 3 || code == 4 }
}

/// A response that has no more than a status.
struct PlainResponse: ThriftResponse {
  var status = CallStatus()

  init(from reader: inout ThriftReader) throws(ThriftFailure) {
    while let field = try reader.nextField() {
      if field.id == 1, field.type == .structure {
        status = try CallStatus(from: &reader)
      } else {
        try reader.skip(field.type)
      }
    }
  }
}

/// A session's or statement's name at the server, sent back as it came.
struct Handle: Hashable, Sendable {
  let bytes: [UInt8]
}
