/// `GetOperationStatus`; the server answers when the state changes, or after some seconds.
struct OperationStatus: ThriftCall {
  static let name = "GetOperationStatus"
  static let repetition = Repetition.always

  let operation: Handle

  func write(to writer: inout ThriftWriter) {
    writer.structure(1, copy: operation.bytes)
    writer.bool(2, false)
  }

  /// What becomes of a statement.
  enum State: Int32, Hashable, Sendable {
    case initialized, running, finished, canceled, closed, error, unknown, pending, timedOut

    /// Whether the server still works on it.
    var isUnderWay: Bool { self == .initialized || self == .running || self == .pending }
  }

  struct Response: ThriftResponse {
    var status = CallStatus()
    var state = State.running
    var message: String?

    init(from reader: inout ThriftReader) throws(ThriftFailure) {
      var display: String?
      while let field = try reader.nextField() {
        switch (field.id, field.type) {
        case (1, .structure): status = try CallStatus(from: &reader)
        case (2, .i32): state = State(rawValue: try reader.i32()) ?? .unknown
        case (5, .binary): message = try reader.text()
        case (1281, .binary): display = try reader.text()
        default: try reader.skip(field.type)
        }
      }
      message = display ?? message
    }
  }
}

/// `CancelOperation`.
struct CancelOperation: ThriftCall {
  static let name = "CancelOperation"
  static let repetition = Repetition.never

  let operation: Handle

  func write(to writer: inout ThriftWriter) { writer.structure(1, copy: operation.bytes) }

  typealias Response = PlainResponse
}

/// `CloseOperation`.
struct CloseOperation: ThriftCall {
  static let name = "CloseOperation"
  static let repetition = Repetition.never

  let operation: Handle

  func write(to writer: inout ThriftWriter) { writer.structure(1, copy: operation.bytes) }

  typealias Response = PlainResponse
}
