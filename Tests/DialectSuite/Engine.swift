package import Database
package import Expressions
package import Frame
package import SQL

/// A database under test: what its tests give to the suite.
///
/// An engine makes its tables in a room of its own (a file, a schema) that nobody else uses, so
/// that tests may run side by side, and drops it at the end.
package protocol Engine: Sendable {
  /// How the database words SQL, and what it can do.
  var dialect: any Dialect { get }

  /// Opens a connection as a report does, which may be one that only reads.
  func connect() async throws -> any Connection

  /// Runs statements that make and fill tables, by the engine's own means.
  func execute(_ statements: [String]) async throws

  /// The full name of a table of this room.
  func table(_ name: String) -> TableName

  /// The type of a column in `CREATE TABLE`; for a decimal the digits in all, and those after the
  /// point.
  func declaration(of type: ValueType, digits: Int, scale: Int) -> String

  /// A value in `INSERT … VALUES`.
  func literal(_ value: Value) -> String

  /// A column of a type that we do not read, and a value of it, as SQL.
  var strangeColumn: (declaration: String, value: String)? { get }

  /// Whether the database itself takes a name, for a table or for a column.
  func takes(name: String, forTable: Bool) -> Bool

  /// A statement that comments a column.
  func comment(_ text: String, on column: String, of table: TableName) -> String

  /// Drops the room.
  func close() async throws
}

extension Engine {
  package var strangeColumn: (declaration: String, value: String)? { nil }

  package func takes(name: String, forTable: Bool) -> Bool { true }

  package func comment(_ text: String, on column: String, of table: TableName) -> String {
    "COMMENT ON COLUMN \(quoted(table)).\(dialect.quoted(column)) IS \(standardLiteral(.text(text)))"
  }

  package func declaration(of type: ValueType, digits: Int, scale: Int) -> String {
    type == .decimal ? "DECIMAL(\(digits), \(scale))" : dialect.typeName(type)
  }

  package func literal(_ value: Value) -> String { standardLiteral(value) }

  /// A value as standard SQL writes it.
  package func standardLiteral(_ value: Value) -> String {
    switch value {
    case .null: "NULL"
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .integer, .decimal: value.description
    case .double(let number): number.isFinite ? "\(number)" : "'\(number)'"
    case .text(let text): text.quoted(with: "'")
    case .date(let date): "DATE '\(date)'"
    case .timestamp(let moment): "TIMESTAMP '\(moment)'"
    }
  }

  /// A table's full name, quoted.
  package func quoted(_ table: TableName) -> String {
    table.parts.map(dialect.quoted).joined(separator: ".")
  }

  /// Makes a table of a frame's columns and rows.
  package func make(_ name: String, of frame: DataFrame) async throws {
    let columns = zip(frame.names, frame.columns).map { name, column in
      "\(dialect.quoted(name)) \(declaration(of: column))"
    }
    let table = quoted(self.table(name))
    try await execute(
      ["CREATE TABLE \(table) (\(columns.joined(separator: ", ")))"]
        + inserts(of: frame, into: table))
  }

  private func declaration(of column: Column) -> String {
    let types: [ColumnType: ValueType] = [
      .boolean: .boolean, .integer: .integer, .decimal: .decimal, .double: .double, .text: .text,
      .date: .date, .timestamp: .timestamp,
    ]
    guard case .decimal(let values, let scale) = column.values else {
      return declaration(of: types[column.type] ?? .text, digits: 0, scale: 0)
    }
    let isWide = values.contains { $0.magnitude >= 1_000_000_000_000_000_000 }
    return declaration(of: .decimal, digits: isWide ? 38 : 18, scale: scale)
  }

  /// Statements of at most 500 rows each: no database's limits are near.
  private func inserts(of frame: DataFrame, into table: String) -> [String] {
    stride(from: 0, to: frame.rowCount, by: 500).map { start in
      let rows = (start..<min(start + 500, frame.rowCount)).map { row in
        "(\(frame.columns.map { literal($0[row]) }.joined(separator: ", ")))"
      }
      return "INSERT INTO \(table) VALUES \(rows.joined(separator: ",\n"))"
    }
  }
}
