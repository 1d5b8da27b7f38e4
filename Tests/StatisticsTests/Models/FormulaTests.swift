import Statistics
import Testing

@Suite struct FormulaTests {
  /// As R's `terms(formula)`, save that `^` is a power.
  @Test(
    arguments: [
      ("y ~ a", ["a"], true),
      ("y ~ a + b - 1", ["a", "b"], false),
      ("y ~ 0 + a", ["a"], false),
      ("y ~ 1", [], true),
      ("y ~ a * b", ["a", "b", "a:b"], true),
      ("y ~ a:b + c", ["c", "a:b"], true),
      ("y ~ a * b * c", ["a", "b", "c", "a:b", "a:c", "b:c", "a:b:c"], true),
      ("y ~ (a + b) * c", ["a", "b", "c", "a:c", "b:c"], true),
      ("y ~ (a + b + c):d", ["a:d", "b:d", "c:d"], true),
      ("y ~ a * b - a:b", ["a", "b"], true),
      ("y ~ a * b - b:a", ["a", "b"], true),
      ("y ~ a + a + a:b + b:a", ["a", "a:b"], true),
      ("y ~ a:a", ["a"], true),
      ("log(y) ~ log(x) + x^2 + sqrt(x) + exp(x)", ["log(x)", "x^2", "sqrt(x)", "exp(x)"], true),
      ("y ~ category(year, base = '2020') + log(x)^2", ["category(year)", "log(x)^2"], true),
      (#""odd name" ~ "a ""b"" c" + größe"#, [#"a "b" c"#, "größe"], true),
      ("y ~ -1 + a", ["a"], false),
    ])
  func termsAreMultipliedOut(_ text: String, _ labels: [String], _ hasIntercept: Bool) throws {
    let formula = try Formula(parsing: text)
    #expect(formula.terms.map(\.label) == labels)
    #expect(formula.hasIntercept == hasIntercept)
  }

  @Test func everyUseOfAColumnHasItsPlace() throws {
    let formula = try Formula(parsing: "risk ~ log(age) + \"odd name\" * smoker")
    #expect(
      formula.uses.map { "\($0.column) \($0.offset)" } == [
        "risk 0", "age 11", "odd name 18", "smoker 31",
      ])
  }

  @Test(
    arguments: [
      ("", "found the end, expected a column", 0),
      ("y", "found the end, expected '~'", 1),
      ("y ~", "found the end, expected a column", 3),
      ("y ~ a +", "found the end, expected a column", 7),
      ("y ~ a b", "found 'b', expected '+', '-', '*', ':' or the end", 6),
      ("y ~ 2 * a", "found 2, expected a column, 1 or 0", 4),
      ("y ~ a^2.5", "found 2.5, expected a whole power from 1 to 20", 6),
      ("y ~ (a + b)^2", "found '^', expected '+', '-', '*' or ':'", 11),
      ("y ~ (a + b", "found the end, expected ')'", 10),
      ("y ~ sin(a)", "there is no function 'sin' in a formula", 4),
      ("y ~ log(a + b)", "found '+', expected ')'", 10),
      ("y ~ a / b", "'/' has no meaning in a formula", 6),
      ("y ~ \"a", "the quote that opens here is not closed", 4),
      ("y ~ a + y", "'y' stands on both sides of '~'", 0),
      ("y ~ 0", "the formula has no term", 0),
      ("y ~ category(a)^2", "found '^', expected no power of labels", 15),
      ("y ~ category(a, first = 'b')", "found 'first', expected base = 'label'", 16),
      ("y ~ a ~ b", "found '~', expected '+', '-', '*', ':' or the end", 6),
    ])
  func aFaultIsToldAtItsPlace(_ text: String, _ message: String, _ offset: Int) {
    let told = #expect(throws: FormulaError.self) { try Formula(parsing: text) }
    #expect(told?.message == message)
    #expect(told?.offset == offset)
  }

  @Test func noFormulaRunsAway() {
    let crossed = (0..<12).map { "a\($0)" }.joined(separator: " * ")
    #expect(throws: FormulaError.self) { try Formula(parsing: "y ~ " + crossed) }
    let deep = String(repeating: "(", count: 10_000)
    #expect(throws: FormulaError.self) { try Formula(parsing: "y ~ " + deep) }
  }
}
