import Charts
import Drawing
import TestSupport
import Testing

@Suite struct ComposedTests {
  private static let size = Size(width: 60, height: 16)
  private static let paint = Theme.standard.categories[0]

  @Test func sparklineBreaksAtGaps() {
    Golden.check(
      Sparkline.draw(
        [1, 2, nil, 4, .infinity, 3], size: ComposedTests.size, paint: ComposedTests.paint
      )
      .dump, named: "sparkline-with-gaps")
  }

  @Test(arguments: [[], [1], [nil, nil], [.nan, 2]] as [[Double?]])
  func sparklineOfTooLittleIsEmpty(_ values: [Double?]) {
    #expect(
      Sparkline.draw(values, size: ComposedTests.size, paint: ComposedTests.paint).elements.isEmpty)
  }

  @Test(arguments: [[5, 5, 5], [-1e308, 1e308, 0], [1e-300, 2e-300]] as [[Double?]])
  func sparklineStaysInside(_ values: [Double?]) {
    let scene = Sparkline.draw(values, size: ComposedTests.size, paint: ComposedTests.paint)
    #expect(!scene.dump.contains("nan") && !scene.elements.isEmpty)
  }

  @Test func miniHistogramShowsEveryFilledBin() {
    let values = Array(repeating: 1.0, count: 1000) + [9, .nan, .infinity]
    Golden.check(
      MiniHistogram.draw(values, bins: 8, size: ComposedTests.size, paint: ComposedTests.paint)
        .dump,
      named: "mini-histogram-of-a-lonely-value")
  }

  @Test func miniHistogramOfNothingIsEmpty() {
    #expect(
      MiniHistogram.draw([.nan], size: ComposedTests.size, paint: ComposedTests.paint).elements
        .isEmpty)
  }

  private static func heatmap(_ names: [String]) -> CorrelationHeatmap {
    let cells =
      [
        (1, 0, 0.02, false), (2, 0, nil, false), (2, 1, 0.25, true), (3, 0, 0.65, true),
        (3, 1, -0.9999, true), (3, 2, -0.03, false),
      ] as [(Int, Int, Double?, Bool)]
    return CorrelationHeatmap(
      names: names,
      cells: cells.map { .init(row: $0.0, column: $0.1, coefficient: $0.2, isSignificant: $0.3) })
  }

  @Test func heatmapNamesColumnsAtTheFootWhereTheyFit() {
    let scene = ComposedTests.heatmap(["age", "weight", "height", "risk"])
      .draw(width: 240, in: .fixed([:]))
    Golden.check(scene.dump, named: "correlation-heatmap")
  }

  @Test(arguments: [60.0, 120, 240, 507])
  func heatmapWithLongNamesStaysInside(_ width: Double) {
    let names = [
      "Age of the person", "Weight (lb)", "Height in inches", "A risk score from 0 to 100",
    ]
    let scene = ComposedTests.heatmap(names).draw(width: Points(width), in: .fixed([:]))
    let findings = SceneFindings(scene).all
    #expect(findings.isEmpty, "\(findings)")
  }

  @Test func boxChartKeepsTheOrderOfItsGroups() {
    let groups = ["Normal", "Above", "High"].enumerated().map { index, name in
      BoxChart.Group(label: name, values: (0..<12).map { Double($0 * ($0 % 3) + 10 * index) })
    }
    let scene = BoxChart(groups: groups).draw(width: 240, in: .fixed([:]))
    Golden.check(scene.dump, named: "box-chart")
  }

  @Test func boxChartOfNothingSaysSo() {
    let scene = BoxChart(groups: []).draw(width: 240, in: .fixed([:]))
    #expect(scene.dump.contains("No rows to draw."))
  }
}
