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
