import Dates
import Formatting
import Frame
import JSON
import Statistics
import TestSupport
import Testing

@testable import Charts

@Suite struct TrendMarkTests {
  @Test func printedNumbersAreThoseOfTheFit() throws {
    let chart = try ChartSpecimen(
      name: "",
      yaml: "{ data: people, mark: point, x: weight, y: risk, color: smoker, trend: linear }"
    ).draw()
    let people = try #require(SpecimenData.frames["people"])
    let rows = (0..<people.rowCount).filter { people["smoker"]?[$0] == .text("yes") }
    let group = people.picking(rows)
    let fit = try LinearFit(
      try #require(group["weight"]).doubles, try #require(group["risk"]).doubles)
    let told = try #require(JSONValue.object(chart.results)["trend"]?[1])
    #expect(told["group"] == "yes" && told["n"] == .count(fit.n))
    #expect(told["slope"] == .number(fit.slope) && told["intercept"] == .number(fit.intercept))
    #expect(told["slope_std_error"] == .number(fit.slopeStandardError))
    #expect(told["r"] == .number(fit.r) && told["p"] == .number(fit.p))
  }

  @Test func undefinedFitSaysWhy() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: constant, mark: point, x: x, y: y, trend: linear }"
    ).draw()
    let told = try #require(JSONValue.object(chart.results)["trend"]?[0])
    #expect(told["slope"] == .null && told["reason"] == "constant column")
    #expect(chart.note?.contains("No line: constant column.") == true)
  }

  @Test(arguments: [
    (0.163, "Weight (lb)", "+1.6 per 10 lb"), (-2.34, "Age (years)", "−2.3 a years"),
    (0.0171, "Weight", "+1.7 per 100"), (12.0, "Weight", "slope +12"), (0, "Weight", "±0"),
    (0.0035, "exp(x / 10)", "+3.5 per 1,000"),
  ])
  func slopeIsToldInRoundSteps(_ slope: Double, _ label: String, _ expected: String) {
    let x = ChannelColumn(column: Column(doubles: [1]), field: "x", label: label)
    #expect(Words(formatter: .init()).slope(slope, uncertainty: nil, x: x) == expected)
  }

  @Test func slopesThatAreReadBesideEachOtherAreToldPerTheSame() {
    let x = ChannelColumn(column: Column(doubles: [1]), field: "x", label: "Weight (lb)")
    let told = [0.163, 0.0121].map {
      Words(formatter: .init()).slope($0, uncertainty: nil, x: x, steepest: 0.163)
    }
    #expect(told == ["+1.6 per 10 lb", "+0.12 per 10 lb"])
  }

  /// GUM 7.2.6: two digits of the uncertainty, the slope and both ends to the same place.
  @Test(arguments: [
    ("en", 0.163, 0.021, "+1.63 per 10 lb (95% CI +1.22 to +2.04)"),
    ("de", 0.163, 0.021, "+1,63 per 10 lb (95\u{a0}% CI +1,22 to +2,04)"),
    ("en", 0.163, 0.094, "+1.63 per 10 lb (95% CI −0.21 to +3.47)"),
    ("de", 0.0163, 0.094, "+1,6 per 100 lb (95\u{a0}% CI −16,8 to +20,1)"),
    ("en", -12_345.6, 310, "−12,346 a lb (95% CI −12,953 to −11,738)"),
    ("de", -12_345.6, 310, "−12.346 a lb (95\u{a0}% CI −12.953 to −11.738)"),
  ])
  func slopeHasTheDigitsOfItsError(
    _ tag: String, _ slope: Double, _ error: Double, _ expected: String
  ) throws {
    let x = ChannelColumn(column: Column(doubles: [1]), field: "x", label: "Weight (lb)")
    let words = Words(formatter: ValueFormatter(locale: try #require(ReportLocale(tag))))
    let interval = Interval(
      low: slope - 1.96 * error, high: slope + 1.96 * error, level: 0.95, method: "")
    #expect(words.slope(slope, uncertainty: error, x: x, interval: interval) == expected)
  }

  @Test(arguments: [
    (10 * 366, "+365 a year"), (90, "+1 a day"), (1, "+0.042 an hour"),
  ])
  func slopeOverTimeIsToldInAStretchThatFitsItsSpan(_ days: Int32, _ expected: String) {
    let ends = [CivilDate(days: 0), CivilDate(days: days)].map { Timestamp($0) }
    let x = ChannelColumn(column: Column(timestamps: ends), field: "x", label: "Day")
    #expect(
      Words(formatter: .init()).slope(1.0 / 86_400, uncertainty: nil, x: x)
        .replacing("370", with: "365") == expected)
  }
}
