import Charts
import Frame
import JSON
import TestSupport
import Testing

@testable import Pages

@Suite struct FiguresBlockTests {
  let fixture = ReportFixture([
    "d": DataFrame([("x", Column(doubles: [1, 2, 6, nil]))]),
    "none": DataFrame([("x", Column(doubles: []))]),
  ])

  private func tiles(_ yaml: String) throws -> [FigureTile] {
    try fixture.compose("- figures: [\(yaml)]").flat.flatMap { content -> [FigureTile] in
      if case .figures(let tiles) = content { tiles } else { [] }
    }
  }

  struct Comparison: Sendable {
    let yaml: String
    let words: String
    let direction: Int?
  }

  @Test(arguments: [
    Comparison(yaml: "compare: 2.6, format: .1f", words: "0.4 above 2.6", direction: 1),
    Comparison(
      yaml: "compare: 4, format: .1f, compare_label: all users", words: "1.0 below all users",
      direction: -1),
    Comparison(yaml: "compare: 3.01, format: .1f", words: "as 3.0", direction: 0),
    Comparison(yaml: "compare: 2.5, format: .0%", words: "50 pt above 250%", direction: 1),
    Comparison(
      yaml: "compare: mean(none.x), format: .1f", words: "nothing to compare with",
      direction: nil),
    Comparison(yaml: "compare_label: of all", words: "of all", direction: nil),
  ])
  func changeIsToldInWords(_ it: Comparison) throws {
    let tile = try tiles("{label: A, value: mean(d.x), \(it.yaml)}").first
    #expect(tile?.comparison == it.words && tile?.direction == it.direction)
  }

  @Test func resultsHoldFullPrecisionAndTheWords() throws {
    let whole = try fixture.compose(
      "- figures: [{label: A, value: mean(d.x) / 7, format: .1f}, {label: B, value: mean(none.x)}]")
    #expect(
      whole.results.first?["values"] == [
        ["label": "A", "value": .number(3.0 / 7), "formatted": "0.4"],
        ["label": "B", "value": .null, "formatted": "–", "reason": "no value"],
      ])
  }

  @Test func wordsOfChartsAndTablesTakeValues() throws {
    let whole = try fixture.compose(
      """
      - table: { data: d, columns: [{ value: x, label: 'Of {{ count(d) }}' }] }
      - chart: { data: d, mark: histogram, subtitle: 'Mean {{ mean(d.x) | .1f }}', source: 'S {{ count(d) }}',
          x: { value: x, label: 'X of {{ max(d.x) }}' } }
      """)
    #expect(whole.table?.columns.map(\.head) == ["Of 4"])
    let chart = try #require(
      whole.flat.compactMap { if case .chart(let chart, _) = $0 { chart } else { nil } }.first)
    #expect(chart.subtitle == "Mean 3.0" && chart.note?.contains("Source: S 4") == true)
    #expect(chart.scene.dump.contains("X of 6") && !chart.scene.dump.contains("{{"))
  }

  @Test func unitTakesValues() throws {
    let tile = try #require(try tiles("{label: A, value: 1, unit: 'of {{ count(d) }}'}").first)
    #expect(tile.unit == "of 4")
  }

  @Test func sparklineComesFromAQuerysColumn() throws {
    #expect(try tiles("{label: A, value: count(d), spark: d.x}").first?.sparkline != nil)
    #expect(try tiles("{label: A, value: count(d), spark: none.x}").first?.sparkline == nil)
  }
}
