import Drawing
import Frame
import Testing

@testable import Charts

@Suite struct BarPlacesTests {
  private static func draw(_ rows: DataFrame, _ channels: String) throws -> Chart {
    try ChartSpecimen(name: "bars", yaml: "{ data: rows, mark: bar, \(channels) }", width: 480)
      .draw(frames: ["rows": rows])
  }

  @Test(arguments: [
    ([1995.0, 2000, 2005, 2010], ["1995", "2000", "2005", "2010"]),
    ([1, 2, 3, 4, 5], ["1", "2", "3", "4", "5"]),
  ])
  func ticksStandUnderBarsOfWholeNumbers(_ places: [Double], _ names: [String]) throws {
    let rows = DataFrame([
      ("place", Column(doubles: places)), ("level", Column(doubles: places.map { _ in 77 })),
    ])
    let words = try BarPlacesTests.draw(rows, "x: place, y: level").scene.writtenWords
    #expect(words.filter(names.contains) == names, "\(words)")
    #expect(!words.contains { $0.contains(".5") }, "\(words)")
  }

  /// Both halves of a pyramid have the whole height of their place.
  @Test func halvesOfAPyramidStandBackToBack() throws {
    let rows = DataFrame([
      ("age", Column(texts: ["old", "old", "young", "young"])),
      ("count", Column(doubles: [-3, 4, -5, 6])), ("sex", Column(texts: ["F", "M", "F", "M"])),
    ])
    func heights(_ rows: DataFrame) throws -> [Double] {
      let chart = try BarPlacesTests.draw(rows, "x: count, y: age, color: sex")
      return chart.scene.tips.map(\.area.y.value)
    }
    let tops = try heights(rows)
    #expect(Set(tops).count == 2 && tops.count == 4)
    // Of one sign they stand side by side.
    let positive = DataFrame([
      ("age", Column(texts: ["old", "old", "young", "young"])),
      ("count", Column(doubles: [3, 4, 5, 6])), ("sex", Column(texts: ["F", "M", "F", "M"])),
    ])
    #expect(Set(try heights(positive)).count == 4)
  }
}
