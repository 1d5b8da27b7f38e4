/// `OpenSession`.
struct OpenSession: ThriftCall {
  static let name = "OpenSession"
  // A wrong name or port must be told at once, and not after a quarter of an hour.
  static let repetition = Repetition.ifRefused

  /// HIVE_CLI_SERVICE_PROTOCOL_V8, the newest that Spark answers: results come by column.
  static let hiveProtocol: Int32 = 7
  /// SPARK_CLI_SERVICE_PROTOCOL_V8, the first with parameters.
  static let databricksProtocol: Int64 = 42_248

  let isDatabricks: Bool
  let configuration: [String: String]
  let catalog: String?
  let schema: String?

  func write(to writer: inout ThriftWriter) {
    guard isDatabricks else {
      writer.i32(1, OpenSession.hiveProtocol)
      writer.map(4, configuration)
      return
    }
    writer.map(4, configuration)
    writer.i64(1282, OpenSession.databricksProtocol)
    if catalog != nil || schema != nil {
      writer.structure(1284) { space in
        if let catalog { space.text(1, catalog) }
        if let schema { space.text(2, schema) }
      }
    }
    writer.bool(1285, true)
  }

  struct Response: ThriftResponse {
    var status = CallStatus()
    var session: Handle?

    init(from reader: inout ThriftReader) throws(ThriftFailure) {
      while let field = try reader.nextField() {
        switch (field.id, field.type) {
        case (1, .structure): status = try CallStatus(from: &reader)
        case (3, .structure): session = Handle(bytes: try reader.copy(of: .structure))
        default: try reader.skip(field.type)
        }
      }
    }
  }
}

/// `CloseSession`.
struct CloseSession: ThriftCall {
  static let name = "CloseSession"
  static let repetition = Repetition.never

  let session: Handle

  func write(to writer: inout ThriftWriter) { writer.structure(1, copy: session.bytes) }

  typealias Response = PlainResponse
}
