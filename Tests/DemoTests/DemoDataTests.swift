import Demo
import Foundation
import TestSupport
import Testing

@Suite struct DemoDataTests {
  /// What the tests look at: 500 users, 4,000 readings, seed 7.
  private let demo: Written

  init() throws { demo = try Written(DemoData(users: 500, readings: 4000, seed: 7)) }

  @Test func sameSeedGivesTheSameBytes() throws {
    let (first, second, other) = (
      try Written(DemoData(users: 60, readings: 2000, seed: 7)),
      try Written(DemoData(users: 60, readings: 2000, seed: 7)),
      try Written(DemoData(users: 60, readings: 2000, seed: 8))
    )
    #expect(try Data(contentsOf: first.file) == Data(contentsOf: second.file))
    #expect(try Data(contentsOf: first.file) != Data(contentsOf: other.file))
  }

  /// Sums over all rows, which every machine must give: any row that changes, changes them.
  @Test(arguments: [
    (
      """
      SELECT sum(age), CAST(round(10 * sum(height)) AS INT), CAST(round(10 * sum(weight)) AS INT),
        CAST(round(10 * sum(risk)) AS INT) FROM silver_users
      """, "26523 326658 786825 197170"
    ),
    (
      """
      SELECT CAST(round(100 * sum(num_steps)) AS INT), CAST(round(100 * sum(miles_walked)) AS INT),
        CAST(round(100 * sum(calories_burnt)) AS INT), sum(unixepoch(timestamp) * (Id % 97))
        FROM silver_sensors
      """, "456487654 217688 20631009 338589820735195"
    ),
    (
      """
      SELECT userid, gender, age, height, weight, smoker, familyhistory, cholestlevs, bp, risk,
        update_timestamp FROM silver_users WHERE userid = 2
      """, "2 F 29 63.5 148.3 N Y Normal High 30.5 2026-01-01 00:00:00"
    ),
    (
      """
      SELECT Id, device_id, user_id, calories_burnt, miles_walked, num_steps, timestamp, value
        FROM silver_sensors WHERE Id = 2
      """, "2 12 52 30.75 0.36 774.57 2026-01-01 00:49:38 ok"
    ),
  ])
  func rowsArePinned(_ query: String, _ expected: String) throws {
    #expect(try demo.row(query) == expected)
  }

  @Test func upsertLeavesTheLastRowOfEachKey() throws {
    #expect(try demo.row("SELECT count(*) FROM bronze_users") == "525")
    #expect(try demo.row("SELECT count(*), count(DISTINCT userid) FROM silver_users") == "500 500")
    #expect(try demo.number("SELECT count(*) FROM bronze_sensors") > 4050)
    #expect(try demo.row("SELECT count(*) FROM silver_sensors") == "4000")
    let stale = """
      SELECT count(*) FROM silver_sensors AS s JOIN
        (SELECT *, max(rowid) FROM bronze_sensors GROUP BY Id) AS b USING (Id)
      WHERE (s.device_id, s.user_id, s.num_steps, s.miles_walked, s.calories_burnt, s.timestamp,
        s.value) IS NOT (b.device_id, b.user_id, b.num_steps, b.miles_walked, b.calories_burnt,
        b.timestamp, b.value)
      """
    #expect(try demo.row(stale) == "0")
    #expect(try demo.row("SELECT count(*) FROM silver_sensors WHERE value = 'partial'") == "0")
    #expect(try demo.number("SELECT count(*) FROM silver_sensors WHERE value = 'corrected'") > 20)
    #expect(try demo.row("SELECT max(update_timestamp) FROM silver_users") == "2026-01-01 00:00:00")
  }

  /// Held against SQLite's own windows.
  @Test(arguments: [
    ("SmoothedNumSteps30SecondMA", "num_steps", 15),
    ("SmoothedNumSteps120SecondMA", "num_steps", 60),
    ("SmoothedCaloriesBurnt30SecondMA", "calories_burnt", 15),
    ("SmoothedCaloriesBurnt120SecondMA", "calories_burnt", 60),
  ])
  func goldIsTheMovingAverageOfEachUserInTime(gold: String, silver: String, rows: Int) throws {
    let off = """
      SELECT count(*), max(abs(\(gold) - mean)) < 1e-7 FROM gold_sensors JOIN
        (SELECT Id, avg(\(silver)) OVER
          (PARTITION BY user_id ORDER BY timestamp, Id ROWS \(rows) PRECEDING) AS mean
        FROM silver_sensors) USING (Id)
      """
    #expect(try demo.row(off) == "4000 1")
  }

  @Test(arguments: [
    ("age", 0.4), ("weight", 0.15), ("smoker = 'Y'", 0.2), ("familyhistory = 'Y'", 0.1),
    ("cholestlevs = 'High'", 0.1), ("bp = 'High'", 0.15),
  ])
  func riskRisesWith(_ cause: String, atLeast bound: Double) throws {
    #expect(try demo.correlation(cause, "risk", in: "silver_users") > bound)
  }

  @Test func genderDoesNotDriveRiskBeyondWeight() throws {
    let gap = """
      SELECT avg(CASE WHEN gender = 'M' THEN risk END) - avg(CASE WHEN gender = 'F' THEN risk END)
      FROM silver_users
      """
    #expect(abs(try demo.number(gap)) < 6)
  }

  @Test func someValuesAreMissing() throws {
    for column in ["height", "weight", "bp"] {
      let missing = try demo.number("SELECT avg(\(column) IS NULL) FROM silver_users")
      #expect(missing > 0.003 && missing < 0.06, "\(column)")
    }
  }

  @Test func tablesAreThoseOfTheLakehouse() throws {
    let users = """
      userid gender age height weight smoker familyhistory cholestlevs bp risk update_timestamp
      """
    let sensors =
      "Id device_id user_id calories_burnt miles_walked num_steps timestamp value"
    for (table, columns) in [
      ("bronze_users", users), ("silver_users", users), ("bronze_sensors", sensors),
      ("silver_sensors", sensors),
    ] {
      let names = "SELECT group_concat(name, ' ') FROM pragma_table_info('\(table)')"
      #expect(try demo.row(names) == columns)
    }
    #expect(try demo.row("SELECT count(*) FROM pragma_foreign_key_check()") == "0")
    #expect(try demo.row("PRAGMA integrity_check") == "ok")
  }

  @Test(arguments: [(1, 10), (10, 0), (0, 0), (3, 1), (1, 1)])
  func anySizeIsMade(users: Int, readings: Int) throws {
    let small = try Written(DemoData(users: users, readings: readings, days: 1, seed: 1))
    for (table, count) in [("users", users), ("sensors", readings)] {
      #expect(try small.row("SELECT count(*) FROM silver_\(table)") == "\(count)")
    }
    #expect(try small.row("SELECT count(*) FROM gold_sensors") == "\(readings)")
    #expect(
      try small.row(
        "SELECT count(*) FROM silver_sensors WHERE timestamp NOT LIKE '2026-01-01 __:__:__'") == "0"
    )
  }

  @Test func usersDoNotDependOnTheReadings() throws {
    let alone = try Written(DemoData(users: 500, readings: 0, seed: 7))
    let sum = "SELECT CAST(round(10 * sum(risk)) AS INT) FROM silver_users"
    #expect(try alone.row(sum) == demo.row(sum))
  }
}
