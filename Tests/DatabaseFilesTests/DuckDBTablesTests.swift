import Database
import DatabaseDuckDB
import DatabaseFiles
import DialectSuite
import Expressions
import Foundation
import Frame
import SQL
import TestSupport
import Testing

/// Without DuckDB's library these are skipped: the lack is the machine's.
@Suite(.enabled(if: TestServer.duckdb.isExpected, "DuckDB's library is not there"))
struct DuckDBTablesTests {
  private var options: ConnectionOptions {
    ConnectionOptions(environment: { ProcessInfo.processInfo.environment[$0] })
  }

  private let wide = """
    id,amount,name,day,at,ok
    1,12345678901234567890.123456789,ann,2026-01-31,2026-01-31T12:00Z,true
    2,-0.5,,2026-02-01,,false
    """

  @Test func decimalsOfManyDigitsStayExact() async throws {
    let fixture = try FolderFixture(["t.csv": wide])
    let connection = try fixture.connect(options)
    #expect(connection.dialect.name == "sqlite")
    let record = try #require(try await connection.reflect(TableName(["t"])))
    #expect(record.columns[1].type == .decimal)
    #expect(connection.dialect.name == "duckdb")
    let frame = try await connection.fetch(raw("SELECT * FROM t ORDER BY id"), parameters: [:])
    #expect(
      frame.lines == [
        "1|12345678901234567890.123456789|ann|2026-01-31|2026-01-31 12:00:00|true",
        "2|-0.500000000|null|2026-02-01|null|false",
      ])
  }

  @Test func parquetFilesAreTablesBesideOthers() async throws {
    let fixture = try FolderFixture(["t.csv": "id,name\n1,ann\n2,bob\n"])
    let maker = try DuckDBConnection(inMemory: options)
    let path = fixture.path("p [1]'s.parquet")
    let literal = path.replacing("'", with: "''")
    try await maker.execute(
      "COPY (SELECT 2 AS id, DECIMAL '1.50' AS x) TO '\(literal)' (FORMAT parquet)")
    let connection = try fixture.connect(options)
    #expect(connection.dialect.name == "duckdb")
    #expect(try await connection.tables().map(\.description) == ["p [1]'s", "t"])
    let record = try #require(try await connection.reflect(TableName(["p [1]'s"])))
    #expect(record.columns.map { "\($0.name) \($0.type)" } == ["id integer", "x decimal"])
    let sql = "SELECT name, x FROM t JOIN \"p [1]'s\" p ON p.id = t.id"
    #expect(try await connection.fetch(raw(sql), parameters: [:]).lines == ["bob|1.500"])
  }

  @Test func fileThatIsNoParquetIsTold() async throws {
    let fixture = try FolderFixture(["p.parquet": "no Parquet at all, and long enough for a footer"]
    )
    let told = await #expect(throws: DatabaseError.self) {
      try await fixture.connect(options).reflect(TableName(["p"]))
    }
    #expect(told?.description.hasPrefix("'p.parquet': ") == true, "\(told.map { "\($0)" } ?? "")")
  }

  @Test func withoutDuckDBOnlyWhatNeedsItIsRefused() async throws {
    let fixture = try FolderFixture(["t.csv": wide, "p.parquet": "PAR1"])
    let none = ConnectionOptions(environment: { $0 == "BROADSHEET_DUCKDB" ? "/nowhere.so" : nil })
    let connection = try fixture.connect(none)
    let record = try #require(try await connection.reflect(TableName(["t"])))
    #expect(record.columns[0].type == .integer)
    #expect("\(record.columns[1].type)".hasPrefix("decimal(29,9) (only DuckDB keeps its digits; "))
    #expect(connection.dialect.name == "sqlite")
    let frame = try await connection.fetch(raw("SELECT amount, name FROM t"), parameters: [:])
    #expect(frame.lines[0] == "12345678901234567890.123456789|ann")
    let told = await #expect(throws: DatabaseError.self) {
      try await connection.reflect(TableName(["p"]))
    }
    #expect(told?.description.hasPrefix("'p.parquet': a Parquet file needs DuckDB; ") == true)
  }
}
