/// `GetResultSetMetadata`.
struct ResultSchema: ThriftCall {
  static let name = "GetResultSetMetadata"
  static let repetition = Repetition.always

  /// More columns than any table has: a byte of a reply must not become a hundred of a schema.
  static let mostColumns = 10_000

  let operation: Handle

  func write(to writer: inout ThriftWriter) { writer.structure(1, copy: operation.bytes) }

  struct Response: ThriftResponse {
    var status = CallStatus()
    var columns: [SchemaColumn] = []
    /// How rows come; nil where the server knows one way only.
    var format: Int32?

    init(from reader: inout ThriftReader) throws(ThriftFailure) {
      while let field = try reader.nextField() {
        switch (field.id, field.type) {
        case (1, .structure): status = try CallStatus(from: &reader)
        case (2, .structure): columns = try Response.columns(&reader)
        case (1281, .i32): format = try reader.i32()
        default: try reader.skip(field.type)
        }
      }
    }

    private static func columns(_ reader: inout ThriftReader) throws(ThriftFailure)
      -> [SchemaColumn]
    {
      var columns: [SchemaColumn] = []
      while let field = try reader.nextField() {
        guard field.id == 1, field.type == .list else {
          try reader.skip(field.type)
          continue
        }
        let (type, count) = try reader.list()
        guard type == .structure else { throw reader.failure("a list of columns of another type") }
        guard columns.count + count <= ResultSchema.mostColumns else {
          throw reader.failure("a result of \(count) columns")
        }
        for _ in 0..<count { columns.append(try SchemaColumn(from: &reader)) }
      }
      return columns
    }

    /// Whether rows come in column sets, the one form that is read here.
    var isColumnar: Bool { format == nil || format == 1 }
  }
}

/// The name and type of a result's column.
struct SchemaColumn: Hashable, Sendable {
  var name = ""
  var type = WireType.string
  /// All digits, and those after the point, of a decimal.
  var precision: Int?
  var scale: Int?

  init() {}

  init(from reader: inout ThriftReader) throws(ThriftFailure) {
    while let field = try reader.nextField() {
      switch (field.id, field.type) {
      case (1, .binary): name = try reader.text()
      case (2, .structure): try readDescription(&reader)
      default: try reader.skip(field.type)
      }
    }
  }

  private mutating func readDescription(_ reader: inout ThriftReader) throws(ThriftFailure) {
    while let field = try reader.nextField() {
      guard field.id == 1, field.type == .list else {
        try reader.skip(field.type)
        continue
      }
      let (type, count) = try reader.list()
      guard type == .structure else { throw reader.failure("a list of types of another type") }
      for _ in 0..<count { try readEntry(&reader) }
    }
  }

  /// Reads a type's entry; only the first kind of them, a plain type, is ever sent.
  private mutating func readEntry(_ reader: inout ThriftReader) throws(ThriftFailure) {
    while let field = try reader.nextField() {
      if field.id == 1, field.type == .structure {
        try readPrimitive(&reader)
      } else {
        try reader.skip(field.type)
      }
    }
  }

  private mutating func readPrimitive(_ reader: inout ThriftReader) throws(ThriftFailure) {
    while let field = try reader.nextField() {
      switch (field.id, field.type) {
      case (1, .i32): type = WireType(rawValue: try reader.i32()) ?? .string
      case (2, .structure): try readQualifiers(&reader)
      default: try reader.skip(field.type)
      }
    }
  }

  private mutating func readQualifiers(_ reader: inout ThriftReader) throws(ThriftFailure) {
    while let field = try reader.nextField() {
      guard field.id == 1, field.type == .map else {
        try reader.skip(field.type)
        continue
      }
      guard let (key, value, count) = try reader.map() else { continue }
      guard key == .binary, value == .structure else {
        throw reader.failure("qualifiers of another type")
      }
      for _ in 0..<count { try readQualifier(&reader) }
    }
  }

  private mutating func readQualifier(_ reader: inout ThriftReader) throws(ThriftFailure) {
    let name = try reader.text()
    while let field = try reader.nextField() {
      guard field.id == 1, field.type == .i32 else {
        try reader.skip(field.type)
        continue
      }
      let number = Int(try reader.i32())
      if name == "precision" { precision = number }
      if name == "scale" { scale = number }
    }
  }
}

/// The types of results, by the protocol's numbers.
enum WireType: Int32, Hashable, Sendable {
  case boolean, tinyint, smallint, int, bigint, float, double, string, timestamp, binary
  case array, map, structure, union, userDefined, decimal, null, date, varchar, char
  case yearMonthInterval, dayTimeInterval
}
