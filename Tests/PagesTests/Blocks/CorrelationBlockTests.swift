import Charts
import Diagnostics
import Frame
import JSON
import Statistics
import TestSupport
import Testing

@testable import Pages

@Suite struct CorrelationBlockTests {
  static let frame: DataFrame = {
    var generator = SeededGenerator(seed: 3)
    let hidden = (0..<60).map { _ in Double.random(in: -1...1, using: &generator) }
    func noisy() -> [Double] {
      hidden.map { $0 + Double.random(in: -1...1, using: &generator) }
    }
    return DataFrame([
      ("x", Column(doubles: noisy().enumerated().map { $0 == 7 ? nil : $1 })),
      ("y", Column(doubles: noisy())), ("z", Column(doubles: noisy())),
      ("flag", Column(booleans: noisy().map { $0 > 0 })),
      ("kind", Column(texts: noisy().map { $0 < -0.4 ? "a" : $0 < 0.4 ? "b" : "c" })),
      ("name", Column(texts: (0..<60).map { "person \($0)" })),
      ("often", Column(integers: (0..<60).map { Int64($0 % 3) })),
    ])
  }()
  let fixture = ReportFixture(["d": frame])

  private func number(_ value: JSONValue?) -> Double? {
    if case .number(let number)? = value { number } else { nil }
  }

  @Test func mixedColumnsHaveACoefficientEach() throws {
    let whole = try fixture.compose(
      "- correlation: {data: d, method: auto, numbers: spearman, show: both}")
    let pairs = try #require(whole.results.first?["pairs"])
    #expect(pairs[0]?["method"] == "spearman" && pairs[2]?["method"] == "point_biserial")
    #expect(pairs[3]?["method"] == "correlation_ratio")
    let kindOfFlag = (0..<15).compactMap { pairs[$0] }.first {
      $0["x"] == "flag" && $0["y"] == "kind"
    }
    #expect(kindOfFlag?["method"] == "cramers_v_corrected")
    #expect(!whole.notes.joined().contains("name"))
    #expect(whole.table?.columns[1].head == "Coefficient")
    #expect(whole.notes.joined().contains("is above 0 where numbers are larger as flag is yes."))
    #expect(whole.notes.joined().contains("Spearman's ρ (6), Point-biserial r (4)"))
  }

  @Test func pairPlotTellsWhatTheHeatMapTells() throws {
    let asked = "data: d, columns: [x, y, z]"
    let plain = try fixture.compose("- correlation: {\(asked)}")
    let pairs = try fixture.compose("- correlation: {\(asked), show: pairs, color: kind}")
    #expect(pairs.results == plain.results)
    let chart = try #require(
      pairs.flat.compactMap { if case .chart(let chart, _) = $0 { chart } else { nil } }.first)
    #expect(chart.altText.hasPrefix("Pair plot of the relations between x, y and z. Strongest: "))
    #expect(chart.note?.hasPrefix("Pearson's r of 3 pairs, n = 59 to 60.") == true)
    #expect(chart.data.names == ["x", "y", "method", "n", "r", "low", "high", "p", "p_adjusted"])
    #expect(pairs.table == nil)
  }

  @Test func pairPlotHasRoomForEightColumns() throws {
    let names = (1...9).map { "c\($0)" }
    let frame = DataFrame(
      names.enumerated().map { place, name in
        (name, Column(doubles: (0..<20).map { Double(($0 * 7 + place) % 11) }))
      })
    let whole = try ReportFixture(["d": frame]).compose("- correlation: {data: d, show: pairs}")
    #expect(whole.notes.joined().contains("9 columns; at most 8 are drawn in pairs."))
    let told = ReportFixture.read(
      "- correlation: {data: d, show: pairs, columns: [\(names.joined(separator: ", "))]}")
    #expect(told.problems.joined().contains("'show: pairs' has room for 8 columns, found 9"))
  }

  @Test func givenColumnsAreHeldConstant() throws {
    let whole = try fixture.compose("- correlation: {data: d, columns: [x, y], given: z}")
    let columns = ["x", "y", "z"].map { Self.frame[$0]?.doubles ?? [] }
    let single = try PartialCorrelation(columns[0], columns[1], given: [columns[2]])
    let results = try #require(whole.results.first)
    #expect(results["given"] == ["z"])
    expectClose(number(results["pairs"]?[0]?["r"]), single.r, relative: 1e-13)
    expectClose(number(results["pairs"]?[0]?["p"]), try #require(single.p), relative: 1e-10)
    #expect(whole.notes.joined().hasPrefix("Partial Pearson's r, given z, of 1 pair, n = 59."))
  }

  @Test func weightsCountRows() throws {
    let whole = try fixture.compose("- correlation: {data: d, columns: [x, y], weights: often}")
    let columns = ["x", "y", "often"].map { Self.frame[$0]?.doubles ?? [] }
    let single = try PearsonCorrelation(columns[0], columns[1], weights: columns[2])
    let pair = try #require(whole.results.first?["pairs"]?[0])
    #expect(pair["n"] == .count(single.n))
    expectClose(number(pair["r"]), single.r, relative: 1e-14)
    #expect(whole.notes.joined().contains("Each row counts as often as often says."))
  }

  @Test func listwiseRowsAreTheSameForAllPairs() throws {
    let whole = try fixture.compose(
      "- correlation: {data: d, columns: [x, y, z], rows: listwise, level: 0.9, show: both}")
    let pairs = try #require(whole.results.first?["pairs"])
    #expect((0..<3).allSatisfy { pairs[$0]?["n"] == 59 && pairs[$0]?["missing"] == 1 })
    #expect(whole.table?.columns.contains { $0.head == "90% interval" } == true)
    #expect(whole.notes.joined().contains("are left out of all pairs (1 row)."))
  }

  @Test func clusteredHeatMapsKeepTheResultsOrder() throws {
    let given = try fixture.compose("- correlation: {data: d, columns: [x, often, y, z]}")
    let ordered = try fixture.compose(
      "- correlation: {data: d, columns: [x, often, y, z], order: cluster}")
    #expect(given.results == ordered.results)
    #expect(given.content != ordered.content)
  }

  @Test func whatLooksBrokenIsSaid() throws {
    let few = DataFrame([
      ("x", Column(doubles: [1, 2, 4, 3])), ("kind", Column(texts: ["a", "b", "a", "b"])),
      ("other", Column(texts: ["u", "u", "v", "u"])),
      ("same", Column(integers: [5, 5, 5, 5])),
    ])
    let whole = try ReportFixture(["d": few]).compose(
      "- correlation: {data: d, columns: [x, kind, other, same], method: auto}")
    let note = whole.notes.joined()
    #expect(note.contains("Fewer than 10 rows: x and kind; x and other; kind and other."))
    #expect(note.contains("Small expected counts, so that p is rough: kind and other."))
    #expect(note.contains("No coefficient for same with 3 others: constant column."))
  }

  static let faults = [
    ("numbers: spearman", "'numbers' goes with 'method: auto'"),
    ("method: auto, given: z", "'given' goes with 'method: pearson' or 'spearman', found 'auto'"),
    (
      "method: kendall, weights: z",
      "'weights' goes with 'method: pearson' or 'spearman', found 'kendall'"
    ), ("given: z, weights: z", "'given' and 'weights' do not go together"),
    ("show: pairs, method: auto", "'show: pairs' draws numbers, found 'method: auto'"),
    ("color: kind", "'color' goes with 'show: pairs'"),
    ("level: 2", "'level'"), ("order: size", "'order'"),
  ]

  @Test(arguments: faults)
  func whatDoesNotGoTogetherIsToldBeforeAnythingRuns(_ fields: String, _ message: String) {
    let problems = ReportFixture.read("- correlation: {data: d, \(fields)}").problems
    #expect(problems.count == 1)
    #expect(problems.first?.contains(message) == true)
  }

  @Test func anInvalidWeightIsSaidWithItsRow() throws {
    let told = #expect(throws: Diagnostic.self) {
      try fixture.compose("- correlation: {data: d, columns: [x, y], weights: z}")
    }
    #expect(told?.message.hasPrefix("'z' holds ") == true)
    #expect(
      told?.message.hasSuffix(" in row 1, expected a weight: a whole number from 0 on") == true)
  }
}
