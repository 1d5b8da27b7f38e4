import Diagnostics
import Frame
import JSON
import Testing

@testable import Charts

@Suite struct LayerCountsTests {
  private func chart(_ yaml: String) throws -> Chart {
    try ChartSpecimen(name: "", yaml: yaml, width: 480).draw(frames: LayerCountsTests.frames)
  }

  /// Of 10 rows of `a`, w is missing in 2 and not positive in 3; of 6 rows of `b`, missing in 4.
  private static let frames: [String: DataFrame] = [
    "a": DataFrame([
      ("x", Column(doubles: (1...10).map(Double.init))),
      ("w", Column(doubles: [nil, nil, 0, -1, -2, 1, 2, 3, 4, 5])),
      ("f", Column(texts: (0..<10).map { $0 % 2 == 0 ? "p" : "q" })),
    ]),
    "b": DataFrame([
      ("x", Column(doubles: (1...6).map(Double.init))),
      ("w", Column(doubles: [nil, nil, nil, nil, 1, 2])),
    ]),
  ]

  @Test func layersOfOneQueryLackTheSameRowsOnce() throws {
    let chart = try chart("{ data: a, layers: [{ mark: point, x: x, y: w }, { mark: rug, x: w }] }")
    let results = JSONValue.object(chart.results)
    #expect(results["points"] == 8)
    #expect(results["dropped"] == 2)
    #expect(chart.note?.contains("2 rows without W are left out.") == true)
  }

  @Test func layersOfTwoQueriesLackEachTheirOwnRows() throws {
    let chart = try chart(
      "{ layers: [{ data: a, mark: point, x: x, y: w }, { data: b, mark: point, x: x, y: w }] }")
    let results = JSONValue.object(chart.results)
    #expect(results["points"] == 10)
    #expect(results["dropped"] == 6)
    #expect(chart.note?.contains("6 rows without W are left out.") == true)
    #expect(
      results["layers"]
        == .array([
          .object([("mark", "point"), ("points", 8), ("dropped", 2)]),
          .object([("mark", "point"), ("points", 2), ("dropped", 4)]),
        ]))
  }

  @Test func everyLayerIsCleanedByTheScaleOfItsSide() throws {
    // Only the first layer says that y is logarithmic.
    let chart = try chart(
      """
      { data: a, layers: [{ mark: point, x: x, y: { value: "abs(w) + 1", scale: log } },
                          { mark: point, x: x, y: w }] }
      """)
    #expect(JSONValue.object(chart.results)["dropped"] == 5)
    #expect(chart.note?.contains("3 rows with W of 0 or less are left out") == true)
  }

  @Test func everyLayerIsCleanedByTheDomainOfItsSide() throws {
    let chart = try chart(
      """
      { data: a, layers: [{ mark: point, x: x, y: { value: w, domain: [0, 3] } },
                          { mark: point, x: x, y: w * 10 }] }
      """)
    // 4 and 5, −1 and −2 of the first; of the second all but 0.
    #expect(chart.note?.contains("4 rows with W beyond the axis are left out") == true)
    #expect(chart.note?.contains(/7 rows with [^.]* 10 beyond the axis are left out/) == true)
    #expect(JSONValue.object(chart.results)["dropped"] == 9)
  }

  @Test func aLayerRepeatedInEveryPanelIsCountedOnce() throws {
    let chart = try chart(
      "{ data: a, layers: [{ mark: point, x: x, y: w }, { mark: point, x: x, y: w, facet: f }] }")
    #expect(JSONValue.object(chart.results)["points"] == 8)
    #expect(chart.subtitle?.contains("n = 8") == true)
    #expect(chart.subtitle?.contains("n = 16") == false)
  }

  @Test func rowsBehindGroupsAreCounted() throws {
    let chart = try chart("{ data: a, mark: bar, x: f, y: { value: sum(w), scale: symlog } }")
    #expect(JSONValue.object(chart.results)["points"] == 2)
  }

  @Test(arguments: [("domain: []", "empty"), ("domain: [5, 5]", "twice")])
  func aDomainThatNothingCanHaveIsRefused(_ domain: String, _ word: String) {
    let told = ChartSpecimen.read("{ data: a, mark: point, x: x, y: { value: w, \(domain) } }").told
    #expect(told.count == 1 && told[0].contains(word), "\(told)")
  }

  @Test(arguments: ["[1]", "[1, 2, 3]", "[a, b]", "[.nan, 1]", "[0, inf]"])
  func aDomainThatIsNoRangeIsRefused(_ domain: String) {
    #expect(throws: (any Error).self) {
      try chart("{ data: a, mark: point, x: x, y: { value: w, domain: \(domain) } }")
    }
    #expect(
      ChartSpecimen.read(
        "{ data: a, mark: point, x: x, y: { value: w, scale: linear, domain: \(domain) } }"
      ).told.count == 1)
  }

  @Test func categoriesThatNoRowHasAreToldToTheAuthor() throws {
    let chart = try chart("{ data: a, mark: bar, x: { value: f, domain: [P, q] }, y: count() }")
    let told = chart.warnings.map(\.description)
    #expect(told.count == 1)
    #expect(told.first?.contains("no row has 'P' of the 'domain' of 'x'") == true, "\(told)")
    #expect(told.first?.contains("did you mean 'p'?") == true, "\(told)")
  }
}
