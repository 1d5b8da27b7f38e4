import Database
import DatabasePostgres
import DialectSuite
import Expressions
import Frame
import SQL
import Testing

/// Without a server there is nothing to hold to the suite: the machine's lack.
@Suite(.enabled(if: TestServer.postgresql.isExpected))
struct SuiteTests {
  @Test(arguments: DialectSuite.Part.allCases)
  func suiteHolds(_ part: DialectSuite.Part) async throws {
    try await DialectSuite.hold(PostgreSQLEngine(), to: part)
  }
}

/// A schema of the test server.
private struct PostgreSQLEngine: Engine {
  let dialect: any Dialect = PostgreSQLDialect()
  let strangeColumn: (declaration: String, value: String)? = ("POINT", "'(1,2)'")
  private let fixture: Fixture

  init() throws { fixture = try Fixture() }

  func connect() throws -> any Connection { try fixture.connect() }

  func execute(_ statements: [String]) throws {
    try fixture.write(statements.joined(separator: ";\n"))
  }

  func table(_ name: String) -> TableName { TableName([fixture.schema, name]) }

  // The schema goes with the fixture.
  func close() {}
}
