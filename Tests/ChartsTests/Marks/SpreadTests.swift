import Frame
import JSON
import Statistics
import TestSupport
import Testing

@testable import Charts

private let spreadSpecimens = [
  ChartSpecimen(
    name: "means with intervals by category and colour",
    yaml: """
      data: people
      mark: errorbar
      x: { value: cholesterol, domain: [Normal, Above, High] }
      y: risk
      color: smoker
      """),
  ChartSpecimen(
    name: "error bars on grouped bars",
    yaml: """
      data: people
      layers:
        - { mark: bar, x: cholesterol, y: { value: mean(risk), label: Risk }, color: smoker }
        - { mark: errorbar, x: cholesterol, y: { value: risk, label: Risk }, color: smoker, error: se }
      """),
  ChartSpecimen(
    name: "lying deviations of long names",
    yaml: "{ data: devices, mark: errorbar, x: device, y: readings, error: sd }", width: 150),
  ChartSpecimen(
    name: "given limits at numbers",
    yaml: "{ data: people, mark: errorbar, x: 'bin(age, 6)', y: min(risk), y2: max(risk) }"),
  ChartSpecimen(
    name: "a band of means under its line",
    yaml: """
      data: people
      layers:
        - { mark: band, x: "bin(age, 6)", y: risk, level: 0.9 }
        - { mark: line, x: "bin(age, 6)", y: mean(risk) }
      """),
  ChartSpecimen(
    name: "a band breaks where a limit is missing",
    yaml: "{ data: daily, mark: band, x: day, y: steps, y2: steps + 100, color: gender }"),
  ChartSpecimen(
    name: "bands in panels",
    yaml: "{ data: people, mark: band, x: 'bin(age, 4)', y: risk, facet: smoker, error: sd }",
    width: 480),
]

@Suite struct SpreadTests {
  @Test(arguments: spreadSpecimens)
  func limitsAreDrawnAsExpected(_ specimen: ChartSpecimen) throws {
    Golden.check(
      try specimen.draw().golden, named: "spread-" + specimen.name.replacing(" ", with: "-"))
  }

  @Test func drawnLimitsAreThoseOfTheStatistic() throws {
    let people = try #require(SpecimenData.frames["people"])
    let rows = (0..<people.rowCount).filter { people["cholesterol"]?[$0] == .text("High") }
    let found = try MeanSpread(
      try #require(people.picking(rows)["risk"]).doubles, kind: .ci, level: 0.9)
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: people, mark: errorbar, x: cholesterol, y: risk, level: 0.9 }"
    ).draw()
    let results = JSONValue.object(chart.results)
    guard case .array(let means)? = results["means"] else { return #expect(Bool(false)) }
    let high = try #require(means.first { $0["place"] == "High" })
    #expect(high["n"] == .count(found.n) && high["mean"] == .number(found.mean))
    #expect(high["low"] == .number(found.low) && high["high"] == .number(found.high))
    #expect(results["level"] == .number(0.9) && results["error"] == "ci")
  }

  @Test func aLonelyRowHasNoLimitsAndSaysSo() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: devices, mark: errorbar, x: device, y: readings }"
    ).draw()
    #expect(chart.note?.contains("3 of 3 places hold one row and have no limits") == true)
  }

  @Test func anUnknownErrorIsToldAtItsPlace() {
    let told = ChartSpecimen.read(
      "{ data: people, mark: errorbar, x: cholesterol, y: risk, error: sem }"
    ).told
    #expect(
      told.first?.hasPrefix("chart.yaml:1:65: error: 'error' of a chart cannot be 'sem'") == true)
  }
}
