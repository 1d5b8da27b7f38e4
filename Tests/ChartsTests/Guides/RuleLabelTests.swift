import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// Labels of rules beside lines through rows, and labels of waterfalls on grid lines.
@Suite struct RuleLabelTests {
  private static func chart(_ values: [Double]) throws -> Chart {
    try ChartSpecimen(
      name: "",
      yaml: """
        data: rows
        height: 160
        layers:
          - { mark: line, x: day, y: steps }
          - { mark: rule, y: 5, label: "'Goal of all'" }
        """
    ).draw(frames: [
      "rows": DataFrame([
        ("day", Column(doubles: values.indices.map(Double.init))),
        ("steps", Column(doubles: values)),
      ])
    ])
  }

  /// Where the label begins to the left of the panel's end, and whether paper lies under it.
  private static func label(_ chart: Chart) throws -> (x: Double, hasGround: Bool) {
    let line = try #require(
      chart.scene.dump.split(separator: "\n").first { $0.contains("Goal of all") })
    let x = try #require(line.firstMatch(of: /at (\d+\.?\d*),/).flatMap { Double($0.1) })
    return (x, chart.scene.dump.contains("#ffffff@0.8"))
  }

  @Test func aLabelMovesAlongItsRuleToWhereNoLineCrossesIt() throws {
    // Calm at the left, waves around the rule at the right.
    let calm = Array(repeating: 9.0, count: 60)
    let waves = (0..<20).map { $0 % 2 == 0 ? 2.0 : 8.0 }
    let label = try RuleLabelTests.label(RuleLabelTests.chart(calm + waves))
    #expect(label.x < 250 && !label.hasGround, "\(label)")
  }

  @Test func aLabelThatIsCrossedEverywhereHasPaperUnderIt() throws {
    let waves = (0..<80).map { $0 % 2 == 0 ? 2.0 : 8.0 }
    #expect(try RuleLabelTests.label(RuleLabelTests.chart(waves)).hasGround)
  }

  @Test func aFreeLabelStaysAtTheEnd() throws {
    let label = try RuleLabelTests.label(RuleLabelTests.chart([9, 8.5, 9, 8.7, 0] + [9, 9]))
    #expect(!label.hasGround)
    let calm = try RuleLabelTests.label(RuleLabelTests.chart(Array(repeating: 9, count: 9)))
    #expect(calm.x > 310 && !calm.hasGround, "\(calm)")
  }

  @Test func labelsOfWaterfallsHavePaperBetweenThemAndTheGrid() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: rows, mark: waterfall, x: step, y: change }"
    ).draw(frames: [
      "rows": DataFrame([
        ("step", Column(texts: ["a", "b"])), ("change", Column(doubles: [1738, 2649])),
      ])
    ])
    let lines = chart.scene.dump.split(separator: "\n")
    let label = try #require(lines.firstIndex { $0.contains("+2,649") })
    #expect(lines[label - 1].hasSuffix("fill #ffffff"), "\(lines[label - 1])")
  }
}
