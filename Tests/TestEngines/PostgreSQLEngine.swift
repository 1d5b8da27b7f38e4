import CPostgres
package import Database
import DatabasePostgres
import DialectSuite
import Expressions
import Foundation
package import SQL

/// A schema of its own on the test server of PostgreSQL.
package struct PostgreSQLEngine: Engine {
  package let dialect: any Dialect = PostgreSQLDialect()
  package let strangeColumn: (declaration: String, value: String)? = ("POINT", "'(1,2)'")
  private let address: String
  private let schema = "suite_" + UUID().uuidString.lowercased().filter(\.isHexDigit)

  package init() throws {
    address = try TestServer.postgresql.address
    try run("CREATE SCHEMA \(schema)")
  }

  package func connect() throws -> any Connection {
    try PostgreSQLConnection(DatabaseURL(address), ConnectionOptions())
  }

  package func execute(_ statements: [String]) throws {
    try run("SET search_path = \(schema);\n" + statements.joined(separator: ";\n"))
  }

  package func table(_ name: String) -> TableName { TableName([schema, name]) }

  package func close() throws { try run("DROP SCHEMA \(schema) CASCADE") }

  /// Runs statements as the server's owner, who may write.
  private func run(_ sql: String) throws {
    let connection = PQconnectdb(address)
    defer { PQfinish(connection) }
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    let result = PQexec(connection, sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else {
      throw EngineFailure(reason: String(cString: PQerrorMessage(connection)))
    }
  }
}
