import Dates
import Diagnostics
import Frame
import JSON
import TestSupport
import Testing

@testable import Charts

private let slopeSpecimens = [
  ChartSpecimen(
    name: "two moments", yaml: "{ data: shares, mark: slope, x: year, y: share, color: party }"),
  ChartSpecimen(
    name: "ends that lie close and one that is missing",
    yaml: "{ data: close, mark: slope, x: moment, y: level, color: name }", width: 240),
  ChartSpecimen(
    name: "panels of dates", yaml: "{ data: panels, mark: slope, x: day, y: level, facet: place }",
    width: 480),
]

private let frames: [String: DataFrame] = [
  "shares": DataFrame([
    ("year", Column(texts: ["2021", "2025", "2021", "2025", "2021", "2025"])),
    ("party", Column(texts: ["Red", "Red", "Green", "Green", "Blue", "Blue"])),
    ("share", Column(doubles: [25.7, 16.4, 14.8, 11.6, 24.1, 28.5])),
  ]),
  "close": DataFrame([
    ("moment", Column(texts: ["A", "B", "A", "B", "A", "B", "A"])),
    ("name", Column(texts: ["One", "One", "Two", "Two", "Three", "Three", "Four"])),
    ("level", Column(doubles: [10, -4, 10.2, -4.1, 9.9, 20, 3])),
  ]),
  "panels": DataFrame([
    ("day", Column(dates: [0, 31, 59, 0, 31, 59, 59].map { CivilDate(days: 20_000 + $0) })),
    ("place", Column(texts: ["North", "North", "North", "South", "South", "South", "South"])),
    ("level", Column(doubles: [1, 2, 4, 6, 5, 1, 3])),
  ]),
]

@Suite struct SlopeMarkTests {
  /// A table of all lines and moments would grow with their product.
  @Test func tooManyMomentsAreASentence() throws {
    let count = 3000
    let frame = DataFrame([
      ("x", Column(integers: (0..<count).map { Int64($0) })),
      ("y", Column(doubles: (0..<count).map { Double($0) })),
      ("g", Column(texts: (0..<count).map { "line \($0)" })),
    ])
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: rows, mark: slope, x: x, y: y, color: g }"
    ).draw(frames: ["rows": frame])
    #expect(
      chart.scene.writtenWords.joined(separator: " ").contains("slopes join at most 200 moments"),
      "\(chart.scene.writtenWords)")
  }

  private func chart(_ yaml: String, width: Double = 320) throws -> Chart {
    try ChartSpecimen(name: "", yaml: yaml).draw(
      frames: frames, width: width, measuring: FixedMeasuring())
  }

  @Test(arguments: slopeSpecimens)
  func slopesAreDrawnAsExpected(_ specimen: ChartSpecimen) throws {
    Golden.check(
      try specimen.draw(frames: frames).golden,
      named: "slope-" + specimen.name.replacing(" ", with: "-"))
  }

  @Test func theLinesThatChangeMostAreTold() throws {
    let chart = try chart("{ data: shares, mark: slope, x: year, y: share, color: party }")
    #expect(chart.altText.contains("Of 3 lines, 1 rises and 2 fall."))
    #expect(chart.altText.contains("Largest rise: Blue, from 24.1 to 28.5."))
    #expect(chart.altText.contains("Largest fall: Red, from 25.7 to 16.4."))
    let results = JSONValue.object(chart.results)
    #expect(results["rising"] == 1 && results["falling"] == 2 && results["lines"] == 3)
  }

  @Test func valuesOfMiddleMomentsStandBesideTheirDots() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: three, mark: slope, x: moment, y: level, color: device }"
    ).draw(
      frames: [
        "three": DataFrame([
          ("moment", Column(texts: ["A", "B", "C", "A", "B", "C"])),
          ("device", Column(integers: [1, 1, 1, 2, 2, 2])),
          ("level", Column(integers: [1200, 1275, 1157, 1100, 1040, 1130])),
        ])
      ], width: 320)
    let words = SceneFindings(chart.scene).texts
    #expect(words.contains("1,275") && words.contains("1,040"), "\(words)")
    #expect(words.contains("1: 1,157") && words.contains("2: 1,130"), "\(words)")
  }

  @Test func aMissingEndIsToldAndItsOtherEndKeepsItsDot() throws {
    let chart = try chart("{ data: close, mark: slope, x: moment, y: level, color: name }")
    #expect(chart.note == "1 of 4 lines lacks a value at an end.")
    #expect(JSONValue.object(chart.results)["without_an_end"] == 1)
  }

  @Test func rowsOfOnePlaceAreShownByTheirMean() throws {
    let chart = try chart("{ data: panels, mark: slope, x: day, y: level, facet: place }")
    #expect(chart.note == "Rows that share a line and a place are shown by their mean.")
    #expect(chart.altText.contains(", from 6 to 2."))
  }

  @Test func theAuthorsOrderOfMomentsHolds() throws {
    let chart = try chart(
      "{ data: shares, mark: slope, x: { value: year, domain: ['2025', '2021'] }, y: share, color: party }"
    )
    #expect(chart.altText.contains("Largest rise: Red, from 16.4 to 25.7."))
  }

  @Test func wordsAreNoMeasure() {
    #expect {
      try chart("{ data: shares, mark: slope, x: year, y: party }")
    } throws: { error in
      (error as? Diagnostic)?.place != nil
    }
  }
}
