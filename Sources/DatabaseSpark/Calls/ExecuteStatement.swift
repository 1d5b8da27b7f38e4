/// `ExecuteStatement`, run in the background of the server.
struct ExecuteStatement: ThriftCall {
  static let name = "ExecuteStatement"
  static let repetition = Repetition.ifRefused
  static let mostReplyBytes = Int.max

  let session: Handle
  let statement: String
  /// Seconds after which the server gives up by itself; 0 for never.
  let timeout: Int64
  /// Whether the first rows may come with the answer (Databricks).
  let wantsDirectResults: Bool
  let parameters: [NativeParameter]

  /// The most rows and bytes that come with the answer.
  private static let directRows: Int64 = 100_000
  private static let directBytes: Int64 = 16 << 20

  func write(to writer: inout ThriftWriter) {
    writer.structure(1, copy: session.bytes)
    writer.text(2, statement)
    writer.bool(4, true)
    writer.i64(5, timeout)
    guard wantsDirectResults else { return }
    writer.structure(1281) { direct in
      direct.i64(1, ExecuteStatement.directRows)
      direct.i64(2, ExecuteStatement.directBytes)
    }
    // Neither Arrow, nor links to files, nor compression: column sets.
    for field: Int16 in 1282...1284 { writer.bool(field, false) }
    if !parameters.isEmpty {
      writer.list(1288, parameters) { $1.write(to: &$0) }
    }
  }

  struct Response: ThriftResponse {
    var status = CallStatus()
    var operation: Handle?
    var direct = DirectResults()

    init(from reader: inout ThriftReader) throws(ThriftFailure) {
      while let field = try reader.nextField() {
        switch (field.id, field.type) {
        case (1, .structure): status = try CallStatus(from: &reader)
        case (2, .structure): operation = Handle(bytes: try reader.copy(of: .structure))
        case (1281, .structure): direct = try DirectResults(from: &reader)
        default: try reader.skip(field.type)
        }
      }
    }
  }
}

/// What came along with the answer to a statement.
struct DirectResults {
  var progress: OperationStatus.Response?
  var schema: ResultSchema.Response?
  var rows: FetchResults.Response?
  /// Whether the server has closed the statement already.
  var isClosed = false

  init() {}

  init(from reader: inout ThriftReader) throws(ThriftFailure) {
    while let field = try reader.nextField() {
      switch (field.id, field.type) {
      case (1, .structure): progress = try OperationStatus.Response(from: &reader)
      case (2, .structure): schema = try ResultSchema.Response(from: &reader)
      case (3, .structure): rows = try FetchResults.Response(from: &reader)
      case (4, .structure):
        try reader.skip(.structure)
        isClosed = true
      default: try reader.skip(field.type)
      }
    }
  }
}

/// A value bound to a marker `:name`, which only Databricks knows.
struct NativeParameter: Hashable, Sendable {
  let name: String
  /// The type in SQL; VOID for null.
  let type: String
  let value: String?

  func write(to writer: inout ThriftWriter) {
    writer.i32(1, 0)
    writer.text(2, name)
    writer.text(3, type)
    if let value { writer.structure(4) { $0.text(1, value) } }
  }
}
