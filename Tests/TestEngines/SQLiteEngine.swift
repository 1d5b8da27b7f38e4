import CSQLite
package import Database
import DatabaseSQLite
import DialectSuite
package import Expressions
import Foundation
package import Frame
package import SQL

/// A database file of SQLite.
package struct SQLiteEngine: Engine {
  package let dialect: any Dialect = SQLiteDialect()
  package let strangeColumn: (declaration: String, value: String)? = ("BLOB", "x'00ff'")
  private let folder: EngineFolder

  package init() throws { folder = try EngineFolder() }

  private var file: String { folder.path("suite.db") }

  package func connect() throws -> any Connection {
    try execute([])
    return try SQLiteConnection(DatabaseURL("sqlite:///\(file)"))
  }

  package func execute(_ statements: [String]) throws {
    var handle: OpaquePointer?
    defer { sqlite3_close(handle) }
    guard sqlite3_open(file, &handle) == SQLITE_OK else { throw EngineFailure(reason: file) }
    // The first write makes the file.
    let sql = "PRAGMA user_version = 1;" + statements.joined(separator: ";\n")
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw EngineFailure(reason: String(cString: sqlite3_errmsg(handle)))
    }
  }

  package func table(_ name: String) -> TableName { TableName([name]) }

  /// A declared type says what a column holds; SQLite itself has none for most.
  package func declaration(of type: ValueType, digits: Int, scale: Int) -> String {
    type == .decimal ? "DECIMAL(\(digits), \(scale))" : type.description
  }

  /// SQLite knows no dates: they are texts.
  package func literal(_ value: Value) -> String {
    switch value {
    case .date(let date): "'\(date)'"
    case .timestamp(let moment): "'\(moment)'"
    default: standardLiteral(value)
    }
  }

  // The folder goes with its owner.
  package func close() {}
}
