import DatabasePostgres
import DialectSuite
import Expressions
import SQL
import Testing

@Suite(.enabled(if: TestServer.postgresql.isExpected))
struct ReflectionTests {
  private func record(_ table: String, in sql: String) async throws -> TableRecord {
    let fixture = try Fixture(sql)
    defer { withExtendedLifetime(fixture) {} }
    return try #require(try await fixture.connect().reflect(TableName([table])))
  }

  @Test func columnsAreToldWithTheirFacts() async throws {
    let table = try await record(
      "t",
      in: """
        CREATE DOMAIN short AS varchar(3); CREATE DOMAIN code AS short NOT NULL;
        CREATE DOMAIN price AS numeric(12,3); CREATE TYPE mood AS ENUM ('sad', 'glad');
        CREATE TABLE t (
          id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "odd ""name""; --" text NOT NULL
            DEFAULT 'x', price numeric(10,2), free numeric, twice int GENERATED ALWAYS AS (7 * 2)
            STORED, c code, p price, m mood, u uuid, seen timestamptz, tags text[], gone int, o oid);
        ALTER TABLE t DROP COLUMN gone; COMMENT ON TABLE t IS 'All ''of'' them';
        COMMENT ON COLUMN t.seen IS 'in UTC';
        """)
    #expect(table.comment == "All 'of' them" && !table.isView && table.foreignKeys == [])
    #expect(
      table.columns == [
        ColumnRecord(
          name: "id", type: .integer, declaredType: "integer", isNullable: false,
          isPrimaryKey: true, defaultValue: "GENERATED ALWAYS AS IDENTITY"),
        ColumnRecord(
          name: "odd \"name\"; --", type: .text, declaredType: "text", isNullable: false,
          defaultValue: "'x'::text"),
        ColumnRecord(name: "price", type: .decimal, declaredType: "numeric(10,2)", scale: 2),
        ColumnRecord(name: "free", type: .decimal, declaredType: "numeric"),
        ColumnRecord(
          name: "twice", type: .integer, declaredType: "integer",
          defaultValue: "GENERATED ALWAYS AS ((7 * 2)) STORED"),
        ColumnRecord(name: "c", type: .text, declaredType: "code", isNullable: false),
        ColumnRecord(name: "p", type: .decimal, declaredType: "price", scale: 3),
        ColumnRecord(name: "m", type: .text, declaredType: "mood"),
        ColumnRecord(name: "u", type: .text, declaredType: "uuid"),
        ColumnRecord(
          name: "seen", type: .timestamp, declaredType: "timestamp with time zone",
          comment: "in UTC"),
        ColumnRecord(name: "tags", type: .unsupported("text[]"), declaredType: "text[]"),
        ColumnRecord(name: "o", type: .integer, declaredType: "oid"),
      ])
  }

  @Test func keysKeepTheOrderOfTheirColumns() async throws {
    let table = try await record(
      "c",
      in: """
        CREATE TABLE a (x int, y int, PRIMARY KEY (y, x)); CREATE TABLE b (id int PRIMARY KEY);
        CREATE TABLE c (x int, y int, b int REFERENCES b, FOREIGN KEY (y, x) REFERENCES a (y, x));
        """)
    #expect(
      table.foreignKeys == [
        ForeignKeyRecord(columns: ["b"], table: TableName(["b"]), referenced: ["id"]),
        ForeignKeyRecord(columns: ["y", "x"], table: TableName(["a"]), referenced: ["y", "x"]),
      ])
  }

  @Test func everyKindOfTableIsSeen() async throws {
    let fixture = try Fixture(
      """
      CREATE TABLE parts (day date, n int) PARTITION BY RANGE (day);
      CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      CREATE VIEW seen AS SELECT n, n / 2.0 AS half FROM parts;
      CREATE MATERIALIZED VIEW kept AS SELECT 1 AS one; CREATE SEQUENCE counter;
      CREATE INDEX by_day ON parts (day);
      """)
    let connection = try fixture.connect()
    let names = try await connection.tables().filter { $0.parts.count == 1 }.map(\.description)
    #expect(Set(names).isSuperset(of: ["kept", "parts", "seen"]))
    #expect(Set(names).isDisjoint(with: ["parts_1", "counter", "by_day"]))
    let views = try await [
      connection.reflect(TableName(["seen"])), connection.reflect(TableName(["kept"])),
    ]
    #expect(views.map { $0?.isView } == [true, true])
    #expect(views[0]?.columns.map(\.type) == [.integer, .decimal])
    #expect(try await connection.reflect(TableName(["counter"])) == nil)
    #expect(try await connection.reflect(TableName(["parts_1"]))?.columns.count == 2)
  }

  @Test func nameIsFoundInItsSchemaAndDatabase() async throws {
    let fixture = try Fixture("CREATE TABLE t (a int); CREATE TABLE \"T\" (b int)")
    let connection = try fixture.connect()
    for parts in [["t"], [fixture.schema, "t"], ["postgres", fixture.schema, "t"]] {
      #expect(try await connection.reflect(TableName(parts))?.columns.map(\.name) == ["a"])
    }
    #expect(try await connection.reflect(TableName(["T"]))?.columns.map(\.name) == ["b"])
    for parts in [
      ["u"], ["public", "t"], ["nowhere", fixture.schema, "t"], ["a", "b", "c", "d"], ["t\u{0}"],
      ["t; DROP TABLE t"], [],
    ] {
      #expect(try await connection.reflect(TableName(parts)) == nil)
    }
  }

  @Test func tableOfAnotherSchemaIsListedWithIt() async throws {
    let other = try Fixture("CREATE TABLE elsewhere (a int)")
    let fixture = try Fixture(
      "CREATE TABLE near (a int); CREATE TABLE \"odd.\"\"name\" (a int)")
    let names = try await fixture.connect().tables()
    #expect(names.contains(TableName([other.schema, "elsewhere"])))
    #expect(names.contains(TableName(["near"])) && names.contains(TableName(["odd.\"name"])))
  }

  @Test func longestNameIsRead() async throws {
    let name = String(repeating: "ü", count: 31) + "x"
    let table = try await record(name, in: "CREATE TABLE \"\(name)\" (\"\(name)\" int)")
    #expect(table.columns.map(\.name) == [name])
  }
}
