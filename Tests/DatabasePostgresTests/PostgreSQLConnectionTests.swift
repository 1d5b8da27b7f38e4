import Database
import DatabasePostgres
import Dates
import DialectSuite
import Expressions
import Frame
import SQL
import Testing

@Suite(.enabled(if: TestServer.postgresql.isExpected))
struct PostgreSQLConnectionTests {
  /// The value of an SQL expression, as text, as the server's own type is read.
  private func value(_ sql: String) async throws -> String {
    let frame = try await fetchRaw("SELECT \(sql) AS value")
    return "\(frame.columns[0].type) \(frame.columns[0][0])"
  }

  @Test(arguments: [
    ("true", "boolean true"), ("7::int2", "integer 7"), ("-7::int4", "integer -7"),
    ("9223372036854775807", "integer 9223372036854775807"),
    ("4294967295::oid", "integer 4294967295"),
    ("0.1::float8", "double 0.1"), ("'-infinity'::float8", "double -inf"),
    ("0.5::float4", "double 0.5"), ("12.50::numeric", "decimal 12.50"),
    ("-0.00012::numeric(10,5)", "decimal -0.00012"),
    (
      "'12345678901234567890123456789012345.678'::numeric",
      "decimal 12345678901234567890123456789012345.678"
    ),
    ("1::numeric / 3", "decimal 0.33333333333333333333"), ("'é'::text", "text é"),
    ("'x '::varchar(5)", "text x "), ("'x'::char(3)", "text x  "), ("'n'::name", "text n"),
    ("'c'::\"char\"", "text c"), ("''", "text "), ("NULL", "text "),
    (
      "'0f9a2c7e-0000-4000-8000-00000000000f'::uuid", "text 0f9a2c7e-0000-4000-8000-00000000000f"
    ),
    ("'{\"a\": [1]}'::json", "text {\"a\": [1]}"), ("'{\"a\": [1]}'::jsonb", "text {\"a\": [1]}"),
    ("'<a/>'::xml", "text <a/>"), ("'\\x00ff'::bytea", "text \\x00ff"),
    ("date '0001-01-01'", "date 0001-01-01"), ("date '9999-12-31'", "date 9999-12-31"),
    ("timestamp '2026-03-08 02:30:00.000001'", "timestamp 2026-03-08 02:30:00.000001"),
    ("timestamptz '2026-03-08 02:30:00-05'", "timestamp 2026-03-08 07:30:00"),
    ("time '12:30'", "text 12:30:00"), ("timetz '12:30+02'", "text 12:30:00+02"),
    ("interval '1 day 2 hours'", "text 1 day 02:00:00"), ("ARRAY[1, NULL, 3]", "text {1,NULL,3}"),
    ("int4range(1, 5)", "text [1,5)"), ("inet '10.0.0.1/8'", "text 10.0.0.1/8"),
    ("'$1.50'::money", "text $1.50"), ("point(1, 2)", "text (1,2)"), ("ROW(1, 'a')", "text (1,a)"),
    ("B'101'", "text 101"), ("current_setting('TimeZone')", "text UTC"),
    ("current_setting('application_name')", "text broadsheet"),
  ])
  func everyTypeIsRead(_ sql: String, _ expected: String) async throws {
    #expect(try await value(sql) == expected)
  }

  /// A type that only the server can word makes all come as text, from which they are read.
  @Test func typesThatWeKnowAreReadBesideOneThatWeDoNot() async throws {
    let frame = try await fetchRaw(
      """
      SELECT true AS b, 7 AS n, 0.1::float8 AS x, 'NaN'::float8 AS y, 12.50 AS m, 'é' AS s,
        date '2026-01-31' AS d, timestamptz '2026-01-31 12:00:00.5+01' AS at,
        timestamp '0001-01-01' AS first, '[1]'::jsonb AS j, NULL::int AS none, point(1, 2) AS p
      """)
    let types: [ColumnType] = [
      .boolean, .integer, .double, .double, .decimal, .text, .date, .timestamp, .timestamp, .text,
      .integer, .text,
    ]
    #expect(frame.columns.map(\.type) == types)
    #expect(
      frame.columns.map { $0[0].description } == [
        "true", "7", "0.1", "nan", "12.50", "é", "2026-01-31", "2026-01-31 11:00:00.500000",
        "0001-01-01 00:00:00", "[1]", "", "(1,2)",
      ])
  }

  @Test func enumerationAndDomainAreTexts() async throws {
    let fixture = try Fixture(
      """
      CREATE TYPE mood AS ENUM ('sad', 'glad'); CREATE DOMAIN code AS varchar(3) NOT NULL;
      CREATE TABLE t (m mood, c code, u uuid);
      INSERT INTO t VALUES ('glad', 'ab', '0f9a2c7e-0000-4000-8000-00000000000f')
      """)
    let frame = try await fixture.fetch("SELECT m, c FROM t")
    #expect(frame.columns.map { $0[0] } == [.text("glad"), .text("ab")])
    // A text bound beside them takes their type.
    let query = CompiledQuery(
      sql: "SELECT count(*) AS n FROM t WHERE m = $1 AND u = $2",
      bindings: [
        .literal(.text("glad")), .literal(.text("0f9a2c7e-0000-4000-8000-00000000000f")),
      ], columns: [ScopeColumn(name: "n", type: .integer)])
    let connection = try fixture.connect()
    try await connection.check(query)
    #expect(try await connection.fetch(query, parameters: [:]).columns[0][0] == .integer(1))
  }

  @Test func emptyResultKeepsItsColumnsAndTypes() async throws {
    let fixture = try Fixture("CREATE TABLE t (a int, b date, c numeric(4,1), p point)")
    let frame = try await fixture.fetch("SELECT * FROM t")
    #expect(frame.rowCount == 0 && frame.names == ["a", "b", "c", "p"])
    #expect(frame.columns.map(\.type) == [.integer, .date, .decimal, .text])
  }

  /// What an expression of a type is worded as may have another in PostgreSQL.
  @Test(
    arguments: [
      ("12::numeric", .integer, "12"), ("12.0::float8", .integer, "12"), ("7::int4", .decimal, "7"),
      ("0.5::float8", .decimal, "0.5"), ("1.5::numeric", .double, "1.5"), ("3::int2", .double, "3"),
      ("date '2026-01-31'", .timestamp, "2026-01-31 00:00:00"),
      ("timestamp '2026-01-31'", .date, "2026-01-31"),
    ] as [(String, ValueType, String)])
  func valueComesInTheTypeThatWasChecked(
    _ sql: String, _ type: ValueType, _ expected: String
  ) async throws {
    let query = CompiledQuery(
      sql: "SELECT \(sql) AS v", bindings: [], columns: [ScopeColumn(name: "v", type: type)])
    let column = try await plainConnection().fetch(query, parameters: [:]).columns[0]
    #expect("\(column.type)" == "\(type)" && column[0].description == expected)
  }

  @Test(
    arguments: [
      ("1.5::numeric", .integer, "1.5", "a whole number of 64 bits"),
      ("1e30::numeric", .integer, "1e+30", "a whole number of 64 bits"),
      (
        "'NaN'::numeric", .decimal, "nan", "a decimal; a cast to double can hold it"
      ),
      (
        "1e38::numeric * 10", .decimal, "about 1e+39",
        "a decimal of at most 38 digits in all; a cast to double holds larger ones"
      ),
      ("date 'infinity'", .date, "infinity", "a date of the years 1 to 9999"),
      ("date '0044-03-15 BC'", .date, "44-3-15 BC", "a date of the years 1 to 9999"),
      ("date '10000-01-01'", .date, "10000-01-01", "a date of the years 1 to 9999"),
      ("timestamp '-infinity'", .timestamp, "-infinity", "a timestamp of the years 1 to 9999"),
      ("timestamp '0001-01-01 BC'", .timestamp, "1-1-1 BC", "a timestamp of the years 1 to 9999"),
      (
        "timestamp '2026-01-31 12:00'", .date, "2026-01-31 12:00:00",
        "a date of the years 1 to 9999"
      ),
    ] as [(String, ValueType, String, String)])
  func valueThatDoesNotFitIsToldByColumnAndRow(
    _ sql: String, _ type: ValueType, _ found: String, _ expected: String
  ) async throws {
    let query = CompiledQuery(
      sql: "SELECT NULL AS v UNION ALL SELECT \(sql) AS v", bindings: [],
      columns: [ScopeColumn(name: "v", type: type)])
    let connection = try plainConnection()
    await #expect(
      throws: DatabaseError.badValue(column: "v", row: 2, found: found, expected: expected)
    ) { try await connection.fetch(query, parameters: [:]) }
    // The connection goes on.
    #expect(try await connection.fetch(raw("SELECT 1 AS a"), parameters: [:]).rowCount == 1)
  }

  @Test func valuesAreBoundWithTheirTypes() async throws {
    let query = CompiledQuery(
      sql: """
        SELECT $1 = true AND $2 + 1 = 8 AND $3 = 2.50 AND $4 = 0.1::float8 AND $5 = 'o''b'
          AND $6 + 1 = date '2026-02-01' AND $7 = timestamp '2026-01-31' AND $8 IS NULL
          AND pg_typeof($3) = 'numeric'::regtype AND pg_typeof($8) = 'date'::regtype AS ok
        """,
      bindings: [
        .literal(.boolean(true)), .parameter("n", .integer), .literal(.decimal("2.50")),
        .parameter("x", .double), .parameter("s", .text), .parameter("day", .date),
        .parameter("day", .timestamp), .parameter("none", .date),
      ], columns: [ScopeColumn(name: "ok", type: .boolean)])
    let day = Value.date(CivilDate(days: 20_484))
    let frame = try await plainConnection().fetch(
      query,
      parameters: [
        "n": .integer(7), "x": .double(0.1), "s": .text("o'b"), "day": day, "none": .null,
      ])
    #expect(frame.columns[0][0] == .boolean(true))
  }

  @Test(arguments: [
    Double.infinity, -.infinity, Double.leastNonzeroMagnitude, 1.7976931348623157e308, 0.1 + 0.2,
  ])
  func boundDoubleIsThatDouble(_ number: Double) async throws {
    let query = CompiledQuery(
      sql: "SELECT $1 AS x", bindings: [.parameter("x", .double)],
      columns: [ScopeColumn(name: "x", type: .double)])
    let frame = try await plainConnection().fetch(query, parameters: ["x": .double(number)])
    #expect(frame.columns[0][0] == .double(number))
  }

  @Test func hostileTextComesBackAsItself() async throws {
    let hostile = "'; DROP TABLE t; --\u{1B}[31m<script>\u{202E}\"{{ x }}$1 \\x00 `ls`\n"
    let query = CompiledQuery(
      sql: "SELECT $1 AS a", bindings: [.parameter("a", .text)],
      columns: [ScopeColumn(name: "a", type: .text)])
    let connection = try plainConnection()
    let frame = try await connection.fetch(query, parameters: ["a": .text(hostile)])
    #expect(frame.columns[0][0] == .text(hostile))
    let error = await #expect(throws: DatabaseError.self) {
      try await connection.fetch(query, parameters: ["a": .text("a\u{0}b")])
    }
    #expect(
      error?.description
        == "the query failed: the text bound to $1 holds a zero byte, which no text of PostgreSQL can"
    )
  }

  @Test(arguments: [
    (
      "SELECT nope FROM t",
      "column \"nope\" does not exist, at line 1 of the SQL: SELECT nope FROM t"
    ),
    (
      "SELECT a\nFROM t\nWHERE é = 1",
      "column \"é\" does not exist, at line 3 of the SQL: WHERE é = 1; Perhaps you meant to"
        + " reference the column \"t.a\""
    ),
    (
      "SELECT a FROM gone",
      "relation \"gone\" does not exist, at line 1 of the SQL: SELECT a FROM gone"
    ),
    ("SELECT 1; SELECT 2", "it is more than one statement"),
    ("", "it is no query: it gives no rows"), ("-- nothing", "it is no query: it gives no rows"),
    ("DELETE FROM t", "it is no query: it gives no rows"),
    ("SET TimeZone = 'Asia/Tokyo'", "it is no query: it gives no rows"),
    ("COPY t TO STDOUT", "it is no query: it gives no rows"),
    ("DELETE FROM t RETURNING a", "cannot execute DELETE in a read-only transaction"),
    ("SELECT 1 AS a, 2 AS a", "it gives two columns named 'a'"),
    ("SELECT 1 / (a - 1) AS x FROM t", "division by zero"),
    (
      "SELECT a FROM t WHERE a = 'x'",
      "invalid input syntax for type integer: \"x\", at line 1 of the SQL: SELECT a FROM t WHERE a = 'x'"
    ),
    ("SELECT 1\u{0}", "a statement cannot hold a zero byte"),
  ])
  func refusedQueryTellsWhy(_ sql: String, _ reason: String) async throws {
    let fixture = try Fixture("CREATE TABLE t (a INT); INSERT INTO t VALUES (1)")
    let connection = try fixture.connect()
    await #expect(throws: DatabaseError.queryFailed(sql: sql, reason: reason)) {
      try await connection.fetch(raw(sql), parameters: [:])
    }
    #expect(try await connection.fetch(raw("SELECT 1 AS a"), parameters: [:]).rowCount == 1)
  }

  @Test func placeInALongLineIsShown() async throws {
    let sql =
      "SELECT \(String(repeating: "1 + ", count: 60))nope + \(String(repeating: "1 + ", count: 60))1"
    let error = await #expect(throws: DatabaseError.self) { try await fetchRaw(sql) }
    #expect(
      error?.description.hasPrefix(
        "the query failed: column \"nope\" does not exist, at line 1 of the SQL: …1 + 1 + 1 + 1 + 1 + nope + 1"
      )
        == true)
  }

  @Test func checkRunsNothing() async throws {
    let fixture = try Fixture("CREATE TABLE t (a INT)")
    let connection = try fixture.connect()
    try await connection.check(raw("SELECT pg_sleep(60)::text AS a FROM t"))
    try await connection.check(raw("SELECT 1 / 0 AS a"))
    await #expect(throws: DatabaseError.self) { try await connection.check(raw("SELECT b FROM t")) }
    await #expect(throws: DatabaseError.self) { try await connection.check(raw("DELETE FROM t")) }
    await #expect(throws: DatabaseError.self) {
      try await connection.check(raw("SELECT 1 AS a, 2 AS a"))
    }
  }

  @Test func tableDroppedAfterTheCheckIsTold() async throws {
    let fixture = try Fixture("CREATE TABLE t (a INT)")
    let connection = try fixture.connect()
    let query = raw("SELECT a FROM t")
    try await connection.check(query)
    try fixture.write("DROP TABLE t")
    let error = await #expect(throws: DatabaseError.self) {
      try await connection.fetch(query, parameters: [:])
    }
    #expect(error?.description.contains("relation \"t\" does not exist") == true)
  }

  @Test func millionCharactersAreOneValue() async throws {
    let frame = try await fetchRaw(
      "SELECT n, repeat('é', n) AS s FROM (VALUES (1000000), (3)) AS v(n) ORDER BY n DESC")
    #expect(frame["s"]?[0] == .text(String(repeating: "é", count: 1_000_000)))
    #expect(frame["s"]?[1] == .text("ééé"))
  }

  @Test func manyRowsComeInOrderWithTheirNulls() async throws {
    let frame = try await fetchRaw(
      """
      SELECT i, CASE WHEN i % 3 > 0 THEN i::text END AS s FROM generate_series(1, 100000) AS i
      ORDER BY i
      """)
    #expect(frame["i"] == Column(integers: (1...100_000).map { $0 }))
    #expect(frame["s"] == Column(texts: (1...100_000).map { $0 % 3 > 0 ? "\($0)" : nil }))
  }
}
