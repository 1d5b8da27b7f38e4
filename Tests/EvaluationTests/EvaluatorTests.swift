import Dates
import Diagnostics
import Evaluation
import Expressions
import Frame
import Testing

/// Expressions over one small report: text in, values out.
@Suite struct EvaluatorTests {
  private var people: DataFrame {
    DataFrame([
      ("age", Column(integers: [30, 40, nil, 50])),
      ("weight", Column(doubles: [150.5, nil, 170, .nan])),
      ("name", Column(texts: ["Ann", "bob", nil, "Cy%"])),
      ("born", Column(dates: [CivilDate("1996-02-29"), CivilDate("1986-12-31"), nil, nil])),
      ("price", Column(.decimal([1050, 2025, 3000, 1], scale: 2))),
      ("sex", Column(texts: ["F", "M", "F", "M"])),
      ("ok", Column(booleans: [true, false, nil, true])),
    ])
  }

  private var evaluator: Evaluator {
    Evaluator(
      ReportData(
        frames: [
          "people": people, "one": DataFrame([("risk", Column(doubles: [37.5]))]),
          "none": DataFrame([("risk", Column(doubles: []))]),
        ],
        parameters: ["min_age": .integer(18), "cohort.gender": .text("F")],
        now: Timestamp("2026-03-31 10:30:00") ?? Timestamp(microseconds: 0)))
  }

  private func parse(_ text: String) throws -> Expression {
    let problems = Problems()
    let place = SourcePlace(file: "t.yaml", line: 1, column: 1, lineText: text)
    let parsed = Expression(parsing: SourceText(text, at: place), problems: problems)
    return try #require(parsed, "\(problems.all)")
  }

  @Test(arguments: [
    ("count(people)", "4"),
    ("count(people.age)", "3"),
    ("count(distinct people.sex)", "2"),
    ("mean(people.age)", "40"),
    ("sum(people.age)", "120"),
    ("sum(people.price)", "60.76"),
    ("min(people.name)", "Ann"),
    ("max(people.born)", "1996-02-29"),
    ("median(people.age)", "40"),
    ("quantile(people.age, 0.25)", "35"),
    ("stddev(people.age)", "10"),
    ("stddev(one.risk)", ""),
    ("mean(none.risk)", ""),
    ("count(none)", "0"),
    ("missing(people.age)", "1"),
    ("missing_share(people.weight)", "0.5"),
    ("sum(people.age) filter (where people.sex = 'F')", "30"),
    ("mean(people.age) - one.risk", "2.5"),
    ("one.risk > 30 and min_age = 18", "true"),
    (":min_age + 1", "19"),
    ("cohort.gender || '!'", "F!"),
    ("today()", "2026-03-31"),
    ("date_trunc('week', today())", "2026-03-30"),
    ("date_add('month', 1, date '2026-01-31')", "2026-02-28"),
    ("date_diff('day', date '2026-01-01', today())", "89"),
    ("date_diff('week', date '2026-03-29', date '2026-03-30')", "1"),
    ("week(date '2027-01-01')", "53"),
    ("week(date '2024-12-30')", "1"),
    ("quarter(today())", "1"),
    ("hour(now())", "10"),
    ("7 / 2", "3.5"),
    ("7 % 4", "3"),
    ("1 / 0", ""),
    ("round(2.5)", "3"),
    ("round(-2.5)", "-3"),
    ("round(1234.567, 1)", "1234.6"),
    ("round(0.285, 2)", "0.29"),
    ("round(1.005, 2)", "1.01"),
    ("round(-1e300, 2)", "-1e+300"),
    ("least(3, null, 2)", "2"),
    ("coalesce(null, 'x')", "x"),
    ("nullif(3, 3)", ""),
    ("case when 1 > 2 then 'a' else 'b' end", "b"),
    ("case 2 when 1 then 'a' when 2 then 'c' end", "c"),
    ("'Abc' like 'a%'", "false"),
    ("'Abc' ilike 'a_c'", "true"),
    ("null in (1, 2)", ""),
    ("3 in (1, null)", ""),
    ("1 in (1, null)", "true"),
    ("3 not between 1 and 2", "true"),
    ("substr('héllo', 2, 3)", "éll"),
    ("length('héllo')", "5"),
    ("cast('12' as integer) + 1", "13"),
    ("null and false", "false"),
    // numpy 2.4.6, corrcoef([30, 40, 50], [10.5, 20.25, 0.01])[0, 1].
    ("corr(people.age, people.price)", "-0.5181652044433793"),
  ])
  func anExpressionOverTheReportHasItsValue(_ text: String, _ expected: String) throws {
    let value = try evaluator.value(of: try parse(text))
    if let a = Double(expected), let b = value.number, abs(a) < 1 {
      #expect(abs(a - b) < 1e-12)
    } else {
      #expect(value.description == expected)
    }
  }

  @Test(arguments: [
    ("age + 1", ["31", "41", "", "51"]),
    ("age / 4", ["7.5", "10", "", "12.5"]),
    ("weight * 2", ["301", "", "340", "nan"]),
    ("price * 2", ["21.00", "40.50", "60.00", "0.02"]),
    ("upper(name)", ["ANN", "BOB", "", "CY%"]),
    ("contains(name, '%')", ["false", "false", "", "true"]),
    ("name like '%\\%'", ["false", "false", "", "false"]),
    ("year(born)", ["1996", "1986", "", ""]),
    ("age is null", ["false", "false", "true", "false"]),
    ("age - mean(age)", ["-10", "0", "", "10"]),
    ("row_number() over (partition by sex order by age desc)", ["1", "2", "2", "1"]),
    ("rank() over (order by sex)", ["1", "3", "1", "3"]),
    ("lag(age)", ["", "30", "40", ""]),
    ("lead(age, 2)", ["", "50", "", ""]),
    ("cumulative(price)", ["10.50", "30.75", "60.75", "60.76"]),
    ("change(price)", ["", "9.75", "9.75", "-29.99"]),
    ("moving_average(price, 2)", ["", "15.375", "25.125", "15.005"]),
    ("sum(price) over (order by sex)", ["40.50", "60.76", "40.50", "60.76"]),
    (
      "avg(price) over (order by price rows between 1 preceding and current row)",
      ["5.255", "15.375", "25.125", "0.01"]
    ),
    ("ntile(2)", ["1", "1", "2", "2"]),
    ("not ok", ["false", "true", "", "false"]),
  ])
  func anExpressionOverRowsHasAValueARow(_ text: String, _ expected: [String]) throws {
    let column = try evaluator.column(of: try parse(text), over: people)
    #expect((0..<column.count).map { column[$0].description } == expected)
  }

  @Test func anAggregateHasOneValueAGroup() throws {
    let groups = [[0, 2], [1, 3]]
    let mean = try evaluator.column(of: try parse("mean(price)"), over: people, groups: groups)
    #expect(abs((mean.numbers[0] ?? 0) - 20.25) < 1e-12)
    #expect(abs((mean.numbers[1] ?? 0) - 10.13) < 1e-12)
    let key = try evaluator.column(of: try parse("sex || '!'"), over: people, groups: groups)
    #expect((0..<2).map { key[$0].description } == ["F!", "M!"])
  }

  @Test func aWindowSeesEachSeriesByItself() throws {
    let column = try evaluator.column(
      of: try parse("moving_average(price, 2)"), over: people, series: [[0, 2], [1, 3]])
    #expect(column.numbers == [nil, nil, 20.25, 10.13])
  }

  @Test(arguments: [
    ("people.age", "t.yaml:1:1: error: 'people.age' has 4 rows here, expected one"),
    ("sum(people.age) + 9223372036854775807", "does not fit a whole number of 64 bits"),
    ("mean(people.age + none.risk)", "reads the rows of one query"),
    ("cast('x' as integer)", "cannot cast 'x' to integer"),
  ])
  func whatCannotBeComputedIsTold(_ text: String, _ message: String) throws {
    let expression = try parse(text)
    let told = #expect(throws: Diagnostic.self) { try evaluator.value(of: expression) }
    #expect(told?.description.contains(message) == true, "\(told?.description ?? "")")
  }

  @Test func manyRowsAreQuick() throws {
    let n = 200_000
    let frame = DataFrame([("x", Column(.double((0..<n).map(Double.init))))])
    let column = try evaluator.column(of: try parse("cumulative(x)"), over: frame)
    #expect(column.numbers.last == Double(n) * Double(n - 1) / 2)
  }
}
