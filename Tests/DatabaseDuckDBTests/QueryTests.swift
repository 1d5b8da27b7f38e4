import Database
import DatabaseDuckDB
import Dates
import DialectSuite
import Expressions
import Frame
import SQL
import Testing

@Suite(.enabled(if: TestServer.duckdb.isExpected)) struct QueryTests {
  /// The reason why a query is refused, by its check and by its run alike.
  private func refusal(_ sql: String) async throws -> String? {
    let duck = try await DuckDBConnection(after: "CREATE TABLE t AS SELECT 1 AS i, 'a' AS s")
    let query = CompiledQuery(sql: sql, bindings: [], columns: [])
    let checked = await reason { try await duck.check(query) }
    let run = await reason { _ = try await duck.fetch(query, parameters: [:]) }
    #expect(checked == run)
    return run
  }

  private func reason(_ work: () async throws -> Void) async -> String? {
    do {
      try await work()
      return nil
    } catch DatabaseError.queryFailed(_, let reason) {
      return reason
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    "DROP TABLE t", "INSERT INTO t VALUES (2, 'b')", "COPY t TO '/nowhere/t.csv'",
    "SET threads = 1", "EXPLAIN ANALYZE DELETE FROM t", "ATTACH '/nowhere/x.duckdb'",
    "CREATE TEMP TABLE u AS FROM t", "BEGIN", "PRAGMA memory_limit = '1GB'", "INSTALL httpfs",
  ])
  func whatIsNoQueryIsRefused(_ sql: String) async throws {
    #expect(
      try await refusal(sql) == "it is no query: it gives no rows, or changes something")
  }

  @Test func mistakesAreToldInOneLine() async throws {
    let unknown = try await refusal("SELECT\n  j FROM t")
    #expect(
      unknown == """
        Binder Error: Referenced column "j" not found in FROM clause!; Candidate bindings: "i"
        """)
    #expect(try await refusal("SELECT 1; SELECT 2") != nil)
    #expect(try await refusal("") != nil)
    #expect(try await refusal("SELECT 1\0") == "a statement cannot hold a zero byte")
    #expect(
      try await refusal("SELECT * FROM '/nowhere/x.csv'")?.contains("No files found") == true)
  }

  @Test func whatFailsOnlyWhenItRunsIsTold() async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let early = await reason { _ = try await duck.rows("SELECT 'x'::INTEGER AS i") }
    #expect(early?.contains("Could not convert string 'x'") == true, "\(early ?? "")")
    let late = await reason {
      _ = try await duck.rows(
        "SELECT CASE WHEN range = 99999 THEN error('row too bad') ELSE range END AS i FROM range(100000)"
      )
    }
    #expect(late == "Invalid Input Error: row too bad", "\(late ?? "")")
    // The connection serves on.
    #expect(try await duck.rows("SELECT 1 AS i")["i"]?[0] == .integer(1))
  }

  @Test func namesThatRepeatAreRefused() async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let told = await reason { _ = try await duck.rows("SELECT 1 AS a, 2 AS a") }
    #expect(told == "it gives two columns named 'a'")
  }

  @Test func aTableDroppedAfterTheCheckIsTold() async throws {
    let duck = try await DuckDBConnection(after: "CREATE TABLE t (i INT)")
    let query = CompiledQuery(sql: "SELECT i FROM t", bindings: [], columns: [])
    try await duck.check(query)
    try await duck.execute("DROP TABLE t")
    let told = await reason { _ = try await duck.fetch(query, parameters: [:]) }
    #expect(told?.hasPrefix("Catalog Error: Table with name t does not exist!") == true)
  }

  /// Values come back as they were bound, typed, and cannot be taken for SQL.
  @Test(
    arguments: [
      .boolean(true), .integer(.min), .integer(.max), .double(0.1), .double(-0.0),
      .double(.infinity), .text(""), .text("'; DROP TABLE t; --"), .text("a\0b"),
      .decimal(unscaled: -99_999_999_999_999_999_999_999_999_999_999_999_999, scale: 0),
      .decimal(unscaled: 1, scale: 38), .decimal(unscaled: 0, scale: 2),
      .date(CivilDate(days: -719_162)), .timestamp(Timestamp(microseconds: -1)), .null,
    ] as [Value])
  func valuesAreBound(_ value: Value) async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let query = CompiledQuery(
      sql: "SELECT $1 AS v", bindings: [.parameter("p", .null)], columns: [])
    #expect(try await duck.fetch(query, parameters: ["p": value]).columns[0][0] == value)
  }

  @Test func decimalsOfMoreDigitsThanDuckDBHasAreRefused() async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let query = CompiledQuery(
      sql: "SELECT $1 AS v", bindings: [.parameter("p", .decimal)], columns: [])
    let told = await reason {
      _ = try await duck.fetch(query, parameters: ["p": .decimal(unscaled: .max, scale: 0)])
    }
    #expect(told == "value 1 cannot be bound")
  }

  @Test func aWholeNumberForADoubleIsADouble() async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let query = CompiledQuery(
      sql: "SELECT typeof($1) AS v", bindings: [.parameter("p", .double)], columns: [])
    let frame = try await duck.fetch(query, parameters: ["p": .integer(3)])
    #expect(frame.columns[0][0] == .text("DOUBLE"))
  }

  @Test func clocksAndZonesAreUTC() async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let frame = try await duck.rows(
      "SELECT CAST(TIMESTAMPTZ '2026-07-01 12:00:00+02' AS VARCHAR) AS v")
    #expect(frame["v"]?[0] == .text("2026-07-01 10:00:00+00"))
  }
}
