@testable import DatabaseSpark

/// Replies as servers write them.
enum Replies {
  /// A reply to a method: the fields of its response by `body`.
  static func reply(to name: String, _ body: (inout ThriftWriter) -> Void) -> [UInt8] {
    var writer = ThriftWriter()
    writer.number(0x8001_0002 as UInt32)
    writer.text(name)
    writer.number(0 as Int32)
    writer.structure(0, body)
    return writer.bytes + [0]
  }

  /// An exception of the server's Thrift layer.
  static func exception(_ message: String, to name: String) -> [UInt8] {
    var writer = ThriftWriter()
    writer.number(0x8001_0003 as UInt32)
    writer.text(name)
    writer.number(0 as Int32)
    writer.text(1, message)
    writer.i32(2, 6)
    return writer.bytes + [0]
  }

  /// A reply with nothing but a status.
  static func plain(_ name: String, status: Int32 = 0, message: String? = nil) -> [UInt8] {
    reply(to: name) { $0.status(status, message) }
  }

  /// A session was opened.
  static func session(version: Int32 = 42_248) -> [UInt8] {
    reply(to: OpenSession.name) { writer in
      writer.status()
      writer.i32(2, version)
      writer.structure(3) { $0.handle("session") }
    }
  }

  /// A statement has begun.
  static func began(direct: ((inout ThriftWriter) -> Void)? = nil) -> [UInt8] {
    reply(to: ExecuteStatement.name) { writer in
      writer.status()
      writer.structure(2) { operation in
        operation.handle("operation")
        operation.i32(2, 0)
        operation.bool(3, true)
      }
      if let direct { writer.structure(1281, direct) }
    }
  }

  /// What a statement is at.
  static func state(_ state: OperationStatus.State, _ message: String? = nil) -> [UInt8] {
    reply(to: OperationStatus.name) { $0.progress(state, message) }
  }

  /// A result of one column of whole numbers named `n`.
  static func schema() -> [UInt8] { reply(to: ResultSchema.name) { $0.schema() } }

  /// Rows of that result.
  static func rows(_ numbers: [Int64], from start: Int64, hasMore: Bool) -> [UInt8] {
    reply(to: FetchResults.name) { $0.rows(numbers, from: start, hasMore: hasMore) }
  }
}

extension ThriftWriter {
  /// A response's status.
  mutating func status(_ code: Int32 = 0, _ message: String? = nil) {
    structure(1) { status in
      status.i32(1, code)
      if let message { status.text(5, message) }
    }
  }

  /// The identifier in a handle.
  mutating func handle(_ name: String) {
    structure(1) { identifier in
      identifier.text(1, name)
      identifier.text(2, "secret")
    }
  }

  /// The fields of a statement's progress.
  mutating func progress(_ state: OperationStatus.State, _ message: String? = nil) {
    status()
    i32(2, state.rawValue)
    if let message { text(1281, message) }
  }

  /// The schema of one column `n` of type BIGINT, in column sets.
  mutating func schema() {
    status()
    structure(2) { table in
      table.list(1, ["n"]) { column, name in
        column.text(1, name)
        column.structure(2) { description in
          description.list(1, [WireType.bigint]) { entry, type in
            entry.structure(1) { $0.i32(1, type.rawValue) }
          }
        }
        column.i32(3, 1)
      }
    }
    i32(1281, 1)
  }

  /// A row set of one column of whole numbers.
  mutating func rows(_ numbers: [Int64], from start: Int64, hasMore: Bool) {
    status()
    bool(2, hasMore)
    structure(3) { set in
      set.i64(1, start)
      set.list(3, [numbers]) { column, numbers in
        column.structure(5) { values in
          values.head(1, .list)
          values.number(ThriftType.i64.rawValue)
          values.number(Int32(numbers.count))
          for number in numbers { values.number(number) }
          values.text(2, "")
        }
      }
    }
  }

  /// The head of a field.
  mutating func head(_ id: Int16, _ type: ThriftType) {
    number(type.rawValue)
    number(id)
  }
}
