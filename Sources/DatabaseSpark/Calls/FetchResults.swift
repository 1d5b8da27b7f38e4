/// `FetchResults`: the next rows of a statement.
struct FetchResults: ThriftCall {
  static let name = "FetchResults"
  // A refused call has taken no rows; after any other failure they may be gone.
  static let repetition = Repetition.ifRefused
  static let mostReplyBytes = Int.max

  let operation: Handle
  let rows: Int
  /// The most bytes of an answer, which only Databricks minds.
  static let mostBytes: Int64 = 16 << 20

  func write(to writer: inout ThriftWriter) {
    writer.structure(1, copy: operation.bytes)
    writer.i32(2, 0)
    writer.i64(3, Int64(rows))
    writer.i64(1281, FetchResults.mostBytes)
  }

  struct Response: ThriftResponse {
    var status = CallStatus()
    var hasMore = false
    var set: RowSet?

    init(from reader: inout ThriftReader) throws(ThriftFailure) {
      while let field = try reader.nextField() {
        switch (field.id, field.type) {
        case (1, .structure): status = try CallStatus(from: &reader)
        case (2, .bool): hasMore = try reader.bool()
        case (3, .structure): set = try RowSet(from: &reader)
        default: try reader.skip(field.type)
        }
      }
    }
  }
}

/// Rows by column, as places in the bytes of the reply.
struct RowSet {
  /// The place of the first row in the result; nil where the server does not tell it.
  var startOffset: Int64?
  var columns: [WireColumn] = []
  /// Whether the rows came in a form that was not asked for: by row, Arrow or links.
  var isForeign = false

  /// How many rows.
  var count: Int { columns.first?.count ?? 0 }

  /// A set without rows.
  init() {}

  init(from reader: inout ThriftReader) throws(ThriftFailure) {
    while let field = try reader.nextField() {
      switch (field.id, field.type) {
      case (1, .i64): startOffset = try reader.i64()
      case (3, .list): try readColumns(&reader)
      case (2, .list), (1281, .list), (1282, .list):
        let begin = reader
        if try reader.list().count > 0 { isForeign = true }
        reader = begin
        try reader.skip(.list)
      default: try reader.skip(field.type)
      }
    }
    guard columns.allSatisfy({ $0.count == count }) else {
      throw reader.failure("columns of different lengths")
    }
  }

  private mutating func readColumns(_ reader: inout ThriftReader) throws(ThriftFailure) {
    let (type, count) = try reader.list()
    guard type == .structure else { throw reader.failure("a list of columns of another type") }
    guard count <= ResultSchema.mostColumns else { throw reader.failure("\(count) columns") }
    for _ in 0..<count {
      guard let column = try WireColumn(from: &reader) else {
        throw reader.failure("a column of an unknown kind")
      }
      columns.append(column)
    }
  }
}

/// One column of a row set: where its values and its nulls are in the reply.
struct WireColumn {
  /// How the values are written, by the field's number in the union.
  enum Kind: Int16 {
    case bool = 1
    case byte, i16, i32, i64, double, text, bytes

    /// The type of the list's values.
    var element: ThriftType {
      switch self {
      case .bool: .bool
      case .byte: .byte
      case .i16: .i16
      case .i32: .i32
      case .i64: .i64
      case .double: .double
      case .text, .bytes: .binary
      }
    }
  }

  let kind: Kind
  /// The whole reply, which is shared and not copied.
  let reply: [UInt8]
  /// How many values, fillers of nulls among them.
  private(set) var count = 0
  /// The places of the values, one after the other; texts each with its length before it.
  private(set) var values = 0..<0
  /// The places of the null bits, the lowest bit first; missing bits are no nulls.
  private(set) var nulls = 0..<0

  /// Reads a column; nil where it is of no known kind.
  init?(from reader: inout ThriftReader) throws(ThriftFailure) {
    var found: WireColumn?
    while let field = try reader.nextField() {
      if field.type == .structure, let kind = Kind(rawValue: field.id) {
        found = try WireColumn(kind, from: &reader)
      } else {
        try reader.skip(field.type)
      }
    }
    guard let found else { return nil }
    self = found
  }

  private init(_ kind: Kind, from reader: inout ThriftReader) throws(ThriftFailure) {
    self.kind = kind
    reply = reader.bytes
    while let field = try reader.nextField() {
      switch (field.id, field.type) {
      case (1, .list): try readValues(&reader)
      case (2, .binary): nulls = try reader.binary()
      default: try reader.skip(field.type)
      }
    }
  }

  private mutating func readValues(_ reader: inout ThriftReader) throws(ThriftFailure) {
    let (type, count) = try reader.list()
    guard count == 0 || type == kind.element else {
      throw reader.failure("a column's values are of another type")
    }
    let begin = reader.at
    if kind.element == .binary {
      for _ in 0..<count { _ = try reader.binary() }
    } else {
      _ = try reader.take(count * kind.element.leastBytes)
    }
    self.count = count
    values = begin..<reader.at
  }
}
