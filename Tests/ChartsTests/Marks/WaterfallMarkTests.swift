import Drawing
import Frame
import JSON
import TestSupport
import Testing

@testable import Charts

/// What became of a budget.
private let budget = DataFrame([
  (
    "step", Column(texts: ["Opening", "Sales", "Refunds", "Rent", "Grants", "Half year", "Wages"])
  ),
  ("change", Column(doubles: [120, 80.5, -30, -200, nil, nil, 45])),
  ("site", Column(texts: ["A", "A", "A", "A", "A", "A", "A"])),
])

/// The same changes at two sites.
private let sites = DataFrame([
  ("step", Column(texts: ["In", "Out", "In", "Out"])),
  ("change", Column(integers: [5, -2, 3, -4])), ("site", Column(texts: ["A", "A", "B", "B"])),
])

private let waterfallFrames = SpecimenData.frames.merging(["budget": budget, "sites": sites]) { $1 }

private let waterfalls = [
  ChartSpecimen(
    name: "changes and levels",
    yaml: """
      { data: budget, mark: waterfall, x: step, y: change, totals: [Opening, Half year], total: End }
      """),
  ChartSpecimen(
    name: "lying for long names",
    yaml: """
      { data: budget, mark: waterfall, x: "step || ' of the first half of the year'", y: change,
        total: Closing }
      """, width: 300),
  ChartSpecimen(
    name: "in panels with a total each",
    yaml: "{ data: sites, mark: waterfall, x: step, y: change, facet: site, total: Net }",
    width: 420),
  ChartSpecimen(
    name: "signed by its format",
    yaml: "{ data: budget, mark: waterfall, x: step, y: { value: change, format: '+.0f' } }"),
  ChartSpecimen(
    name: "by days", yaml: "{ data: daily, mark: waterfall, x: day, y: steps - 1100 }", width: 480),
]

@Suite struct WaterfallMarkTests {
  @Test(arguments: waterfalls)
  func waterfallIsDrawnAsExpected(_ specimen: ChartSpecimen) throws {
    Golden.check(
      try specimen.draw(frames: waterfallFrames).golden,
      named: "waterfall-" + specimen.name.replacing(" ", with: "-"))
  }

  private func steps(_ rows: [(String, Double?, Bool)]) -> WaterfallSteps {
    WaterfallSteps(
      rows.enumerated().map { ($0.offset, .text($0.element.0), $0.element.1, $0.element.2) })
  }

  @Test func eachBarBeginsWhereTheOneBeforeItEnded() {
    let made = steps([("a", 10, false), ("b", -4, false), ("sum", nil, true), ("c", -9, false)])
    #expect(made.steps.map(\.from) == [0, 10, 0, 6])
    #expect(made.steps.map(\.to) == [10, 6, 6, -3])
    #expect(made.disagreements.isEmpty && !made.hasAdded)
  }

  @Test func rowsOfOneNameMakeOneBar() {
    let made = steps([("a", 10, false), ("b", 1, false), ("a", 5, false)])
    #expect(made.steps.map(\.change) == [15, 1] && made.hasAdded)
  }

  @Test func levelThatIsNotTheSumIsTold() throws {
    let made = steps([("a", 10, false), ("sum", 12, true), ("b", 1, false)])
    #expect(made.steps.map(\.to) == [10, 12, 13])
    #expect(made.disagreements.map(\.reached) == [10])
    let rounded = steps([("a", 0.1, false), ("b", 0.2, false), ("sum", 0.3, true)])
    #expect(rounded.disagreements.isEmpty)
  }

  @Test func whatIsMissingIsNoChange() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: budget, mark: waterfall, x: step, y: change, total: End }"
    ).draw(frames: waterfallFrames, width: 320, measuring: FixedMeasuring())
    // 120 + 80.5 - 30 - 200 + 45
    #expect(JSONValue.object(chart.results)["end"] == .number(15.5))
    #expect(chart.note?.contains("2 rows without change") == true)
  }

  private func told(_ frame: DataFrame, _ rest: String) throws -> Chart {
    try ChartSpecimen(name: "", yaml: "{ data: own, mark: waterfall, x: step, y: change\(rest) }")
      .draw(frames: ["own": frame], width: 640, measuring: FixedMeasuring())
  }

  @Test func closingBarIsLabelledByItsLevel() throws {
    let chart = try told(budget, ", total: End, label: change")
    #expect(chart.scene.dump.contains("\"15.5\""))
    #expect(chart.scene.dump.split(separator: "\n").count { $0.contains("\"45\"") } == 1)
  }

  @Test func manyChangesStillAddUp() throws {
    let many = DataFrame([
      ("step", Column(texts: (1...50).map { "change \($0)" } + ["Half", "more"])),
      ("change", Column(doubles: (1...50).map { Double($0) } + [nil, 5])),
    ])
    let chart = try told(many, ", total: End")
    #expect(JSONValue.object(chart.results)["end"] == .number(1280))
    #expect(chart.scene.dump.contains("others") && chart.note?.contains("are shown") != true)
    let parted = try told(many, ", totals: [Half], total: End")
    #expect(JSONValue.object(parted.results)["end"] == .number(1280))
    #expect(parted.note?.contains("lead to") != true)
  }

  @Test func totalThatNoRowHasIsTold() throws {
    let chart = try told(budget, ", totals: [Foo, Opening]")
    #expect(chart.note?.contains("No step is 'Foo', which 'totals' names") == true)
    #expect(chart.note?.contains("'Opening'") != true)
  }

  @Test func nothingFiniteHasNoTotal() throws {
    let wild = DataFrame([
      ("step", Column(texts: ["a", "b"])), ("change", Column(doubles: [.infinity, -.infinity])),
    ])
    let chart = try told(wild, ", total: End")
    #expect(chart.altText.contains("Nothing to draw: none of 2 rows has a usable value of change"))
  }
}
