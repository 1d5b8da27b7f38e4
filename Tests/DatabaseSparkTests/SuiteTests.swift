import Database

import DialectSuite
import Expressions
import Frame
import SQL
import Testing

@testable import DatabaseSpark

/// Skipped where no Spark Thrift server is at hand, which is the machine's lack.
@Suite(.enabled(if: TestServer.spark.isExpected)) struct SuiteTests {
  @Test(arguments: DialectSuite.Part.allCases)
  func suiteHolds(_ part: DialectSuite.Part) async throws {
    try await DialectSuite.hold(SparkEngine("suite_\(part)"), to: part)
  }
}

/// A schema of the test server.
private struct SparkEngine: Engine {
  let dialect: any Dialect = SparkDialect()
  private let fixture: SparkFixture

  init(_ name: String) async throws { fixture = try await SparkFixture(name) }

  func connect() throws -> any Connection { try fixture.connect() }

  func execute(_ statements: [String]) throws { try fixture.execute(statements) }

  func table(_ name: String) -> TableName { TableName([fixture.schema, name]) }

  func literal(_ value: Value) -> String {
    switch value {
    case .text: LiteralWriter.literal(value, as: .text)
    case .double(let number): LiteralWriter.literal(.double(number), as: .double)
    case .integer(.min): LiteralWriter.literal(value, as: .integer)
    default: standardLiteral(value)
    }
  }

  let strangeColumn: (declaration: String, value: String)? = ("ARRAY<INT>", "array(1, 2)")

  /// The metastore's tables are named by letters of ASCII, digits and underscores.
  func takes(name: String, forTable: Bool) -> Bool {
    !forTable || name.utf8.allSatisfy { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
  }

  func comment(_ text: String, on column: String, of table: TableName) -> String {
    """
    ALTER TABLE \(quoted(table)) ALTER COLUMN \(dialect.quoted(column)) \
    COMMENT \(LiteralWriter.literal(.text(text), as: .text))
    """
  }

  func close() throws { try fixture.close() }
}
