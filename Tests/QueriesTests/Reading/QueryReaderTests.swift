import Diagnostics
import Expressions
import Queries
import SQL
import Spec
import Testing

@Suite struct QueryReaderTests {
  static let faults: [(yaml: String, told: [String])] = [
    (
      "q: users",
      ["1:4: query 'q' must be a mapping, found 'users'; write 'from: table' or 'sql: …' in it"]
    ),
    ("q: {}", ["1:4: query 'q' reads nothing; add 'from: table'"]),
    (
      "my-q: { from: users }",
      [
        "1:1: query name 'my-q' is no plain word; "
          + "use letters, digits and '_', and no word of the expression language"
      ]
    ),
    (
      "end: { from: users }",
      [
        "1:1: query name 'end' is no plain word; "
          + "use letters, digits and '_', and no word of the expression language"
      ]
    ),
    (
      "q: { from: users, wehre: age > 1 }",
      ["1:19: query 'q' has no key 'wehre'; did you mean 'where'?"]
    ),
    (
      "q: { sql: select 1, where: age > 1 }",
      [
        "1:21: query 'q' has 'sql', so it takes no 'where'; "
          + "write it in the SQL, or read 'from' this query in another"
      ]
    ),
    ("q: { sql: ' ' }", ["1:12: 'sql' of query 'q' is empty"]),
    (
      "q: { from: a.b.c.d }",
      [
        "1:12: 'a.b.c.d' is no table's name; "
          + "write one to three parts: table, schema.table or catalog.schema.table"
      ]
    ),
    (
      "q: { from: users as u }",
      [
        "1:12: 'users as u' is no table's name; "
          + "write {table: …, as: u}"
      ]
    ),
    (
      "q: { from: users, join: { table: b } }",
      [
        "1:25: a join needs 'on'; "
          + "say which rows belong together: on: a.id = b.a_id"
      ]
    ),
    (
      "q: { from: users, join: { table: b, kind: cross, on: true } }",
      ["1:50: a cross join takes no 'on'"]
    ),
    (
      "q: { from: users, join: { table: b, kind: outer, on: true } }",
      ["1:43: 'kind' of a join cannot be 'outer', expected inner, left, right, full or cross"]
    ),
    (
      "q: { from: users, select: [age * 2] }",
      [
        "1:28: a computed column needs a name; "
          + "write name: age * 2"
      ]
    ),
    (
      "q: { from: users, select: 'age, weight' }",
      [
        "1:31: expected an operator or the end, found ','; "
          + "one expression is expected here; several make a list: [a, b]"
      ]
    ),
    (
      "q: { from: users, where: age >, having: (1 }",
      [
        "1:31: expected a value, found the end",
        "1:43: expected ')' to close '(', found the end",
      ]
    ),
    (
      "q: { from: users, order_by: { by: age, order: down } }",
      ["1:47: 'order' of 'order_by' cannot be 'down', expected asc or desc"]
    ),
    (
      "q: { from: users, order_by: age desc }",
      [
        "1:33: expected an operator or the end, found 'desc'; "
          + "a descending order is written with a minus before: -name"
      ]
    ),
    (
      "q: { union: [a], union_all: [b] }",
      [
        "1:18: query 'q' has both 'union' and 'union_all'; "
          + "union drops equal rows, union_all keeps them"
      ]
    ),
  ]

  @Test(arguments: faults)
  func mistakeIsToldAtItsPlace(_ fault: (yaml: String, told: [String])) {
    #expect(read(fault.yaml).problems.told == fault.told)
  }

  @Test func blockAndFlowFormsAreReadAlike() throws {
    let flow = read(
      """
      q:
        from: users
        select: [age, bmi: weight * 703, "users.gender"]
        order_by: -age
      """)
    let block = read(
      """
      q:
        from: users
        select:
          - age
          - bmi: weight * 703
          - users.gender
        order_by:
          - { by: age, order: desc }
      """)
    #expect(flow.problems.told == [])
    #expect(block.problems.told == [])
    #expect(names(flow.set) == ["age", "bmi", "gender"])
    #expect(names(block.set) == names(flow.set))
  }

  private func names(_ set: QuerySet) -> [String] {
    guard case .select(let plan)? = set.plans.first?.body else { return [] }
    return plan.items.compactMap { item in
      if case .column(let name, _) = item { name } else { nil }
    }
  }

  @Test func cohortsBecomeADistinctQuery() throws {
    let problems = Problems()
    let node = try #require(
      SpecReader.read(
        "{ from: users, by: [gender, old: age > 40], where: age > 1, name: x }", file: "c.yaml",
        problems: problems))
    let fields = FieldReader(node, subject: "cohorts", problems: problems)
    let plan = try #require(QueryReader(problems).cohorts(fields))
    _ = fields.string("name")
    fields.finish()
    let set = QuerySet([plan])
    let query = try #require(
      set.check(against: .sample, parameters: [:], problems: problems).first)
    #expect(problems.told == [])
    #expect(
      query.compiled(for: StandardDialect(), problems: problems)?.sql.replacing("\"", with: "")
        == """
        SELECT DISTINCT users.gender AS gender, users.age > 40 AS old
        FROM users
        WHERE users.age > 1
        ORDER BY gender NULLS LAST, old NULLS LAST
        """)
    #expect(query.columns.map(\.type) == [.text, .boolean])
  }
}
