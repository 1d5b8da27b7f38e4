import Database
import DialectSuite
import Expressions
import Foundation
import Frame
import SQL
import Testing

@testable import DatabaseSpark

/// A schema of its own on the test server, which goes when it is closed.
struct SparkFixture {
  let schema: String

  init(_ name: String) async throws {
    // Other runs of the tests may use the same server.
    schema = "broadsheet_\(name)_\(ProcessInfo.processInfo.processIdentifier)"
    try SparkFixture.run([
      "DROP SCHEMA IF EXISTS \(schema) CASCADE", "CREATE SCHEMA \(schema)",
    ])
  }

  func close() throws { try SparkFixture.run(["DROP SCHEMA IF EXISTS \(schema) CASCADE"]) }

  func connect(_ options: ConnectionOptions = ConnectionOptions()) throws -> SparkConnection {
    try SparkFixture.connect(options, schema: schema)
  }

  func execute(_ statements: [String]) throws {
    let connection = try connect()
    for sql in statements { _ = try connection.run(SparkStatement(sql), columns: []) }
  }

  static func connect(
    _ options: ConnectionOptions = ConnectionOptions(), schema: String? = nil
  ) throws -> SparkConnection {
    var address = try TestServer.spark.address
    if let schema { address.replace("/default", with: "/\(schema)") }
    return try SparkConnection(DatabaseURL(address), options)
  }

  private static func run(_ statements: [String]) throws {
    let connection = try connect()
    for sql in statements { _ = try connection.run(SparkStatement(sql), columns: []) }
  }
}

/// A query as written, whose types nobody knows.
func raw(_ sql: String) -> CompiledQuery { CompiledQuery(sql: sql, bindings: [], columns: []) }
