import Database
import DatabaseDuckDB
import DialectSuite
import Expressions
import Frame
import SQL
import Testing

@Suite(.enabled(if: TestServer.duckdb.isExpected)) struct ReflectionTests {
  private func made() async throws -> DuckDBConnection {
    try await DuckDBConnection(
      after: """
        CREATE TABLE a (id INTEGER PRIMARY KEY, "na""me" VARCHAR NOT NULL DEFAULT 'x''y',
          d DECIMAL(12, 3), e ENUM ('b', 'a'), l INT[], u UUID, j JSON, t TIME, z TIMESTAMPTZ,
          h HUGEINT, n UBIGINT, g INT GENERATED ALWAYS AS (id * 2) VIRTUAL)
        """,
      "CREATE TABLE b (x INT, y INT, PRIMARY KEY (y, x))",
      "CREATE TABLE f (p INT, q INT, i INT REFERENCES a (id), FOREIGN KEY (p, q) REFERENCES b (y, x))",
      "COMMENT ON TABLE a IS 'all'", "COMMENT ON COLUMN a.id IS 'the key'",
      "CREATE VIEW v AS SELECT id, e FROM a", "COMMENT ON VIEW v IS 'few'",
      "CREATE SCHEMA \"S c\"", "CREATE TABLE \"S c\".\"T;\nx\" (i INT)",
      "ATTACH ':memory:' AS other", "CREATE TABLE other.main.z (i BOOLEAN)",
      "CREATE SCHEMA other.s", "CREATE TABLE other.s.z (k DATE)",
      "CREATE TABLE gone (i INT)", "CREATE VIEW broken AS SELECT * FROM gone", "DROP TABLE gone")
  }

  @Test func tablesAreNamedByAsManyPartsAsTheyNeed() async throws {
    let names = try await made().tables()
    #expect(
      names
        == [
          ["a"], ["b"], ["broken"], ["f"], ["v"], ["S c", "T;\nx"], ["other", "main", "z"],
          ["other", "s", "z"],
        ].map { TableName($0) })
  }

  @Test func columnsAreToldWhole() async throws {
    let table = try #require(try await made().reflect(TableName(["A"])))
    #expect(table.name == TableName(["a"]))
    #expect(table.comment == "all" && !table.isView && table.foreignKeys.isEmpty)
    #expect(
      table.columns.prefix(3) == [
        ColumnRecord(
          name: "id", type: .integer, declaredType: "INTEGER", isNullable: false,
          isPrimaryKey: true, comment: "the key"),
        ColumnRecord(
          name: "na\"me", type: .text, declaredType: "VARCHAR", isNullable: false,
          defaultValue: "'x''y'"),
        ColumnRecord(name: "d", type: .decimal, declaredType: "DECIMAL(12,3)", scale: 3),
      ])
    #expect(
      table.columns.map(\.type) == [
        .integer, .text, .decimal, .text, .unsupported("INTEGER[]"), .text, .text,
        .unsupported("TIME"), .timestamp, .decimal, .decimal, .integer,
      ])
    #expect(
      table.columns.map(\.scale) == [nil, nil, 3] + Array(repeating: nil, count: 6) + [0, 0, nil])
  }

  @Test func viewsAreToldAsSuch() async throws {
    let view = try #require(try await made().reflect(TableName(["v"])))
    #expect(view.isView && view.comment == "few")
    #expect(view.columns.map(\.name) == ["id", "e"])
    #expect(view.columns.map(\.type) == [.integer, .text])
  }

  @Test func foreignKeysKeepTheirOrder() async throws {
    let keys = try #require(try await made().reflect(TableName(["f"]))).foreignKeys
    #expect(
      keys == [
        ForeignKeyRecord(columns: ["i"], table: TableName(["a"]), referenced: ["id"]),
        ForeignKeyRecord(columns: ["p", "q"], table: TableName(["b"]), referenced: ["y", "x"]),
      ])
    let b = try #require(try await made().reflect(TableName(["b"])))
    #expect(b.columns.map(\.isPrimaryKey) == [true, true])
  }

  @Test(
    arguments: [
      (["memory", "main", "a"], "id"), (["main", "b"], "x"), (["S c", "T;\nx"], "i"),
      (["other", "z"], "i"), (["other", "s", "z"], "k"), (["OTHER", "Main", "Z"], "i"),
    ])
  func partsNameSchemasAndDatabases(_ parts: [String], _ column: String) async throws {
    let duck = try await made()
    let table = try #require(try await duck.reflect(TableName(parts)))
    #expect(table.columns.first?.name == column)
    // The name is one that DuckDB reads under, too.
    let name = parts.map(duck.dialect.quoted).joined(separator: ".")
    #expect(try await duck.rows("SELECT * FROM \(name)").rowCount == 0)
  }

  @Test(arguments: [
    ["z"], ["main", "z"], ["nowhere", "a"], ["x", "main", "a"], ["a", "b", "c", "d"],
  ])
  func whatIsNotThereIsNone(_ parts: [String]) async throws {
    #expect(try await made().reflect(TableName(parts)) == nil)
  }

  @Test func aViewOfWhatIsGoneIsTold() async throws {
    let duck = try await made()
    let error = await #expect(throws: DatabaseError.self) {
      try await duck.reflect(TableName(["broken"]))
    }
    #expect(error?.description.contains("Table with name gone does not exist!") == true)
  }
}
