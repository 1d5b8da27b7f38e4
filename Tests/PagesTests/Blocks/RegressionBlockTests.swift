import Charts
import Diagnostics
import Expressions
import Formatting
import Frame
import JSON
import TestSupport
import Testing

@testable import Pages

@Suite struct RegressionBlockTests {
  static let rows = DataFrame([
    ("y", Column(doubles: [2, 2, 3, 3, 3, 5, 5, 6, 6, 6, 7, 9, nil])),
    ("x", Column(doubles: [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5])),
    ("g", Column(texts: ["b", "a", "c", "c", "b", "a", "a", "c", "b", "b", "a", "c", "a"])),
    ("c", Column(texts: "aabbccddeeffg".map { String($0) })),
    ("e", Column(integers: [0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1])),
    ("s", Column(texts: "uvuvvuuvuvvuv".map { String($0) })),
    ("twice", Column(doubles: [2, 2, 2, 4, 4, 4, 6, 6, 6, 8, 8, 8, 10])),
  ])
  let fixture = ReportFixture(["d": rows])

  private func number(_ value: JSONValue?) -> Double {
    switch value {
    case .number(let number): number
    case .integer(let number): Double(number)
    default: .nan
    }
  }

  /// Expected values: statsmodels 0.15.0, `OLS(y, add_constant(x)).fit()`.
  @Test func aLinearModelAgreesWithStatsmodels() throws {
    let whole = try fixture.compose("- regression: {data: d, formula: y ~ x}")
    let results = try #require(whole.results.first)
    #expect(results["n"] == 12 && results["n_missing"] == 1 && results["model"] == "linear")
    let (level, slope) = (results["terms"]?[0], results["terms"]?[1])
    #expect(level?["term"] == "(Intercept)" && slope?["term"] == "x")
    let expected = [
      (level?["estimate"], 0.5), (slope?["estimate"], 1.7),
      (level?["std_error"], 0.6670832032063165), (slope?["std_error"], 0.24358434541926804),
      (slope?["p"], 3.810534278827594e-05), (slope?["low"], 1.1572602562356837),
      (slope?["high"], 2.2427397437643157), (results["r_squared"], 0.8296650717703349),
      (results["adj_r_squared"], 0.8126315789473684), (results["sigma"], 0.9433981132056604),
      (results["f"], 48.70786516853933), (results["f_p"], 3.8105342788275983e-05),
      (results["aic"], 34.46826032031327), (results["bic"], 35.43807361988927),
    ]
    for (found, value) in expected { #expect(isClose(number(found), value, relative: 1e-11)) }
    #expect(whole.table?.lines.count == 2)
    #expect(whole.notes.joined().contains("Left out: 1 row with a missing value."))
  }

  @Test func basesAndErrorsAreToldInTheFootnote() throws {
    let whole = try fixture.compose(
      "- regression: {data: d, formula: y ~ x + g, errors: cluster(c), show: [table, residuals]}")
    let note = whole.notes.joined()
    #expect(note.contains("Errors clustered by c (CR1, 6 clusters), t with 5 df."))
    #expect(note.contains("Labels are compared with a base: g with a."))
    #expect(whole.results.first?["cluster"] == "c" && whole.results.first?["clusters"] == 6)
    #expect(whole.results.first?["base_levels"]?[0]?["base"] == "a")
  }

  /// A power cannot move by a standard deviation of its own while the number stays.
  @Test(
    arguments: [
      ("y ~ x + g", ["x (+1 SD)", "g[b]", "g[c]"], false),
      ("y ~ x + x^2", ["x", "x^2"], true), ("y ~ x * e", ["x", "e", "x:e"], true),
    ])
  func onlyNumbersThatMoveAloneAreScaled(_ formula: String, _ labels: [String], _ said: Bool)
    throws
  {
    let whole = try fixture.compose("- regression: {data: d, formula: \(formula), show: forest}")
    let charts = whole.flat.compactMap { if case .chart(let chart, _) = $0 { chart } else { nil } }
    let chart = try #require(charts.first)
    #expect(chart.data["term"] == Column(texts: labels))
    #expect(
      chart.subtitle?.contains("powers and interactions by one unit") == said)
  }

  @Test func labelsThatAllHaveACoefficientAreComparedWithNone() throws {
    let whole = try fixture.compose("- regression: {data: d, formula: y ~ g - 1}")
    #expect(!whole.notes.joined().contains("compared with a base"))
    #expect(whole.results.first?["base_levels"] == .array([]))
  }

  @Test func everyUndefinedDiagnosticHasItsReason() throws {
    func result(_ settings: String) throws -> JSONValue {
      let whole = try fixture.compose("- regression: {data: d, \(settings)}")
      return try #require(whole.results.first)
    }
    let weighted = try result("formula: y ~ x, weights: e, show: [table, residuals]")
    #expect(weighted["diagnostics"]?["durbin_watson"] == .null)
    #expect(
      weighted["diagnostics"]?["reason"] == "durbin_watson: weighted rows have no order")
    let bare = try result("formula: y ~ x - 1, show: [table, residuals]")
    #expect(bare["diagnostics"]?["breusch_pagan"] == .null)
    #expect(bare["diagnostics"]?["reason"] == "breusch_pagan: no intercept")
    #expect(bare["terms"]?[0]?["reason"] == "vif: no other term")
    let plain = try result("formula: y ~ x + e, show: [table, residuals]")
    #expect(plain["diagnostics"]?["reason"] == nil && plain["terms"]?[1]?["reason"] == nil)
    #expect(plain["terms"]?[0]?["reason"] == "vif: an intercept has none")
    let coarse = try result("formula: e ~ s, kind: logistic")
    #expect(coarse["hosmer_lemeshow"] == .null)
    #expect(coarse["reason"] == "hosmer_lemeshow: fewer than 3 groups of probabilities")
  }

  /// The numbers of the next test, to two digits of the standard error or the interval's shorter arm
  /// (GUM 7.2.6): 1.97512 [0.71797, 5.43349] and 0.68063 ± 0.51631.
  @Test(arguments: [
    ("en", "x | 2.0 | [0.7, 5.4] | 0.68 | 0.52 | 1.32 | 0.187"),
    ("de", "x | 2,0 | [0,7; 5,4] | 0,68 | 0,52 | 1,32 | 0,187"),
  ])
  func estimatesHaveTheDigitsOfTheirErrors(_ tag: String, _ line: String) throws {
    let whole = try fixture.compose(
      "- regression: {data: d, formula: e ~ x, kind: logistic}",
      locale: try #require(ReportLocale(tag)))
    #expect(whole.table?.lines.last == line)
  }

  @Test func aCollinearTermIsToldAndNotDropped() throws {
    let whole = try fixture.compose("- regression: {data: d, formula: y ~ x + twice}")
    let term = whole.results.first?["terms"]?[2]
    #expect(term?["estimate"] == .null && term?["reason"] == "collinear: = 2 x")
    #expect(whole.notes.joined().contains("twice has no estimate: collinear: = 2 x."))
    #expect(whole.table?.lines.last?.hasPrefix("twice | –") == true)
  }

  /// Expected values: statsmodels 0.15.0, `Logit(e, add_constant(x)).fit(tol=1e-14)`; the null
  /// model, which statsmodels finds by steps to 1e-9, in closed form.
  @Test func aLogisticModelHasOddsRatios() throws {
    let whole = try fixture.compose(
      "- regression: {data: d, formula: e ~ x, kind: logistic, show: [table, forest, roc, calibration]}"
    )
    let results = try #require(whole.results.first)
    let slope = results["terms"]?[1]
    let expected = [
      (results["terms"]?[0]?["estimate"], -1.6455445470416274),
      (slope?["estimate"], 0.6806302934551154), (slope?["std_error"], 0.5163116422996616),
      (slope?["p"], 0.18741837113581294), (slope?["odds_ratio"], 1.9751222466097038),
      (slope?["odds_low"], 0.717973994283339), (slope?["odds_high"], 5.433494694952757),
      (results["mcfadden_r_squared"], 0.11326471104642033),
      (results["chi_square"], 2.032515710228852), (results["p"], 0.15396556856566293),
      (results["aic"], 19.912311866260055),
    ]
    for (found, value) in expected { #expect(isClose(number(found), value, relative: 1e-10)) }
    #expect(results["event"] == "1" && results["events"] == 7)
    #expect(whole.notes.joined().contains("AUC = "))
  }

  @Test func separatedOutcomesAreToldInWords() throws {
    let rows = DataFrame([
      ("x", Column(doubles: (0..<12).map { Double($0) })),
      ("big", Column(booleans: (0..<12).map { $0 > 5 })),
    ])
    let whole = try ReportFixture(["d": rows]).compose(
      "- regression: {data: d, formula: big ~ x, kind: logistic}")
    #expect(whole.notes == ["No model: x tells the outcomes apart perfectly."])
    #expect(whole.results.first?["reason"] == "x tells the outcomes apart perfectly")
  }

  @Test(
    arguments: [
      ("formula: y ~ x +", "spec.yaml:1:41: error: found the end, expected a column"),
      ("formula: y ~ x, errors: robust", "there are no errors 'robust'"),
      ("formula: y ~ x, show: roc", "a linear model has no 'roc' to show"),
      ("formula: e ~ x, kind: logistic, errors: hc3", "a logistic model has classic errors"),
    ])
  func faultsAreToldWhenTheSpecIsRead(_ fields: String, _ message: String) {
    let problems = ReportFixture.read("- regression: {data: d, \(fields)}").problems
    #expect(problems.count == 1 && problems.joined().contains(message), "\(problems)")
  }

  @Test func columnsOfTheFormulaAreChecked() throws {
    let (blocks, _) = ReportFixture.read(
      "- regression: {data: d, formula: 'y ~ log(x) + \"odd name\"', weights: w}")
    let block = try #require(blocks.first)
    let names = block.expressions.compactMap { $0.expression.columnName }
    #expect(names == ["y", "x", "odd name", "w"])
    #expect(block.expressions.map(\.expression.place.column) == [35, 43, 48, 70])
  }
}
