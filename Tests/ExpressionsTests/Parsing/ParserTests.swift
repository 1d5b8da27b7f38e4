import Diagnostics
import Expressions
import Testing

@Suite struct ParserTests {
  /// What is written, and how the tree prints it back: with no more parentheses than it needs.
  static let readings: [(written: String, printed: String)] = [
    ("1 + 2 * 3", "1 + 2 * 3"), ("(1 + 2) * 3", "(1 + 2) * 3"), ("1 - (2 - 3)", "1 - (2 - 3)"),
    ("(1 - 2) - 3", "1 - 2 - 3"), ("a || b + c", "a || b + c"), ("(a || b) + c", "(a || b) + c"),
    ("not a = b and c", "not a = b and c"), ("not (a and b)", "not (a and b)"),
    ("a or b and c", "a or b and c"), ("(a or b) and c", "(a or b) and c"),
    ("a = b is null", "a = b is null"), ("a = (b is null)", "a = (b is null)"),
    ("A IS NOT NULL", "A is not null"), ("a <> 1", "a != 1"), ("-x * 2", "-x * 2"),
    ("-(x * 2)", "-(x * 2)"), ("- 5", "-5"), ("--5", "5"), ("-(-x)", "-(-x)"),
    ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("123456789012345678901", "123456789012345678901"), ("1.50", "1.50"), (".5", ".5"),
    ("1e3 + 2.5E-4", "1e3 + 2.5E-4"), ("'it''s'", "'it''s'"), ("''", "''"),
    ("a in (1, 2)", "a in (1, 2)"), ("a not in ('x')", "a not in ('x')"),
    ("x between 1 and 2 and y", "x between 1 and 2 and y"),
    ("x not between a + 1 and b", "x not between a + 1 and b"),
    ("n like 'a%' or n not ilike '%b'", "n like 'a%' or n not ilike '%b'"),
    ("case when a then 1 end", "case when a then 1 end"),
    ("CASE x WHEN 1 THEN 'a' ELSE 'b' END", "case x when 1 then 'a' else 'b' end"),
    ("cast(x as double precision)", "cast(x as double)"), ("cast(x as VARCHAR)", "cast(x as text)"),
    ("date '2026-01-31'", "date '2026-01-31'"),
    ("timestamp '2026-01-31T12:30:00+01:00'", "timestamp '2026-01-31 11:30:00'"),
    ("interval '1 year 7 days'", "interval '12 months 604800000000 microseconds'"),
    ("date >= timestamp", "\"date\" >= \"timestamp\""),
    ("u.age + \"odd name\"", "u.age + \"odd name\""),
    ("\"say \"\"hi\"\"\"", "\"say \"\"hi\"\"\""), ("\"end\"", "\"end\""), ("größe", "größe"),
    (":min_age + :cohort.gender", ":min_age + :cohort.gender"), (":\"a b\".c", ":\"a b\".c"),
    ("COUNT(*)", "count(*)"), ("count()", "count(*)"), ("count(distinct x)", "count(distinct x)"),
    ("count(distinct)", "count(\"distinct\")"), ("today()", "today()"),
    ("avg(x) filter (where y > 0)", "avg(x) filter (where y > 0)"),
    (
      "sum(x) over (partition by a, b order by c desc, d asc rows between 6 preceding and current row)",
      "sum(x) over (partition by a, b order by c desc, d rows between 6 preceding and current row)"
    ),
    ("sum(x) over ()", "sum(x) over ()"),
    (
      "sum(x) over (order by c rows 3 preceding)",
      "sum(x) over (order by c rows between 3 preceding and current row)"
    ),
    ("filter + over + \"order\"", "\"filter\" + \"over\" + \"order\""),
    ("mean(people.risk) - 1", "mean(people.risk) - 1"),
  ]

  @Test(arguments: readings)
  func expressionIsReadWithItsPrecedence(_ reading: (written: String, printed: String)) {
    let (expression, told) = parsed(reading.written)
    #expect(told == [])
    #expect(expression?.description == reading.printed)
  }

  @Test(arguments: readings)
  func printedExpressionIsReadAsTheSameTree(_ reading: (written: String, printed: String)) throws {
    let first = try #require(parsed(reading.written).expression)
    let second = try #require(parsed(first.description).expression)
    #expect(first.withoutPlaces == second.withoutPlaces)
  }

  static let faults: [(written: String, told: String)] = [
    ("", "1+1: expected an expression, found nothing"),
    ("1 +", "4+1: expected a value, found the end"),
    ("(1 + 2", "7+1: expected ')' to close '(', found the end"),
    ("1 + 2)", "6+1: ')' closes nothing"),
    (
      "a b",
      "3+1: expected an operator or the end, found 'b'; "
        + "put an operator such as '+', '=', 'and' between two values"
    ),
    (
      "day desc",
      "5+4: expected an operator or the end, found 'desc'; "
        + "a descending order is written with a minus before: -name"
    ),
    ("a == 1", "3+2: expected an operator or the end, found '=='; write '=' to compare"),
    ("a && b", "3+1: unexpected character '&'; write 'and'"),
    (
      "a < b < c",
      "7+1: comparisons cannot be chained, found '<'; "
        + "write a < b and b < c, or b between a and c"
    ),
    (
      "x is true",
      "6+4: expected 'null' after 'is', found 'true'; "
        + "compare other values with '=' and '!='"
    ),
    ("'abc", "1+1: text is not closed; close it with '"),
    ("“abc”", "1+1: unexpected character '“'; use straight quotes"),
    (
      "x::text",
      "2+1: expected a parameter's name after ':'; write cast(x as type) instead of x::type"
    ),
    (
      "12abc",
      "1+5: expected a number, found '12abc'; "
        + "a name that begins with a digit needs quotes: \"12abc\""
    ),
    ("x in ()", "7+1: expected a value in the list, found ')'"),
    ("x in 1", "6+1: expected '(' after 'in', found number 1"),
    ("x between 1", "12+1: expected 'and' between the two ends of 'between', found the end"),
    ("case 1 end", "8+3: expected 'when' after 'case', found 'end'"),
    ("case when a then 1", "19+1: expected 'end' to close 'case', found the end"),
    ("end", "1+3: expected a value, found 'end'; a column of that name is written \"end\""),
    (
      "cast(x as blob)",
      "11+4: expected a type, found 'blob'; "
        + "types: boolean, integer, decimal, double, text, date, timestamp"
    ),
    ("date '2026-02-30'", "6+12: '2026-02-30' is no date; write it as date '2026-01-31'"),
    (
      "interval '7 parsecs'",
      "10+11: '7 parsecs' is no interval; "
        + "write it as interval '7 days', interval '1 month'"
    ),
    (
      "interval '9223372036854775807 days'",
      "10+26: '9223372036854775807 days' is no interval; "
        + "write it as interval '7 days', interval '1 month'"
    ),
    (
      "1. + 2",
      "2+1: expected an operator or the end, found '.'; "
        + "a name has no blanks around its points: table.column"
    ),
    ("f(1", "4+1: expected ',' or ')' in the arguments of 'f', found the end"),
    ("u.*", "3+1: expected a name after '.', found '*'; list the columns by name"),
    ("2 * *", "5+1: expected a value, found '*'; only count(*) takes '*'"),
    (
      "sum(x) over (rows between current row and 2 preceding)",
      "19+35: the frame ends before it starts; "
        + "write the earlier end first: rows between 6 preceding and current row"
    ),
    ("\"\"", "1+2: a quoted name is empty"),
    (
      "'grün' ü",
      "8+1: expected an operator or the end, found 'ü'; "
        + "put an operator such as '+', '=', 'and' between two values"
    ),
  ]

  @Test(arguments: faults)
  func syntaxErrorIsToldAtItsPlace(_ fault: (written: String, told: String)) {
    let (expression, told) = parsed(fault.written)
    #expect(expression == nil)
    #expect(told == [fault.told])
  }

  @Test func errorShowsTheLineOfTheFileWithACaret() {
    let line = "    where: age >> 3"
    let place = SourcePlace(file: "a.yaml", line: 7, column: 12, length: 8, lineText: line)
    let problems = Problems()
    #expect(Expression(parsing: SourceText("age >> 3", at: place), problems: problems) == nil)
    #expect(
      problems.all.map(\.description) == [
        """
        a.yaml:7:17: error: expected a value, found '>'
          7 |     where: age >> 3
            |                 ^
        """
      ])
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000) + "1",
    String(repeating: "not ", count: 100_000) + "a",
    String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300),
    "1" + String(repeating: " + 1", count: 5_000), String(repeating: "f(", count: 5_000),
    String(repeating: "case when ", count: 5_000),
  ])
  func deepNestingIsAnError(_ text: String) {
    let (expression, told) = parsed(text)
    #expect(expression == nil)
    #expect(told.count == 1)
    #expect(told[0].contains("nested too deeply, more than 200 levels"))
  }

  @Test func longListIsReadQuickly() throws {
    let numbers = (0..<5_000).map(String.init).joined(separator: ", ")
    var expression: Expression?
    let time = ContinuousClock().measure { expression = parsed("x in (\(numbers))").expression }
    guard case .inList(_, let items, _)? = expression?.node else {
      Issue.record("not read")
      return
    }
    #expect(items.count == 5_000)
    #expect(items.last?.place.column == 28_891)
    #expect(time < .seconds(10))
  }

  @Test func mentionsAreListedInOrderAndOnce() throws {
    let text = "avg(u.a) filter (where b > :p) + a / :cohort.c - u.a * :p"
    let expression = try #require(parsed(text).expression)
    #expect(expression.names == [["u", "a"], ["b"], ["a"]])
    #expect(expression.parameterNames == ["p", "cohort.c"])
    #expect(expression.functionNames == ["avg"])
  }
}
