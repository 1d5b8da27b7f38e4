package import Database
import DatabaseSpark
import DialectSuite
import Foundation
package import Frame
package import SQL

/// A schema of its own on the test server of Spark.
package struct SparkEngine: Engine {
  package let dialect: any Dialect = SparkDialect()
  package let strangeColumn: (declaration: String, value: String)? = ("ARRAY<INT>", "array(1, 2)")
  private let address: String
  private let schema = "suite_" + UUID().uuidString.lowercased().filter(\.isHexDigit)

  package init() async throws {
    address = try TestServer.spark.address
    try await execute(
      ["CREATE SCHEMA \(schema)"],
      over: connect(to: "default"))
  }

  package func connect() throws -> any Connection { try connect(to: schema) }

  private func connect(to schema: String) throws -> any Connection {
    let url = try DatabaseURL(address.replacing("/default", with: "/\(schema)"))
    return try SparkConnection(url, ConnectionOptions())
  }

  package func execute(_ statements: [String]) async throws {
    try await execute(statements, over: connect())
  }

  private func execute(_ statements: [String], over connection: any Connection) async throws {
    for sql in statements {
      let statement = CompiledQuery(sql: sql, bindings: [], columns: [])
      _ = try await connection.fetch(statement, parameters: [:])
    }
  }

  package func table(_ name: String) -> TableName { TableName([schema, name]) }

  package func literal(_ value: Value) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .double(let number): "\(number)D"
    // The digits after the minus of the smallest number are one too many for a literal.
    case .integer(.min): "(-9223372036854775807 - 1)"
    default: standardLiteral(value)
    }
  }

  /// In Spark a backslash begins an escape.
  private func quoted(_ text: String) -> String {
    let special: Set<Unicode.Scalar> = ["'", "\\", "\n", "\t"]
    return "'"
      + text.unicodeScalars.map { scalar in
        special.contains(scalar)
          ? "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
          : String(scalar)
      }.joined() + "'"
  }

  /// The metastore's tables are named by letters of ASCII, digits and underscores.
  package func takes(name: String, forTable: Bool) -> Bool {
    !forTable || name.utf8.allSatisfy { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
  }

  package func comment(_ text: String, on column: String, of table: TableName) -> String {
    """
    ALTER TABLE \(quoted(table)) ALTER COLUMN \(dialect.quoted(column)) COMMENT \(quoted(text))
    """
  }

  package func close() async throws {
    try await execute(
      ["DROP SCHEMA IF EXISTS \(schema) CASCADE"], over: connect(to: "default"))
  }
}
