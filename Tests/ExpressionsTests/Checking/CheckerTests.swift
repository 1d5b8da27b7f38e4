import Diagnostics
import Expressions
import Testing

@Suite struct CheckerTests {
  static let types: [(written: String, type: ValueType)] = [
    ("users.age + 1", .integer), ("users.age / 2", .double), ("users.age % 2", .integer),
    ("weight * users.age", .decimal), ("weight + risk", .double), ("1.5 + 1", .decimal),
    ("1e3", .double), ("-weight", .decimal), ("gender || 'x'", .text), ("gender || userid", .text),
    ("risk > 1 and active", .boolean), ("null", .null), ("coalesce(null, weight, 1)", .decimal),
    ("coalesce(weight, risk)", .double), ("case when active then 1 else 2.5 end", .decimal),
    ("case gender when 'F' then 'Female' else 'Male' end", .text),
    ("case when active then born else timestamp end", .timestamp),
    ("cast(gender as integer)", .integer), ("born + 7", .date), ("born - 7", .date),
    ("born - date '2026-01-01'", .integer), ("born + interval '1 month'", .date),
    ("born + interval '1 hour'", .timestamp), ("timestamp - interval '7 days'", .timestamp),
    ("date_trunc('day', timestamp)", .timestamp), ("date_trunc('MONTH', born)", .date),
    ("date_add(born, interval '7 days')", .date), ("date_add('hour', 1, timestamp)", .timestamp),
    ("date_diff('day', born, timestamp)", .integer), ("year(born)", .integer), ("today()", .date),
    ("now()", .timestamp), ("count(*)", .integer), ("count(photo)", .integer),
    ("photo is null", .boolean), ("sum(users.age)", .integer), ("sum(weight)", .decimal),
    ("avg(weight)", .double), ("mean(risk)", .double), ("min(gender)", .text), ("max(born)", .date),
    ("quantile(risk, 0.9)", .double), ("quantile(risk, :share)", .double),
    ("string_agg(gender, ', ')", .text), ("lag(weight, 1, 0) over (order by born)", .decimal),
    ("row_number() over (order by risk desc)", .integer), ("moving_average(steps, 7)", .double),
    ("cumulative(weight)", .decimal), ("round(weight, 1)", .decimal), ("round(risk)", .double),
    ("sign(risk)", .integer), ("least(userid, weight)", .decimal),
    ("sum(count(*)) over ()", .integer),
    ("born = '2026-01-31'", .boolean), ("born in ('2026-01-31', '2026-02-01')", .boolean),
    ("timestamp between '2026-01-31' and :since", .boolean), ("nullif(risk, 0)", .double),
    ("sum(weight) filter (where active)", .decimal), (":cohort.gender = gender", .boolean),
    ("length(trim(gender))", .integer), ("sqrt(weight)", .double),
  ]

  @Test(arguments: types)
  func typeIsInferred(_ sample: (written: String, type: ValueType)) throws {
    let problems = Problems()
    let expression = try #require(parsed(sample.written).expression)
    let checked = expression.check(in: .sample, problems: problems)
    #expect(problems.told == [])
    #expect(checked?.type == sample.type)
  }

  static let faults: [(written: String, told: [String])] = [
    (
      "prize",
      [
        "1+5: there is no column 'prize'; it has: userid, gender, age, weight, risk, born, "
          + "active, photo, user_id, steps, timestamp, age"
      ]
    ),
    (
      "users.prize",
      [
        "1+11: table 'users' has no column 'prize'; it has: userid, gender, age, weight, "
          + "risk, born, active, photo"
      ]
    ),
    ("gendre = 'F'", ["1+6: there is no column 'gendre'; did you mean 'gender'?"]),
    ("User_Id", ["1+7: there is no column 'User_Id'; did you mean 'user_id'?"]),
    ("age > 1", ["1+3: column 'age' is ambiguous; write users.age or s.age"]),
    ("x.age", ["1+5: there is no table 'x' here; known: users, s"]),
    ("main.users.risk", ["1+15: there is no table 'main.users' here; write users.risk"]),
    (
      "cohort.gender",
      ["1+13: there is no table 'cohort'; the parameter is written :cohort.gender"]
    ),
    ("min_age", ["1+7: there is no column 'min_age'; the parameter is written :min_age"]),
    (":min_agee", ["1+9: there is no parameter ':min_agee'; did you mean 'min_age'?"]),
    (
      "avg(gender)",
      [
        "5+6: cannot average text column 'users.gender'; "
          + "write cast(… as double) where the text holds numbers"
      ]
    ),
    ("sum(born)", ["5+4: cannot add up date column 'users.born'; it takes: sum(x)"]),
    (
      "gender * 2",
      [
        "1+6: cannot multiply text column 'users.gender'; "
          + "write cast(… as double) where the text holds numbers"
      ]
    ),
    ("risk + '2'", ["8+3: cannot add text '2'; write the number without quotes: 2"]),
    (
      "gender > 12",
      [
        "1+11: cannot compare text column 'users.gender' with number 12; "
          + "write the number as text: '12'"
      ]
    ),
    ("risk = 'high'", ["1+13: cannot compare double column 'users.risk' with text 'high'"]),
    ("born = 'soon'", ["8+6: 'soon' is no date; write it as '2026-01-31'"]),
    (
      "active = 1", ["1+10: cannot compare boolean column 'users.active' with number 1; write true"]
    ),
    ("active > true", ["1+13: cannot order true and false; compare them with '=' or '!='"]),
    ("photo = 'x'", ["1+5: cannot compare BLOB column 'users.photo'"]),
    (
      "risk and active",
      [
        "1+4: expected a condition, found double column 'users.risk'; "
          + "compare it with something: x = 1, x > 0, x is not null"
      ]
    ),
    ("avarage(risk)", ["1+13: there is no function 'avarage'"]),
    ("average(risk)", ["1+13: there is no function 'average'; did you mean 'avg'?"]),
    ("medain(risk)", ["1+12: there is no function 'medain'; did you mean 'median'?"]),
    ("round()", ["1+7: round takes at least 1 argument, found 0; it takes: round(x[, digits])"]),
    ("sqrt(1, 2)", ["1+10: sqrt takes 1 argument, found 2; it takes: sqrt(x)"]),
    (
      "round(1, 2, 3)",
      ["1+14: round takes at most 2 arguments, found 3; it takes: round(x[, digits])"]
    ),
    ("corr(risk)", ["1+10: corr takes 2 arguments, found 1; it takes: corr(x, y)"]),
    ("sum(*)", ["1+6: only count takes '*'; it takes: sum(x)"]),
    (
      "lower(risk)",
      ["7+4: lower takes text, not double column 'users.risk'; it takes: lower(text)"]
    ),
    ("date_trunc('dya', born)", ["12+5: 'dya' is no unit of time; did you mean 'day'?"]),
    (
      "date_trunc(born, 'day')",
      [
        "12+4: date_trunc takes a unit of time first, not date column "
          + "'users.born'; write one of: 'microsecond', 'millisecond', 'second', 'minute', 'hour', 'day', "
          + "'week', 'month', 'quarter', 'year'",
        "18+5: date_trunc takes a date or timestamp, not text 'day'; it takes: date_trunc(unit, date)",
      ]
    ),
    (
      "quantile(risk, 90)",
      [
        "16+2: quantile takes a number from 0 to 1, not number 90; "
          + "write 0.9 for the value that nine of ten lie below"
      ]
    ),
    (
      "moving_average(steps, 0)",
      [
        "23+1: moving_average takes a whole number from 1 on as n, "
          + "not number 0; write the number itself, such as 7"
      ]
    ),
    (
      "avg(sum(risk))",
      [
        "5+9: sum cannot stand inside avg: an aggregate of an aggregate; "
          + "compute the inner one in a query of its own and read 'from' that"
      ]
    ),
    (
      "sum(rank() over (order by risk))",
      [
        "5+27: rank cannot stand inside sum; "
          + "compute the inner one in a query of its own and read 'from' that"
      ]
    ),
    (
      "rank()",
      [
        "1+6: rank needs 'over (order by …)'; "
          + "say in which order it reads the rows: rank(…) over (order by day)"
      ]
    ),
    ("lower(gender) over ()", ["1+21: lower takes no 'over': it is no aggregate"]),
    ("median(distinct risk)", ["1+21: median takes no 'distinct'"]),
    (
      "missing(risk)",
      [
        "1+13: function 'missing' cannot be used in a query; "
          + "use it in a chart, a figure, a text or a check"
      ]
    ),
    (
      "case when active then 1 else 'x' end",
      [
        "30+3: 'case' gives both number 1 and text 'x'; "
          + "give all values one type, perhaps with cast(… as …)"
      ]
    ),
    (
      "interval '1 day'",
      [
        "1+16: an interval can only be added to a date or timestamp, or taken from "
          + "one; write it as: date + interval '7 days'"
      ]
    ),
    (
      "risk + interval '1 day'",
      [
        "1+4: an interval can be added to a date or timestamp, not to double "
          + "column 'users.risk'"
      ]
    ),
    (
      "timestamp + 1",
      [
        "1+13: cannot add a number to timestamp column 's.timestamp'; "
          + "say the unit: … + interval '7 days'"
      ]
    ),
    (
      "timestamp - timestamp",
      [
        "1+21: cannot subtract a timestamp from another; "
          + "write date_diff('hour', from, to), or another unit"
      ]
    ),
    ("cast(born as double)", ["1+20: cannot cast date column 'users.born' to double"]),
    (
      "hour(born)",
      [
        "6+4: hour takes a timestamp, not date column 'users.born'; "
          + "it takes: hour(timestamp)"
      ]
    ),
    ("gender like 1", ["13+1: like compares text, not number 1; write cast(… as text)"]),
    ("risk || 'x'", ["1+4: cannot join double column 'users.risk' as text; write cast(… as text)"]),
    (
      "avg(nope) + sum(gender)",
      [
        "5+4: there is no column 'nope'; it has: userid, gender, age, weight, risk, born, active, photo, user_id, steps, timestamp, age",
        "17+6: cannot add up text column 'users.gender'; "
          + "write cast(… as double) where the text holds numbers",
      ]
    ),
  ]

  @Test(arguments: faults)
  func mistakeIsToldAtItsPlace(_ fault: (written: String, told: [String])) throws {
    let problems = Problems()
    let expression = try #require(parsed(fault.written).expression)
    #expect(expression.check(in: .sample, problems: problems) == nil)
    #expect(problems.told == fault.told)
  }

  @Test func aggregateIsRefusedInWhere() throws {
    var scope = Scope.sample
    scope.rowClause = "where"
    let problems = Problems()
    let expression = try #require(parsed("avg(risk) > 3 and rank() over () = 1").expression)
    #expect(expression.checkCondition(in: scope, problems: problems) == nil)
    #expect(
      problems.told == [
        "1+9: avg is an aggregate and cannot stand in 'where'; "
          + "move the condition to 'having', which sees whole groups",
        "19+14: rank is a window and cannot stand in 'where'",
      ])
  }

  @Test(arguments: [
    ("born >= '2026-01-31'", "date '2026-01-31'"),
    ("timestamp >= '2026-01-31'", "timestamp '2026-01-31 00:00:00'"),
    ("'2026-01-31' < timestamp", "timestamp '2026-01-31 00:00:00'"),
  ])
  func textBesideADateIsReadAsADate(_ sample: (written: String, literal: String)) throws {
    let expression = try #require(parsed(sample.written).expression)
    let checked = try #require(expression.check(in: .sample, problems: Problems()))
    let literals = checked.children.compactMap { child -> String? in
      if case .literal(let literal) = child.node { literal.description } else { nil }
    }
    #expect(literals == [sample.literal])
  }

  @Test func dateBesideATimestampBecomesOne() throws {
    let expression = try #require(parsed("timestamp >= :since").expression)
    let checked = try #require(expression.check(in: .sample, problems: Problems()))
    #expect(checked.children.map(\.type) == [.timestamp, .timestamp])
  }

  @Test func checkedTreeTellsWhatItReads() throws {
    let text = "avg(risk) filter (where active) / :share + userid"
    let expression = try #require(parsed(text).expression)
    let checked = try #require(expression.check(in: .sample, problems: Problems()))
    #expect(checked.columns.map(\.name) == ["risk", "active", "userid"])
    #expect(checked.columnsOutsideAggregates.map(\.name) == ["userid"])
    #expect(checked.parameters == ["share"])
    #expect(checked.isAggregate)
    #expect(!checked.hasWindow)
  }

  @Test(arguments: [
    ("sum(risk) over ()", false, true), ("sum(risk)", true, false), ("risk + 1", false, false),
    ("sum(count(*)) over ()", true, true), ("moving_average(risk, 7)", false, true),
  ])
  func aggregatesAndWindowsAreToldApart(_ sample: (String, Bool, Bool)) throws {
    let expression = try #require(parsed(sample.0).expression)
    let checked = try #require(expression.check(in: .sample, problems: Problems()))
    #expect(checked.isAggregate == sample.1)
    #expect(checked.hasWindow == sample.2)
  }
}
