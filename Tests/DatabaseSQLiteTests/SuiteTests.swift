import Database
import DatabaseSQLite
import DialectSuite
import Expressions
import Frame
import SQL
import Testing

@Suite struct SuiteTests {
  @Test(arguments: DialectSuite.Part.allCases)
  func suiteHolds(_ part: DialectSuite.Part) async throws {
    try await DialectSuite.hold(SQLiteEngine(), to: part)
  }
}

/// A database file.
private struct SQLiteEngine: Engine {
  let dialect: any Dialect = SQLiteDialect()
  let strangeColumn: (declaration: String, value: String)? = ("BLOB", "x'00ff'")
  private let fixture: Fixture

  init() throws { fixture = try Fixture() }

  func connect() throws -> any Connection { try fixture.connect() }

  func execute(_ statements: [String]) throws {
    try fixture.write(";" + statements.joined(separator: ";\n"))
  }

  func table(_ name: String) -> TableName { TableName([name]) }

  /// A declared type says what a column holds; SQLite itself has none for most.
  func declaration(of type: ValueType, scale: Int) -> String {
    type == .decimal ? "DECIMAL(38, \(scale))" : type.description
  }

  /// SQLite knows no dates: they are texts.
  func literal(_ value: Value) -> String {
    switch value {
    case .date(let date): "'\(date)'"
    case .timestamp(let moment): "'\(moment)'"
    default: standardLiteral(value)
    }
  }

  // The file goes with the fixture.
  func close() {}
}
