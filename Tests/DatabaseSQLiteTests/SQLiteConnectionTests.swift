import Database
import DatabaseSQLite
import Dates
import Expressions
import Foundation
import Frame
import SQL
import TestSupport
import Testing

@Suite struct SQLiteConnectionTests {
  @Test func rowsBecomeColumns() async throws {
    let fixture = try Fixture(
      """
      CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, price DECIMAL(10,2), born DATE,
        seen TIMESTAMP, open BOOLEAN, x REAL);
      INSERT INTO t VALUES (1, 'é', 2.5, '2026-01-31', '2026-01-31 12:30:00.25', 1, 0.1),
        (2, NULL, NULL, NULL, NULL, NULL, NULL), (3, '', 3, '0001-01-01', '9999-12-31 23:59:59', 0, 7);
      """)
    let frame = try await fixture.fetch("SELECT * FROM t ORDER BY id")
    let expected = DataFrame([
      ("id", Column(integers: [1, 2, 3])),
      ("name", Column(texts: ["é", nil, ""])),
      ("price", Column(.decimal([250, 0, 300], scale: 2), presence: [true, false, true])),
      ("born", Column(dates: [CivilDate("2026-01-31"), nil, CivilDate("0001-01-01")])),
      (
        "seen",
        Column(timestamps: [
          Timestamp("2026-01-31 12:30:00.25"), nil, Timestamp("9999-12-31 23:59:59"),
        ])
      ),
      ("open", Column(booleans: [true, nil, false])),
      ("x", Column(doubles: [0.1, nil, 7])),
    ])
    #expect(frame == expected)
  }

  @Test func emptyResultKeepsItsColumnsAndTypes() async throws {
    let fixture = try Fixture("CREATE TABLE t (a INT, b DATE, c DECIMAL(4,1))")
    let frame = try await fixture.fetch("SELECT * FROM t")
    #expect(frame.rowCount == 0)
    #expect(frame.names == ["a", "b", "c"])
    #expect(frame.columns.map(\.type) == [.integer, .date, .decimal])
  }

  @Test func valuesAreBoundInTheFormThatTablesHold() async throws {
    let fixture = try Fixture(
      """
      CREATE TABLE t (price DECIMAL(10,2), born DATE, seen TIMESTAMP, open BOOLEAN, name TEXT);
      INSERT INTO t VALUES (2.5, '2026-01-31', '2026-01-31 00:00:00', 1, '');
      """)
    let bindings: [BoundValue] = [
      .parameter("price", .decimal), .parameter("day", .date), .parameter("day", .timestamp),
      .literal(.boolean(true)), .parameter("empty", .text), .literal(.decimal("2.50")),
    ]
    let sql = """
      SELECT count(*) AS n FROM t WHERE price = ?1 AND born = ?2 AND seen = ?3 AND open = ?4
        AND name = ?5 AND price = ?6
      """
    let query = CompiledQuery(
      sql: sql, bindings: bindings, columns: [ScopeColumn(name: "n", type: .integer)])
    let frame = try await fixture.connect().fetch(
      query,
      parameters: [
        "price": .decimal(unscaled: 250, scale: 2), "day": .date(CivilDate("2026-01-31")!),
        "empty": .text(""),
      ])
    #expect(frame.columns[0][0] == .integer(1))
  }

  @Test func hostileTextComesBackAsItself() async throws {
    let hostile = "'; DROP TABLE t; --\u{0}\u{1B}[31m<script>\u{202E}\"{{ x }}"
    let fixture = try Fixture("CREATE TABLE t (a TEXT)")
    let query = CompiledQuery(
      sql: "SELECT ?1 AS a", bindings: [.parameter("a", .text)],
      columns: [ScopeColumn(name: "a", type: .text)])
    let frame = try await fixture.connect().fetch(query, parameters: ["a": .text(hostile)])
    #expect(frame.columns[0][0] == .text(hostile))
  }

  @Test(arguments: [
    ("SELECT nope FROM t", "no such column: nope"),
    ("SELECT \"nope\" FROM t", "no such column: nope"),
    ("SELECT 1; SELECT 2", "it is more than one statement"),
    ("", "there is no statement in it"),
    ("-- nothing", "there is no statement in it"),
    ("DELETE FROM t", "it is no query: it gives no rows"),
    ("DELETE FROM t RETURNING a", "attempt to write a readonly database"),
    ("SELECT 1 AS a, 2 AS a", "it gives two columns named 'a'"),
    ("SELECT ?1 AS a", "it has 1 placeholders and 0 bound values"),
    ("SELECT bs_year('soon') AS y", "'soon' is not a date or timestamp"),
    (
      "SELECT sum(a) OVER (ORDER BY a) AS s FROM t, (SELECT 9223372036854775807 AS a)",
      "ambiguous column name: a"
    ),
    ("SELECT load_extension('x')", "not authorized"),
  ])
  func refusedQueryTellsWhy(_ sql: String, _ reason: String) async throws {
    let fixture = try Fixture("CREATE TABLE t (a INT); INSERT INTO t VALUES (1)")
    await #expect(throws: DatabaseError.queryFailed(sql: sql, reason: reason)) {
      try await fixture.fetch(sql)
    }
  }

  @Test func missingParameterIsTold() async throws {
    let query = CompiledQuery(
      sql: "SELECT ?1", bindings: [.parameter("min_age", .integer)],
      columns: [ScopeColumn(name: "a", type: .integer)])
    let fixture = try Fixture()
    await #expect(
      throws: DatabaseError.queryFailed(
        sql: "SELECT ?1", reason: "parameter 'min_age' has no value")
    ) { try await fixture.connect().fetch(query, parameters: [:]) }
  }

  static let endless = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
    """

  @Test func longQueryIsBrokenOff() async throws {
    let connection = try Fixture().connect(limit: .milliseconds(50))
    await #expect(throws: DatabaseError.timedOut(sql: Self.endless, seconds: 0.05)) {
      try await connection.fetch(raw(Self.endless), parameters: [:])
    }
    // The connection goes on.
    #expect(try await connection.fetch(raw("SELECT 1 AS a"), parameters: [:]).rowCount == 1)
  }

  @Test func cancelledTaskBreaksItsQueryOff() async throws {
    let path = try Fixture()
    let file = path.file.path
    let task = Task {
      let connection = try SQLiteConnection(try url(file))
      return try await connection.fetch(raw(Self.endless), parameters: [:]).rowCount
    }
    task.cancel()
    await #expect(throws: DatabaseError.interrupted) {
      try await task.value
    }
    _ = path
  }

  @Test func snapshotDoesNotSeeLaterWrites() async throws {
    let fixture = try Fixture(
      "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    let connection = try fixture.connect()
    #expect(try await connection.beginSnapshot(joining: nil) != nil)
    try fixture.write("INSERT INTO t VALUES (2)")
    let count = raw("SELECT count(*) AS n FROM t")
    #expect(try await connection.fetch(count, parameters: [:]).columns[0][0] == .integer(1))
    #expect(try await fixture.fetch(count.sql).columns[0][0] == .integer(2))
  }

  @Test func connectionsReadTheSameFileAtOnce() async throws {
    let fixture = try Fixture(
      """
      CREATE TABLE t (a INT);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000)
      INSERT INTO t SELECT i FROM n
      """)
    let file = fixture.file.path
    try await withThrowingTaskGroup(of: Value.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let connection = try SQLiteConnection(try url(file))
          return try await connection.fetch(raw("SELECT sum(a) AS s FROM t"), parameters: [:])
            .columns[0][0]
        }
      }
      for try await sum in group { #expect(sum == .integer(2_001_000)) }
    }
  }
}
