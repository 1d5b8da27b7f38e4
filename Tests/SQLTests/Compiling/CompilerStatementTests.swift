import Diagnostics
import DialectSuite
import Expressions
import SQL
import Testing

@Suite struct CompilerStatementTests {
  private func sql(_ statement: Statement, for dialect: any Dialect = StandardDialect()) -> String?
  {
    Compiler.compile(statement, for: dialect, problems: Problems()).map { plain($0.sql) }
  }

  private func select(_ texts: [String]) throws -> Select {
    let items = try texts.enumerated().map { place, text in
      SelectItem("c\(place)", try #require(checked(text)))
    }
    return Select(items, from: .table(TableName(["t"]), alias: "t"))
  }

  @Test func clausesFollowTheirOrder() throws {
    var query = try select(["s", "avg(x)"])
    query.isDistinct = true
    query.filter = checked("n > :p")
    query.groups = [try #require(checked("s"))]
    query.having = checked("count(*) > 1")
    query.order = [
      OrderTerm(.output("c1"), isDescending: true),
      OrderTerm(.expression(try #require(checked("lower(s)"))), nullsFirst: true),
    ]
    query.limit = checked("10")
    query.offset = checked(":p")
    let compiled = Compiler.compile(.select(query), for: StandardDialect(), problems: Problems())
    #expect(
      compiled.map { plain($0.sql) } == """
        SELECT DISTINCT s AS c0, AVG(x) AS c1
        FROM t
        WHERE n > ?
        GROUP BY s
        HAVING COUNT(*) > 1
        ORDER BY c1 DESC NULLS LAST, LOWER(s) NULLS FIRST
        LIMIT 10 OFFSET ?
        """)
    #expect(compiled?.bindings == [.parameter("p", .integer), .parameter("p", .integer)])
    #expect(compiled?.columns.map(\.type) == [.text, .double])
  }

  @Test func tableOfThreePartsGetsItsAlias() throws {
    let query = Select([], from: .table(TableName(["main", "iot", "sensors"]), alias: "sensors"))
    let compiled = Compiler.compile(.select(query), for: StandardDialect(), problems: Problems())
    #expect(compiled?.sql.hasSuffix("FROM \"main\".\"iot\".\"sensors\" AS \"sensors\"") == true)
  }

  @Test(arguments: [
    (Join.Kind.inner, "INNER JOIN"), (.left, "LEFT JOIN"), (.right, "RIGHT JOIN"),
    (.full, "FULL JOIN"),
  ])
  func joinIsWorded(_ sample: (kind: Join.Kind, words: String)) throws {
    var query = try select(["n"])
    query.joins = [Join(sample.kind, .table(TableName(["u"]), alias: "v"), on: checked("n = 1"))]
    #expect(sql(.select(query)) == "SELECT n AS c0\nFROM t\n\(sample.words) u AS v ON n = 1")
  }

  @Test func crossJoinHasNoCondition() throws {
    var query = try select(["n"])
    query.joins = [Join(.cross, .table(TableName(["u"]), alias: "u"), on: nil)]
    #expect(sql(.select(query)) == "SELECT n AS c0\nFROM t\nCROSS JOIN u")
  }

  @Test func joinThatTheDatabaseLacksIsRefused() throws {
    var query = try select(["n"])
    query.joins = [Join(.full, .table(TableName(["u"]), alias: "u"), on: checked("n = 1"))]
    let problems = Problems()
    #expect(Compiler.compile(.select(query), for: OddDialect(), problems: problems) == nil)
    #expect(problems.all.map(\.message) == ["odd cannot do a full join"])
  }

  @Test func queryIsReadAsASubquery() throws {
    let inner = try select(["n"])
    let query = Select(
      [SelectItem("n", try #require(checked("n")))], from: .query(.select(inner), alias: "t"))
    #expect(sql(.select(query)) == "SELECT n AS n\nFROM (SELECT n AS c0\nFROM t) AS t")
  }

  @Test func commonTablesStandInFront() throws {
    let inner = CommonTable(name: "w", statement: .select(try select(["n"])))
    let query = Select(
      [SelectItem("n", try #require(checked("n")))], from: .common("w", alias: "t"))
    #expect(
      sql(.with([inner], .select(query)))
        == "WITH w AS (SELECT n AS c0\nFROM t)\nSELECT n AS n\nFROM w AS t")
  }

  @Test func unionWrapsMembersWithAnOrderOfTheirOwn() throws {
    let first = try select(["n"])
    var second = first
    second.limit = checked("5")
    var union = Union(
      [.select(first), .select(second)], keepsAll: true,
      columns: [ScopeColumn(name: "c0", type: .integer)])
    union.order = [OrderTerm(.output("c0"))]
    #expect(
      sql(.union(union)) == """
        SELECT n AS c0
        FROM t
        UNION ALL
        SELECT * FROM (SELECT n AS c0
        FROM t
        LIMIT 5) AS part_2
        ORDER BY c0 NULLS LAST
        """)
  }
}
