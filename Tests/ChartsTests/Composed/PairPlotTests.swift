import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// A pair plot of columns of the people of other charts.
private func plot(
  _ names: [String], rows: Int = 60, colored: Bool = false,
  changing change: ([[Double]]) -> [[Double]] = { $0 }
) -> PairPlot {
  let people = SpecimenData.people(rows)
  let columns = change(names.map { people[$0]?.doubles ?? [] })
  let pairs = names.indices.flatMap { second in (0..<second).map { ($0, second) } }
  return PairPlot(
    names: names, columns: columns,
    colors: colored ? people["smoker"].map { ("smoker", "Smoker", $0) } : nil,
    cells: pairs.enumerated().map { index, pair in
      PairPlot.Cell(
        first: pair.0, second: pair.1, coefficient: Double(index) * 0.6 - 0.9,
        text: "\u{2212}0.9\(index)*", details: ["[\u{2212}0.97, \u{2212}0.81]", "n = 54"])
    })
}

private func drawn(_ plot: PairPlot, width: Points, _ measuring: any TextMeasuring) -> Scene {
  var context = DrawingContext.fixed([:])
  context.measuring = measuring
  var colors = CategoryColors()
  return plot.draw(width: width, in: context, colors: &colors)
}

@Suite struct PairPlotTests {
  @Test(arguments: [
    ("three measures", plot(["age", "weight", "risk"])),
    ("two measures by smoking", plot(["weight", "risk"], colored: true)),
    (
      "a constant and a measure without values",
      plot(["age", "weight", "risk"]) { columns in
        [columns[0], columns[1].map { _ in 7 }, columns[2].map { _ in .nan }]
      }
    ),
  ])
  func plotIsDrawnAsExpected(_ name: String, _ plot: PairPlot) throws {
    SpecimenGate.hold(
      ChartSpecimen(name: "pairs, \(name)", yaml: name, width: 400)
    ) { width, measuring in drawn(plot, width: Points(width), measuring) }
    Golden.check(
      drawn(plot, width: 400, FixedMeasuring()).dump,
      named: "pairs-" + name.replacing(" ", with: "-"))
  }

  @Test func manyRowsAreADensityThatCountsThemAll() {
    let scene = drawn(plot(["age", "risk"], rows: 2500), width: 400, FixedMeasuring())
    #expect(scene.dump.contains("mask"))
    #expect(
      !drawn(plot(["age", "risk"], rows: 2000), width: 400, FixedMeasuring()).dump.contains("mask"))
  }

  @Test(arguments: [1e300, 1e-300, 0])
  func hugeAndTinyNumbersAreDrawn(_ size: Double) {
    let scene = drawn(
      plot(["age", "weight"]) { columns in columns.map { $0.map { $0 * size } } }, width: 300,
      FixedMeasuring())
    #expect(!scene.dump.contains("nan") && !scene.dump.contains("inf"))
  }

  @Test func aFactorOfTheAxesStandsBesideTheName() {
    let scene = drawn(
      plot(["age", "weight"]) { columns in columns.map { $0.map { $0 * 1e-9 } } }, width: 400,
      FixedMeasuring())
    #expect(
      scene.dump.contains("\"age, ×\u{a0}10⁻⁸\"") && scene.dump.contains("\"weight, ×\u{a0}10⁻"))
  }

  @Test func manyCategoriesShareOneEntryOfTheLegend() {
    let people = SpecimenData.people(300)
    let names = (0..<300).map { "c\($0 % 150)" }
    let pairs = PairPlot(
      names: ["age", "risk"], columns: ["age", "risk"].map { people[$0]?.doubles ?? [] },
      colors: ("c", "C", Column(texts: names)),
      cells: [PairPlot.Cell(first: 0, second: 1, coefficient: 0.1, text: "0.10", details: [])])
    let scene = drawn(pairs, width: 400, FixedMeasuring())
    #expect(scene.dump.contains("144 others") && scene.size.height < 400)
  }

  @Test func numbersThatColourAreCategories() {
    let people = SpecimenData.people(60)
    let pairs = PairPlot(
      names: ["age", "risk"], columns: ["age", "risk"].map { people[$0]?.doubles ?? [] },
      colors: ("c", "C", Column(integers: (0..<60).map { $0 % 3 })),
      cells: [PairPlot.Cell(first: 0, second: 1, coefficient: 0.1, text: "0.10", details: [])])
    #expect(drawn(pairs, width: 400, FixedMeasuring()).dump.contains("legend"))
  }
}
