import Drawing
import Frame
import JSON
import TestSupport
import Testing

@testable import Charts

/// What marks cannot show of some rows is counted and told.
@Suite struct LeftOutTests {
  private func chart(_ yaml: String, _ columns: [(String, Column)], width: Double = 400) throws
    -> Chart
  {
    try ChartSpecimen(name: "", yaml: yaml).draw(
      frames: ["rows": DataFrame(columns.map { (name: $0.0, column: $0.1) })], width: width,
      measuring: FixedMeasuring())
  }

  private let numbers = Column(doubles: (0..<2000).map { Double($0) })
  private let values = Column(doubles: (0..<2000).map { Double($0 * 7919 % 997) })

  @Test(arguments: ["box", "violin", "strip", "beeswarm"])
  func numbersThatGroupsStandAtAreCappedAsCategoriesAre(_ mark: String) throws {
    let chart = try chart(
      "{ data: rows, mark: \(mark), x: k, y: v }", [("k", numbers), ("v", values)])
    #expect(chart.note?.contains("30 of 2,000 categories of K are shown, the largest") == true)
    #expect(JSONValue.object(chart.results)["dropped"] == .count(1970))
  }

  @Test func numbersOfTicksAreCappedToo() throws {
    let chart = try chart(
      "{ data: rows, mark: tick, x: v, y: k }", [("k", numbers), ("v", values)])
    #expect(chart.note?.contains("30 of 2,000 categories of K are shown, the largest") == true)
    #expect(chart.scene.size.height < 700)
  }

  @Test func dotsWithoutAnAreaAreCounted() throws {
    let chart = try chart(
      "{ data: rows, mark: point, x: a, y: a, size: w }",
      [
        ("a", Column(doubles: [1, 2, 3, 4])), ("w", Column(doubles: [5, 0, -2, 3])),
      ])
    #expect(chart.note?.contains("2 rows whose W is not above 0 are left out") == true)
    #expect(JSONValue.object(chart.results)["points"] == .count(2))
    #expect(JSONValue.object(chart.results)["dropped"] == .count(2))
  }

  @Test func dotsWithoutAPlaceOnTheRampAreCounted() throws {
    let chart = try chart(
      "{ data: rows, mark: point, x: a, y: a, color: { value: w, scale: log } }",
      [
        ("a", Column(doubles: [1, 2, 3, 4])), ("w", Column(doubles: [5, 0, nil, 3])),
      ])
    // A log scale is no ramp unless it is a measure's.
    #expect(chart.note?.contains("2 dots are grey, without W above 0") == true)
    #expect(JSONValue.object(chart.results)["without_color"] == .count(2))
  }

  @Test func rowsWhoseWeightIsNoCountHaveNoPartInALine() throws {
    let chart = try chart(
      "{ data: rows, mark: point, x: a, y: b, weight: w, trend: linear }",
      [
        ("a", Column(doubles: [1, 2, 3, 4, 5, 6])), ("b", Column(doubles: [1, 2, 3, 4, 9, 9])),
        ("w", Column(doubles: [1, 2, 1, 1, nil, -1])),
      ])
    let told = JSONValue.object(chart.results)
    #expect(told["trend"]?[0]?["slope"] == .number(1) && told["trend"]?[0]?["n"] == .count(5))
    #expect(told["trend_without_weight"] == .count(2) && told["points"] == .count(6))
    #expect(chart.note?.contains("2 rows have no part in the lines") == true)
  }

  @Test func linesInPanelsAreNamedAndThoseNotToldCounted() throws {
    let facets = (0..<80).map { "f\($0 % 8)" }
    let chart = try chart(
      "{ data: rows, mark: point, x: a, y: b, facet: f, trend: linear }",
      [
        ("a", Column(doubles: (0..<80).map { Double($0) })),
        ("b", Column(doubles: (0..<80).map { Double($0 * 7 % 11) })), ("f", Column(texts: facets)),
      ])
    #expect(chart.altText.contains("F0: ") && chart.altText.contains("2 more lines."))
  }

  @Test func aLineFittedToNumbersSaysSoOnALogarithmicScale() throws {
    let yaml = "{ data: rows, mark: point, x: { value: a, scale: log }, y: b, trend: linear }"
    let chart = try chart(
      yaml,
      [("a", Column(doubles: [1, 10, 100, 1000])), ("b", Column(doubles: [1, 2, 3, 5]))])
    #expect(chart.note?.contains("fitted to the numbers themselves") == true)
  }

  @Test func aTrendOfManyRowsIsDrawnAsAPageShowsIt() throws {
    let count = 60_000
    let yaml = "{ data: rows, mark: point, x: k, y: v, trend: moving_average }"
    let chart = try chart(
      yaml,
      [
        ("k", Column(doubles: (0..<count).map { Double($0) })),
        ("v", Column(doubles: (0..<count).map { Double($0 * 7919 % 997) })),
      ])
    #expect(chart.scene.dump.utf8.count < 300_000)
  }

  @Test(arguments: ["violin", "strip", "beeswarm"])
  func groupsThatLieAreHighEnoughToBeRead(_ mark: String) throws {
    let groups = Column(texts: (0..<90).map { ["a", "b", "c"][$0 % 3] })
    let chart = try chart(
      "{ data: rows, mark: \(mark), x: v, y: g }",
      [("g", groups), ("v", Column(doubles: (0..<90).map { Double($0 * 7919 % 97) }))])
    #expect(chart.scene.size.height >= 180)
  }
}
