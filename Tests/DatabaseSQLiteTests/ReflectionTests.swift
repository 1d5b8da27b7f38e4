import DatabaseSQLite
import Expressions
import SQL
import Testing

@Suite struct ReflectionTests {
  private func record(_ table: String, in sql: String) async throws -> TableRecord {
    try #require(try await Fixture(sql).connect().reflect(TableName([table])))
  }

  @Test func tablesAndViewsAreListedByName() async throws {
    let fixture = try Fixture(
      """
      CREATE TABLE b (a INTEGER PRIMARY KEY AUTOINCREMENT); CREATE VIEW a AS SELECT 1 AS x;
      CREATE TABLE [odd "name"] (a); CREATE VIRTUAL TABLE words USING fts5(word);
      """)
    let names = try await fixture.connect().tables().map(\.description)
    #expect(names == ["a", "b", "odd \"name\"", "spare", "words"])
  }

  @Test func columnsAreToldWithTheirFacts() async throws {
    let table = try await record(
      "t",
      in: """
        CREATE TABLE t (id INTEGER PRIMARY KEY, "odd name" TEXT NOT NULL DEFAULT 'x', price DECIMAL(10,2),
          twice GENERATED ALWAYS AS (id * 2), photo BLOB);
        INSERT INTO t (id) VALUES (1);
        """)
    #expect(
      table.columns == [
        ColumnRecord(
          name: "id", type: .integer, declaredType: "INTEGER", isNullable: false, isPrimaryKey: true
        ),
        ColumnRecord(
          name: "odd name", type: .text, declaredType: "TEXT", isNullable: false,
          defaultValue: "'x'"),
        ColumnRecord(name: "price", type: .decimal, declaredType: "DECIMAL(10,2)", scale: 2),
        ColumnRecord(name: "twice", type: .integer, declaredType: ""),
        ColumnRecord(name: "photo", type: .unsupported("BLOB"), declaredType: "BLOB"),
      ])
    #expect(!table.isView)
  }

  @Test func viewTakesTheTypesOfItsTablesAndOfItsValues() async throws {
    let view = try await record(
      "v",
      in: """
        CREATE TABLE t (a DATE, b INT); INSERT INTO t VALUES ('2026-01-01', 2), ('2026-01-01', 3);
        CREATE VIEW v AS SELECT a, b, b / 2.0 AS half, 'x' AS letter, NULL AS none,
          CASE b WHEN 2 THEN 'x' ELSE 1 END AS mixed FROM t
        """)
    #expect(view.isView)
    #expect(
      view.columns.map(\.type) == [
        .date, .integer, .double, .text, .unsupported("no type and no values"),
        .unsupported("values of several kinds"),
      ])
  }

  @Test func foreignKeysAreTold() async throws {
    let table = try await record(
      "c",
      in: """
        CREATE TABLE a (x INT, y INT, PRIMARY KEY (y, x)); CREATE TABLE b (id INTEGER PRIMARY KEY);
        CREATE TABLE c (x INT, y INT, b INT REFERENCES b(id), FOREIGN KEY (y, x) REFERENCES a);
        """)
    #expect(
      table.foreignKeys == [
        ForeignKeyRecord(columns: ["b"], table: TableName(["b"]), referenced: ["id"]),
        ForeignKeyRecord(columns: ["y", "x"], table: TableName(["a"]), referenced: ["y", "x"]),
      ])
  }

  @Test(arguments: [["Orders"], ["orders"], ["main", "ORDERS"]])
  func nameIsFoundInAnyCaseAndInItsSchema(_ parts: [String]) async throws {
    let connection = try Fixture("CREATE TABLE Orders (a INT)").connect()
    let table = try await connection.reflect(TableName(parts))
    #expect(table?.name.parts.last == "Orders")
  }

  @Test(arguments: [["none"], ["temp", "t"], ["a", "main", "t"], ["t; DROP TABLE t"]])
  func unknownTableIsNil(_ parts: [String]) async throws {
    let connection = try Fixture("CREATE TABLE t (a INT)").connect()
    #expect(try await connection.reflect(TableName(parts)) == nil)
  }

  @Test func brokenViewIsAnError() async throws {
    let fixture = try Fixture("CREATE VIEW v AS SELECT * FROM gone")
    await #expect(throws: (any Error).self) {
      try await fixture.connect().reflect(TableName(["v"]))
    }
  }
}
