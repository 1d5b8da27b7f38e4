import Database
import DatabaseDuckDB
import DialectSuite
import Expressions
import Frame
import SQL
import Testing

@Suite(.enabled(if: TestServer.duckdb.isExpected)) struct SuiteTests {
  @Test(arguments: DialectSuite.Part.allCases)
  func suiteHolds(_ part: DialectSuite.Part) async throws {
    try await DialectSuite.hold(try await DuckDBEngine(), to: part)
  }
}

/// A database file.
private struct DuckDBEngine: Engine {
  let dialect: any Dialect = DuckDBDialect()
  let strangeColumn: (declaration: String, value: String)? = ("INTEGER[]", "[1, 2]")
  private let file: DatabaseFile

  init() async throws { file = try await DatabaseFile() }

  /// Opens a copy of the file as it is: while a file is read, all connections to it see one state.
  func connect() async throws -> any Connection { try file.copy().connect() }

  func execute(_ statements: [String]) async throws { try await file.write(statements) }

  func table(_ name: String) -> TableName { TableName([name]) }

  /// A digit more than a DECIMAL's 38 makes a literal a double, as does an exponent.
  func literal(_ value: Value) -> String {
    if case .double(let number) = value { return "'\(number)'" }
    return standardLiteral(value)
  }

  // The file goes with the fixture.
  func close() {}
}
