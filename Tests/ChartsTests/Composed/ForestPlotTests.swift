import Drawing
import TestSupport
import Testing

@testable import Charts

@Suite struct ForestPlotTests {
  private func draw(
    _ rows: [(String, Double, Double, Double)], isRatio: Bool = false, width: Points = 320
  ) -> Scene {
    ForestPlot(
      rows: rows.map { ForestPlot.Row(label: $0.0, estimate: $0.1, low: $0.2, high: $0.3) },
      isRatio: isRatio
    ).draw(width: width, in: .fixed([:]))
  }

  @Test func estimatesStandBesideTheirIntervals() {
    let scene = draw([("age", 1.25, 0.5, 2), ("smoker", -0.75, -1.5, 0)])
    Golden.check(scene.dump, named: "forest-of-two-terms")
  }

  @Test func aNarrowPlotHasItsNumbersUnderTheNames() {
    let scene = draw([("body weight", 1.25, 0.5, 2), ("smoker", -0.75, -1.5, 0)], width: 210)
    Golden.check(scene.dump, named: "forest-of-two-terms-narrow")
  }

  @Test func hugeEstimatesAreWordedAsPowersOfTen() {
    let scene = draw([("x", 1e158, -2e158, 4e158), ("(Intercept)", -3, -8, 2)])
    Golden.check(scene.dump, named: "forest-of-huge-terms")
  }

  /// Everything that is drawn stays within the plot's width, whatever the sizes.
  @Test(arguments: [
    (1e158, -2e158, 4e158), (1e308, -1.7e308, 1.7e308), (1e-300, -1e-300, 3e-300), (0, 0, 0),
    (1e12, 0.5e12, 2e12),
    (.leastNonzeroMagnitude, .leastNonzeroMagnitude, 4 * .leastNonzeroMagnitude),
  ])
  func anySizeIsDrawnInside(_ estimate: Double, _ low: Double, _ high: Double) {
    for (isRatio, width) in [(false, 320.0), (true, 320), (false, 120), (true, 120)] {
      let scene = draw(
        [("x", estimate, low, high), ("y", 1, 0.5, 2)], isRatio: isRatio, width: Points(width))
      #expect(!scene.dump.contains("nan") && !scene.dump.contains("inf"))
      let findings = SceneFindings(scene)
      #expect(findings.outside.isEmpty && findings.overlapping.isEmpty)
    }
  }

  /// GUM 7.2.6: each row to the place of two digits of its own interval's shorter arm.
  @Test func aRowHasTheDigitsOfItsInterval() {
    let dump = draw(
      [("rare", 0.0512, 0.0213, 0.0987), ("common", 12.34, 5.12, 30.86), ("one", 1, 0.994, 1.006)],
      isRatio: true
    ).dump
    #expect(dump.contains("0.051 [0.021, 0.099]"))
    #expect(dump.contains("12.3 [5.1, 30.9]"))
    #expect(dump.contains("1.0000 [0.9940, 1.0060]"))
  }

  @Test func noEstimateIsAnEmptyScene() {
    #expect(draw([]).elements.isEmpty)
    #expect(draw([("x", .nan, .nan, .nan)]).elements.isEmpty)
  }

  /// An interval without an end is one that reaches the plot's edge, and no row is lost.
  @Test func rowsWithoutAnEndOrAnEstimateAreShown() {
    let scene = draw(
      [("open", 2, 0, .infinity), ("unknown", .nan, .nan, .nan), ("both", 1.5, 0.5, 4)],
      isRatio: true)
    let dump = scene.dump
    #expect(dump.contains("\"open\"") && dump.contains("\"unknown\"") && dump.contains("\"both\""))
    let places = dump.split(separator: "\n").filter {
      $0.contains("stroke #") && $0.contains("1.4")
    }
    #expect(places.count == 2)
    // The first line is as wide as the plot, which the second is not.
    let widths = places.map { line -> Double in
      let numbers = line.split { " ,".contains($0) }.compactMap { Double($0) }
      return numbers[2] - numbers[0]
    }
    #expect(widths[0] > widths[1] + 20)
  }
}
