import Diagnostics
import Expressions
import Testing

/// A report's own expressions: frames, queries and parameters by name.
@Suite struct LocalScopeTests {
  private func checked(_ text: String) throws -> CheckedExpression? {
    let problems = Problems()
    let checked = try #require(parsed(text).expression).check(in: .local, problems: problems)
    #expect(problems.told == [])
    return checked
  }

  @Test func columnOfAQueryIsNamedThroughIt() throws {
    let checked = try checked("mean(people.risk) - max(risk)")
    #expect(
      checked?.columns == [
        ColumnReference(table: "people", name: "risk"), ColumnReference(table: nil, name: "risk"),
      ])
    #expect(checked?.queries == ["people"])
  }

  @Test func queryIsCountedByItsName() throws {
    let checked = try checked("count(people)")
    guard case .call(let call)? = checked?.node else {
      Issue.record("no call")
      return
    }
    #expect(call.arguments.map(\.node) == [.rows(query: "people")])
    #expect(checked?.queries == ["people"])
  }

  @Test(arguments: [
    ("title", "title"), ("cohort.gender", "cohort.gender"), ("report_date", "report_date"),
    (":title", "title"),
  ])
  func parameterNeedsNoColon(_ sample: (written: String, name: String)) throws {
    #expect(try checked(sample.written)?.parameters == [sample.name])
  }

  @Test(arguments: [
    "missing(people.risk)", "missing_share(risk)", "bin(risk, 10)", "bin(day)", "lag(risk)",
    "moving_average(risk, 7)", "change(risk)", "row_number()",
  ])
  func localFunctionIsKnown(_ text: String) throws {
    #expect(try checked(text) != nil)
  }

  @Test(arguments: [
    (
      "people",
      "1+6: query 'people' has many rows, not one value; "
        + "write count(people), or a column of it: people.column"
    ),
    ("mean(peple.risk)", "6+10: there is no query 'peple' here; did you mean 'people'?"),
    ("people.rsik", "1+11: query 'people' has no column 'rsik'; did you mean 'risk'?"),
    (
      "mean(people.gender)",
      "6+13: cannot average text column 'people.gender'; "
        + "write cast(… as double) where the text holds numbers"
    ),
    ("tilte", "1+5: there is no column 'tilte'; did you mean 'title'?"),
  ])
  func mistakeIsTold(_ fault: (written: String, told: String)) throws {
    let problems = Problems()
    let expression = try #require(parsed(fault.written).expression)
    #expect(expression.check(in: .local, problems: problems) == nil)
    #expect(problems.told == [fault.told])
  }
}
