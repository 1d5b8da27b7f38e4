import CSQLite
import Database
import DatabaseSQLite
import Expressions
import Foundation
import Frame
import SQL
import Testing

/// A database file made from SQL, which goes when the test is done.
final class Fixture: Sendable {
  let file: URL

  init(_ sql: String = "") throws {
    file = FileManager.default.temporaryDirectory.appending(path: "fixture-\(UUID()).db")
    try write(sql)
  }

  deinit {
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: file.path + suffix)
    }
  }

  /// Runs SQL on the file over a connection that may write.
  func write(_ sql: String) throws {
    var handle: OpaquePointer?
    try #require(sqlite3_open(file.path, &handle) == SQLITE_OK)
    defer { sqlite3_close(handle) }
    let code = sqlite3_exec(handle, "CREATE TABLE IF NOT EXISTS spare (a);" + sql, nil, nil, nil)
    try #require(code == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle)))")
  }

  func connect(limit: Duration? = nil) throws -> SQLiteConnection {
    try SQLiteConnection(url(file.path), limit: limit, patience: .milliseconds(50))
  }

  /// The frame of raw SQL.
  func fetch(_ sql: String) async throws -> DataFrame {
    try await connect().fetch(raw(sql), parameters: [:])
  }

  /// The only value of an SQL expression, read as a type.
  func value(_ sql: String, as type: ValueType = .null) async throws -> Value {
    let query = CompiledQuery(
      sql: "SELECT \(sql) AS value", bindings: [], columns: [ScopeColumn(name: "value", type: type)]
    )
    return try await connect().fetch(query, parameters: [:]).columns[0][0]
  }
}

/// The URL of a path from the root.
func url(_ path: String) throws -> DatabaseURL { try DatabaseURL("sqlite:///" + path) }

/// A query as written, whose types nobody knows.
func raw(_ sql: String) -> CompiledQuery { CompiledQuery(sql: sql, bindings: [], columns: []) }
