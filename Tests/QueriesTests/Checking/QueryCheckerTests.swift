import Expressions
import Queries
import Testing

@Suite struct QueryCheckerTests {
  static let wordings: [(yaml: String, sql: String)] = [
    (
      "q: { from: users }",
      "SELECT users.id AS id, users.gender AS gender, users.age AS age, users.weight AS weight\n"
        + "FROM users"
    ),
    (
      "q: { from: users, select: [age, double: age * 2] }",
      "SELECT users.age AS age, users.age * 2 AS double\nFROM users"
    ),
    ("q: { from: users, select: { a: age } }", "SELECT users.age AS a\nFROM users"),
    ("q: { from: users, select: age }", "SELECT users.age AS age\nFROM users"),
    (
      "q: { from: { table: iot.sensors, as: s }, select: ['s.steps', x: s.steps / 2] }",
      "SELECT s.steps AS steps, s.steps / 2 AS x\nFROM iot.sensors AS s"
    ),
    (
      "q: { from: users, select: age, where: age >= :min_age and gender = :cohort.gender }",
      "SELECT users.age AS age\nFROM users\n"
        + "WHERE (users.age >= ?) AND (users.gender = ?)"
    ),
    (
      "q: { from: users, select: age, where: [age > 1, weight > 2 or age < 3] }",
      "SELECT users.age AS age\nFROM users\n"
        + "WHERE (users.age > 1) AND ((users.weight > 2) OR (users.age < 3))"
    ),
    (
      "q: { from: users, select: [gender, n: count(*)], group_by: gender }",
      "SELECT users.gender AS gender, COUNT(*) AS n\nFROM users\nGROUP BY users.gender"
    ),
    (
      "q: { from: users, select: [g: lower(gender), n: count(*)], group_by: [g], having: n > 1 }",
      "SELECT LOWER(users.gender) AS g, COUNT(*) AS n\nFROM users\n"
        + "GROUP BY LOWER(users.gender)\nHAVING COUNT(*) > 1"
    ),
    (
      "q: { from: users, select: [g: lower(gender), up: upper(lower(gender))], group_by: [g] }",
      "SELECT LOWER(users.gender) AS g, UPPER(LOWER(users.gender)) AS up\nFROM users\n"
        + "GROUP BY LOWER(users.gender)"
    ),
    (
      "q: { from: users, select: [n: count(*)], group_by: [age / 10] }",
      "SELECT COUNT(*) AS n\nFROM users\nGROUP BY CAST(users.age AS DOUBLE PRECISION) / 10"
    ),
    (
      "q: { from: users, select: [gender], distinct: true, order_by: [-gender] }",
      "SELECT DISTINCT users.gender AS gender\nFROM users\nORDER BY gender DESC NULLS LAST"
    ),
    (
      "q: { from: users, select: [age], order_by: [{ by: weight, nulls: first }, -age * 2] }",
      "SELECT users.age AS age\nFROM users\nORDER BY users.weight NULLS FIRST, (-users.age) * 2 "
        + "NULLS LAST"
    ),
    (
      "q: { from: users, select: age, limit: 10, offset: ':min_age' }",
      "SELECT users.age AS age\nFROM users\nLIMIT 10 OFFSET ?"
    ),
    (
      "q: { from: users, join: [{ table: iot.sensors, as: s, on: s.user_id = users.id, kind: left }], "
        + "select: [gender, steps] }",
      "SELECT users.gender AS gender, s.steps AS steps\nFROM users\n"
        + "LEFT JOIN iot.sensors AS s ON s.user_id = users.id"
    ),
    (
      "a: { from: users, select: [age], where: age > 1 }\nq: { from: a, select: [m: avg(age)] }",
      "SELECT AVG(CAST(a.age AS DOUBLE PRECISION)) AS m\n"
        + "FROM (SELECT users.age AS age\nFROM users\nWHERE users.age > 1) AS a"
    ),
    (
      "q: { with: { w: { from: users, select: age } }, from: w, join: { table: w, as: v, kind: cross }, "
        + "select: [a: w.age, b: v.age] }",
      "WITH w AS (SELECT users.age AS age\nFROM users)\nSELECT w.age AS a, v.age AS b\nFROM w\n"
        + "CROSS JOIN w AS v"
    ),
    (
      "a: { from: users, select: age }\nq: { union_all: [a, { from: users, select: id }], order_by: age }",
      "SELECT users.age AS age\nFROM users\nUNION ALL\nSELECT users.id AS id\nFROM users\n"
        + "ORDER BY age NULLS LAST"
    ),
    (
      "a: { from: users, select: weight }\nq: { from: users, select: age, union: a, limit: 3 }",
      "SELECT users.age AS age\nFROM users\nUNION\nSELECT users.weight AS weight\nFROM users\nLIMIT 3"
    ),
    ("q: { sql: 'select * from x where y > :min_age' }", "select * from x where y > ?"),
    (
      "q: { from: users, select: [age, total: cumulative(age)], order_by: -age }",
      "SELECT users.age AS age, CASE WHEN users.age IS NOT NULL THEN "
        + "CAST(SUM(users.age) OVER (ORDER BY users.age DESC NULLS LAST "
        + "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) END AS total\nFROM users\n"
        + "ORDER BY age DESC NULLS LAST"
    ),
    (
      "q: { from: iot.sensors, select: [day: \"date_trunc('day', timestamp)\", s: avg(steps), "
        + "m: 'change(avg(steps))'], group_by: day, order_by: day }",
      "SELECT DATE_TRUNC('day', sensors.timestamp) AS day, AVG(sensors.steps) AS s, "
        + "AVG(sensors.steps) - LAG(AVG(sensors.steps)) OVER (ORDER BY "
        + "DATE_TRUNC('day', sensors.timestamp) NULLS LAST) AS m\nFROM iot.sensors AS sensors\n"
        + "GROUP BY DATE_TRUNC('day', sensors.timestamp)\nORDER BY day NULLS LAST"
    ),
  ]

  @Test(arguments: wordings)
  func queryIsWorded(_ sample: (yaml: String, sql: String)) {
    let (text, told) = sql(sample.yaml)
    #expect(told == [])
    #expect(text == sample.sql)
  }

  static let faults: [(yaml: String, told: [String])] = [
    ("q: { from: usres }", ["1:12: there is no table 'usres'; did you mean 'users'?"]),
    (
      "q: { from: users, select: [ag] }",
      ["1:28: table 'users' has no column 'ag'; did you mean 'age'?"]
    ),
    (
      "q: { from: users, select: [age, age: weight] }",
      [
        "1:38: two columns are named 'age'; "
          + "give one of them another name: name: age"
      ]
    ),
    (
      "q: { from: users, select: [gender, m: avg(age)] }",
      [
        "1:28: 'gender' is neither grouped nor "
          + "aggregated; add 'group_by' with it; or say which of its values is meant: min(gender), "
          + "avg(gender) …"
      ]
    ),
    (
      "q: { from: users, select: [gender, age, n: count(*)], group_by: gender }",
      [
        "1:36: 'age' is neither grouped nor aggregated; add it to 'group_by'; "
          + "or say which of its values is meant: min(age), avg(age) …"
      ]
    ),
    (
      "q: { from: users, select: [n: count(*)], group_by: n }",
      [
        "1:52: cannot group by 'n', which is "
          + "computed from groups; leave it out of 'group_by'"
      ]
    ),
    (
      "q: { from: users, select: [age], group_by: 1 }",
      [
        "1:44: 'group_by' takes names and expressions, "
          + "not 1; name the columns of 'select'"
      ]
    ),
    (
      "q: { from: users, where: avg(age) > 1 }",
      [
        "1:26: avg is an aggregate and cannot stand in 'where'; "
          + "move the condition to 'having', which sees whole groups"
      ]
    ),
    (
      "q: { from: users, where: age }",
      [
        "1:26: expected a condition, found integer column 'users.age'; "
          + "compare it with something: x = 1, x > 0, x is not null"
      ]
    ),
    (
      "q: { from: users, select: [age], having: rank() over (order by age) = 1 }",
      [
        "1:28: 'age' is neither grouped nor aggregated; add 'group_by' with it; "
          + "or say which of its values is meant: min(age), avg(age) …",
        "1:42: a window cannot stand in 'having'; read 'from' this query in another, with 'where'",
        "1:64: 'age' is neither grouped nor aggregated; add 'group_by' with it; "
          + "or say which of its values is meant: min(age), avg(age) …",
      ]
    ),
    (
      "q: { from: users, limit: -1 }",
      [
        "1:26: 'limit' must be a whole number from 0 on, or an integer "
          + "parameter"
      ]
    ),
    (
      "q: { from: users, limit: ':since' }",
      [
        "1:27: 'limit' must be a whole number from 0 on, or an integer "
          + "parameter"
      ]
    ),
    (
      "q: { from: users, where: age > :mina }",
      [
        "1:32: there is no parameter ':mina'; "
          + "known: cohort.gender, min_age, since"
      ]
    ),
    (
      "q: { sql: 'select :mni_age' }",
      ["1:19: there is no parameter ':mni_age'; did you mean 'min_age'?"]
    ),
    (
      "a: { sql: select 1 }\nq: { from: a }",
      [
        "2:12: query 'a' is written in SQL, so that its columns are "
          + "not known; write it with 'select', or read from its tables"
      ]
    ),
    (
      "q: { from: users, join: { table: users, on: true } }",
      [
        "1:34: two tables are named 'users'; "
          + "give one of them another name with 'as'"
      ]
    ),
    (
      "q: { from: users, select: gender, distinct: true, order_by: age }",
      [
        "1:61: a 'distinct' query is "
          + "sorted by its own columns; add what it is sorted by to 'select'"
      ]
    ),
    (
      "q: { from: iot.sensors, select: raw }",
      [
        "1:33: column 'raw' has type BLOB, which is not read; "
          + "leave it out"
      ]
    ),
    (
      "q: { from: iot.sensors }",
      [
        "1:1: column 'raw' of 'sensors' is left out: its type BLOB is not read; "
          + "name the wanted columns under 'select'"
      ]
    ),
    ("q: { from: users, select: ['x.*'] }", ["1:28: there is no table 'x' here; known: users"]),
    (
      "a: { from: users, select: [age, id] }\nq: { from: users, select: age, union: a }",
      ["2:39: the queries of a union differ: 1 columns and 2; select the same columns in each"]
    ),
    (
      "a: { from: users, select: gender }\nq: { from: users, select: age, union: a }",
      [
        "2:39: column 'age' of a union is integer in one query and text in another; "
          + "write cast(… as …) in one of them"
      ]
    ),
    (
      "q: { union: [nope, nope] }",
      ["1:14: there is no table 'nope'; known: users, iot.sensors, orders"]
    ),
    (
      "q: { from: users, select: [x: lower(age), y: age], where: nope = 1, group_by: [x, z], "
        + "having: x = 'a' and y > 0, order_by: [x, zz] }",
      [
        "1:37: lower takes text, not integer column 'users.age'; it takes: lower(text)",
        "1:59: table 'users' has no column 'nope'; it has: id, gender, age, weight",
        "1:83: table 'users' has no column 'z'; it has: id, gender, age, weight",
        "1:128: table 'users' has no column 'zz'; it has: id, gender, age, weight",
      ]
    ),
  ]

  @Test(arguments: faults)
  func mistakeIsToldAtItsPlace(_ fault: (yaml: String, told: [String])) {
    #expect(check(fault.yaml).told == fault.told)
  }

  @Test func typesOfTheResultAreKnown() {
    let (queries, told) = check(
      """
      q:
        from: users
        select: [id, gender, weight, old: age > 40, m: weight / 2, n: age * 2]
      """)
    #expect(told == [])
    #expect(
      queries[0].columns.map(\.type) == [.integer, .text, .decimal, .boolean, .double, .integer])
    #expect(queries[0].columns.map(\.isNullable) == [false, true, true, true, true, true])
  }

  @Test(arguments: [
    ("weight", 2), ("weight * 1.5", 3), ("weight + 0.125", 3), ("-weight", 2), ("sum(weight)", 2),
    ("round(weight, 1)", 1), ("coalesce(weight, 0)", 2), ("weight * age", 2), ("weight % 0.5", 2),
    ("case when age > 1 then weight else 0.125 end", 3), ("cast(age as decimal)", nil),
  ])
  func digitsAfterThePointAreKnown(_ sample: (expression: String, scale: Int?)) {
    let (queries, told) = check("q: { from: users, select: [x: '\(sample.expression)'] }")
    #expect(told == [])
    #expect(queries[0].columns.map(\.type) == [.decimal])
    #expect(queries[0].columns[0].scale == sample.scale)
  }

  @Test func unionOfIntegersAndDecimalsIsDecimal() {
    let (queries, _) = check(
      "a: { from: users, select: weight }\nq: { from: users, select: age, union: a }")
    #expect(queries.last?.columns.map(\.type) == [.decimal])
  }
}
