import Diagnostics
import Expressions
import Queries
import SQL
import Testing

@Suite struct QuerySetTests {
  private let yaml = """
    people: { from: users, where: gender = :cohort.gender }
    old: { from: people, where: age > :min_age }
    both: { from: old, join: { table: iot.sensors, as: s, on: s.user_id = old.id } }
    everyone: { from: users }
    users: { from: users }
    raw: { sql: "select :since, ':no'" }
    """

  @Test func onlyTablesAreReflectedAndEachOnce() {
    #expect(
      read("a: { from: users }\nb: { from: users }").set.tables.map(\.key.table.description) == [
        "users"
      ])
    #expect(
      read(yaml).set.tables.map(\.key.table.description) == ["iot.sensors", "users"])
  }

  @Test func commonTablesAreNoTables() {
    let set = read("q: { with: { a: { from: users }, b: { from: a } }, from: b }").set
    #expect(set.tables.map(\.key.table.description) == ["users"])
  }

  @Test func tablesAreToldWithTheirPlace() {
    let tables = read("a:\n  from: users\n  join: { table: x, on: true }").set.tables
    #expect(tables.map(\.place.line) == [2, 3])
    #expect(tables.map(\.place.column) == [9, 18])
  }

  @Test func queriesAreFollowedThroughOthers() {
    let set = read(yaml).set
    #expect(set.queries(readBy: "both") == ["people", "old", "users"])
    #expect(set.queries(readBy: "users") == [])
  }

  @Test func parametersAndCohortsAreFollowedThroughOthers() {
    let set = read(yaml).set
    #expect(set.parameterNames(of: "both") == ["cohort.gender", "min_age"])
    #expect(set.parameterNames(of: "raw") == ["since"])
    #expect(set.dependsOnCohort("both"))
    #expect(!set.dependsOnCohort("everyone"))
  }

  @Test func columnsThatDoNotAddUpAreKnownThroughOtherQueries() {
    let means = read(
      """
      a: { from: users, select: [gender, n: count(), age: avg(age), top: max(age)], group_by: gender }
      b: { from: a, select: [gender, older: age + 1, n] }
      c: { from: a }
      d: { from: b, join: { table: a, on: true }, select: ["b.*", total: sum(top)] }
      e: { union_all: [b, c] }
      f: { from: users, with: { m: { from: users, select: [x: median(age)] } }, join: { table: m, on: true }, select: [x, age] }
      users: { from: users }
      raw: { sql: "select avg(age) from users" }
      """
    ).set.means
    #expect(
      means["a"] == ["age", "top"] && means["b"] == ["older"] && means["c"] == ["age", "top"])
    #expect(means["d"] == ["older"] && means["e"] == ["older", "age", "top"])
    #expect(means["f"] == ["x"] && means["users"] == [] && means["raw"] == [])
  }

  @Test func cycleIsTold() {
    let (queries, told) = check(
      "a: { from: b }\nb: { from: a }\nc: { from: b }\nd: { from: users }")
    #expect(queries.map(\.name) == ["d"])
    #expect(
      told == [
        "1:1: query 'a' reads itself through others; in the round: a, b",
        "2:1: query 'b' reads itself through others; in the round: a, b",
      ])
  }

  @Test func queryThatReadsAWrongOneIsNotBlamed() {
    let (queries, told) = check("b: { from: a }\na: { from: users, where: nope = 1 }")
    #expect(queries == [])
    #expect(told == ["2:26: table 'users' has no column 'nope'; it has: id, gender, age, weight"])
  }

  @Test func checkedQueriesKeepTheOrderOfTheFile() {
    let (queries, told) = check("b: { from: a }\na: { from: users }")
    #expect(told == [])
    #expect(queries.map(\.name) == ["b", "a"])
    #expect(queries[0].columns.map(\.name) == ["id", "gender", "age", "weight"])
  }
}
