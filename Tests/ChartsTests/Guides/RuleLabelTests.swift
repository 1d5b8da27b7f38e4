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

  /// Of bars to 93 and 60 only the label of the first would be struck through.
  @Test(arguments: ["x: kind, y: v", "y: kind, x: v"])
  func aLabelOfABarThatARuleCrossesStandsInTheBar(_ sides: String) throws {
    let rule = sides.hasPrefix("x") ? "y" : "x"
    let chart = try ChartSpecimen(
      name: "",
      yaml: """
        data: rows
        height: 160
        layers:
          - { mark: bar, \(sides), label: v }
          - { mark: rule, \(rule): 95 }
        """, width: 420
    ).draw(frames: [
      "rows": DataFrame([
        ("kind", Column(texts: ["a", "b"])), ("v", Column(doubles: [93, 60])),
      ])
    ])
    let labels = chart.scene.dump.split(separator: "\n").filter {
      $0.contains("text \"93\"") || $0.contains("text \"60\"")
    }
    // In the paint of words on the bar, and in that of words on paper.
    let isInside = labels.map {
      $0.contains(Theme.standard.words(on: Theme.standard.accent).light.hex)
    }
    #expect(labels.count >= 2 && isInside.count(where: { $0 }) == 1, "\(labels)")
  }

  @Test func wordsAtALineStandAboveIt() throws {
    let values = [1.0, 2, 9, 2, 1]
    let chart = try ChartSpecimen(
      name: "",
      yaml: """
        data: rows
        height: 160
        layers:
          - { mark: line, x: day, y: v }
          - { mark: text, x: day, y: v, label: "case when v > 8 then 'Broke' end" }
        """
    ).draw(frames: [
      "rows": DataFrame([
        ("day", Column(integers: values.indices.map(Int64.init))), ("v", Column(doubles: values)),
      ])
    ])
    // Rows without words are not missed.
    #expect(chart.note == nil, "\(chart.note ?? "")")
    let findings = SceneFindings(chart.scene)
    #expect(findings.texts.contains("Broke") && findings.overlapping.isEmpty)
    let word = try #require(chart.scene.dump.split(separator: "\n").first { $0.contains("Broke") })
    let line = try #require(
      chart.scene.dump.split(separator: "\n").first { $0.contains("path M") && $0.contains("1.6") })
    let tops = line.matches(of: /,(\d+\.?\d*)/).compactMap { Double($0.1) }
    let baseline = word.firstMatch(of: /at \d+\.?\d*,(\d+\.?\d*)/).flatMap { Double($0.1) }
    #expect((baseline ?? .infinity) < (tops.min() ?? 0), "\(word) \(line)")
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
