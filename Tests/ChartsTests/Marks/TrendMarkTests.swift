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
  ])
  func slopeIsToldInRoundSteps(_ slope: Double, _ label: String, _ expected: String) {
    let x = ChannelColumn(column: Column(doubles: [1]), field: "x", label: label)
    #expect(Words(formatter: .init()).slope(slope, x: x, y: nil) == expected)
  }
}
