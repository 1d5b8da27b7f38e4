import Charts
import Frame
import JSON
import TestSupport
import Testing

@testable import Pages

/// Survival printed as R computes it.
///
/// Expected numbers: R 4.2.2, survival 3.5-3, survfit(conf.type = "log-log"), survdiff, survmean, of its
/// data set aml (R. G. Miller, *Survival Analysis* (1981), p. 49).
@Suite struct SurvivalBlockTests {
  static let aml = DataFrame([
    (
      "weeks",
      Column(integers: [
        9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45,
      ])
    ),
    (
      "status",
      Column(integers: [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1])
    ),
    (
      "x",
      Column(
        texts: Array(repeating: "Maintained", count: 11)
          + Array(repeating: "Nonmaintained", count: 12))
    ),
  ])
  let fixture = ReportFixture(["aml": aml])

  private func number(_ value: JSONValue?) -> Double {
    switch value {
    case .number(let number): number
    case .integer(let number): Double(number)
    default: .nan
    }
  }

  @Test func resultsAgreeWithR() throws {
    let whole = try fixture.compose("- survival: {data: aml, time: weeks, event: status, by: x}")
    let results = try #require(whole.results.first)
    let (first, second) = (results["groups"]?[0], results["groups"]?[1])
    #expect(first?["group"] == "Maintained" && first?["n"] == 11 && first?["events"] == 7)
    #expect(first?["high"] == .null && second?["reason"] == nil)
    #expect(first?["reason"] == "upper limit of the median not reached")
    let expected = [
      (first?["median"], 31), (first?["low"], 13), (second?["median"], 23), (second?["low"], 5),
      (second?["high"], 33),
      (results["horizon"], 45), (first?["rmst"], 30.738636363636363),
      (first?["rmst_std_error"], 4.1140862400114671), (second?["rmst"], 22.708333333333336),
      (results["tests"]?[0]?["statistic"], 3.3963886989776011),
      (results["effects"]?[0]?["value"], 8.0303030303030276),
      (results["effects"]?[0]?["low"], -3.4661816882337941),
      (results["effects"]?[0]?["high"], 19.5267877488398511),
      (results["tests"]?[0]?["p"], 0.065339322040505132),
    ]
    for (found, value) in expected { expectClose(number(found), value, relative: 1e-11) }
    #expect(results["tests"]?[0]?["test"] == "log_rank")
  }

  @Test func tableAndNoteSayWhatWasFound() throws {
    let whole = try fixture.compose(
      "- survival: {data: aml, time: weeks, event: status = 1, by: x, at: [12, 30]}")
    let tables = whole.flat.compactMap {
      if case .table(let table) = $0 { table.lines } else { nil }
    }
    #expect(
      tables == [
        [
          "Maintained | 11 | 7 | 31 [13, not reached] | 30.7 [22.7, 38.8]",
          "Nonmaintained | 12 | 11 | 23 [5, 33] | 22.7 [14.5, 30.9]",
        ],
        [
          "# Maintained", "12 | 10 | 90.9% | [50.8%, 98.7%]", "30 | 5 | 61.4% | [26.6%, 83.5%]",
          "# Nonmaintained", "12 | 8 | 58.3% | [27.0%, 80.1%]", "30 | 4 | 29.2% | [7.2%, 56.1%]",
        ],
      ])
    let note = whole.notes.joined()
    #expect(
      note.hasPrefix(
        "No difference of the curves by x is shown: Log-rank test χ²(1) = 3.40, p = 0.065."))
    #expect(note.contains("on the log–log scale") && note.hasSuffix("Missing: none."))
  }

  @Test func oneCurveIsNotTested() throws {
    let whole = try fixture.compose("- survival: {data: aml, time: weeks, event: status}")
    let results = try #require(whole.results.first)
    #expect(results["tests"] == .array([]) && results["groups"]?[0]?["group"] == .null)
    #expect(results["groups"]?[0]?["n"] == 23)
  }

  @Test func theChartTellsHowManyAreAtRisk() throws {
    let whole = try fixture.compose(
      "- survival: {data: aml, time: weeks, event: status, by: x, at: [0, 20, 40]}")
    let charts = whole.flat.compactMap { if case .chart(let chart, _) = $0 { chart } else { nil } }
    let chart = try #require(charts.first)
    #expect(
      chart.altText
        == "Kaplan–Meier curves of weeks by x: Maintained: n = 11, 7 events, median 31; "
        + "Nonmaintained: n = 12, 11 events, median 23.")
    #expect(
      chart.data.names == [
        "x", "time", "at risk", "events", "censored", "survival", "lower", "upper",
      ])
  }

  /// Each is told with its reason, and none is NaN.
  @Test(arguments: [
    ("time: t, event: e", "No row of 'odd' has both t and e."),
    ("time: n, event: yes, by: one", "Curves by one are not tested: one group, needs 2."),
    ("time: n, event: no, by: two", "Curves by two are not tested: no events."),
    ("time: minus, event: yes", "Left out: 2 negative times."),
    ("time: n, event: yes, horizon: 50", "No mean: horizon beyond the last time."),
    ("time: n, event: yes, by: gap", "Left out: 1 row without gap."),
  ])
  func oddDataAreTold(_ fields: String, _ told: String) throws {
    let odd = DataFrame([
      ("t", Column(doubles: [nil, nil, nil])), ("e", Column(booleans: [nil, nil, nil])),
      ("n", Column(doubles: [1, 2, 3])), ("yes", Column(integers: [1, 1, 0])),
      ("no", Column(integers: [0, 0, 0])), ("one", Column(texts: ["a", "a", "a"])),
      ("two", Column(texts: ["a", "a", "b"])), ("minus", Column(doubles: [-1, -2, 3])),
      ("gap", Column(texts: ["a", nil, "b"])),
    ])
    let whole = try ReportFixture(["odd": odd]).compose("- survival: {data: odd, \(fields)}")
    #expect(whole.notes.joined().contains(told), "\(whole.notes)")
    let results = try #require(whole.results.first)
    #expect(!"\(results)".lowercased().contains("nan"))
  }

  @Test(arguments: [
    ("{data: aml, time: x, event: status}", "'time' is a number, but 'x' is text"),
    (
      "{data: aml, time: weeks, event: weeks}",
      "'event' is true or false, or 1 or 0, but 'weeks' holds 9"
    ),
  ])
  func aColumnThatCannotServeIsAnError(_ fields: String, _ message: String) {
    #expect {
      try fixture.compose("- survival: \(fields)")
    } throws: { "\($0)".contains(message) }
  }

  @Test(arguments: [
    ("at: [-1]", "'-1' is no time"), ("horizon: 0", "a horizon lies above 0"),
    ("level: 2", "0.5 to 0.999"), ("interval: wald", "cannot be 'wald'"),
  ])
  func whatCannotBeAskedIsToldAtItsPlace(_ field: String, _ message: String) {
    let problems = ReportFixture.read(
      "- survival: {data: aml, time: weeks, event: status, \(field)}"
    ).problems
    #expect(problems.contains { $0.contains(message) }, "\(problems)")
  }
}
