import CPostgres
import Database
import DatabasePostgres
import DialectSuite
import Expressions
import Foundation
import Frame
import SQL
import Testing

/// A schema of its own on the test server, which goes when the test is done.
final class Fixture: Sendable {
  let schema = "test_" + UUID().uuidString.lowercased().filter(\.isHexDigit)

  init(_ sql: String = "") throws {
    try Owner().execute("CREATE SCHEMA \(schema)")
    try write(sql)
  }

  deinit { _ = try? Owner().execute("DROP SCHEMA \(schema) CASCADE") }

  /// Runs SQL over a connection that may write.
  func write(_ sql: String) throws {
    try Owner().execute("SET search_path = \(schema); \(sql)")
  }

  /// The URL of a connection that finds the schema's tables, with further options.
  func url(_ options: String...) throws -> DatabaseURL {
    let all = ["options=-csearch_path%3D\(schema)"] + options
    return try DatabaseURL("\(TestServer.postgresql.address)?\(all.joined(separator: "&"))")
  }

  func connect() throws -> PostgreSQLConnection {
    try PostgreSQLConnection(url(), ConnectionOptions())
  }

  /// The frame of raw SQL.
  func fetch(_ sql: String) async throws -> DataFrame {
    try await connect().fetch(raw(sql), parameters: [:])
  }
}

/// A plain session of the server's owner, which may write.
final class Owner {
  private let connection: OpaquePointer

  init(database: String? = nil) throws {
    var address = try TestServer.postgresql.address
    if let database, let slash = address.lastIndex(of: "/") {
      address = address[...slash] + database
    }
    connection = try #require(PQconnectdb(address))
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
  }

  deinit { PQfinish(connection) }

  /// Runs statements; gives the first value of the last.
  @discardableResult
  func execute(_ sql: String) throws -> String? {
    let result = PQexec(connection, sql)
    defer { PQclear(result) }
    let status = PQresultStatus(result)
    try #require(
      status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK,
      "\(String(cString: PQerrorMessage(connection)))")
    guard PQntuples(result) > 0, let text = PQgetvalue(result, 0, 0) else { return nil }
    return String(cString: text)
  }
}

/// A connection for what needs no tables.
func plainConnection() throws -> PostgreSQLConnection {
  try PostgreSQLConnection(DatabaseURL(TestServer.postgresql.address), ConnectionOptions())
}

/// The frame of raw SQL that needs no tables.
func fetchRaw(_ sql: String) async throws -> DataFrame {
  try await plainConnection().fetch(raw(sql), parameters: [:])
}

/// A query as written, whose types nobody knows.
func raw(_ sql: String) -> CompiledQuery { CompiledQuery(sql: sql, bindings: [], columns: []) }
