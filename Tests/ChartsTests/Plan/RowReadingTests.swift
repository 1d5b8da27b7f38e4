import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// What a layer's channels are taken for, beside what is written of each.
@Suite struct RowReadingTests {
  private func chart(_ yaml: String) throws -> Chart {
    try ChartSpecimen(name: "", yaml: yaml)
      .draw(frames: RowsTogetherTests.frames, width: 320, measuring: FixedMeasuring())
  }

  /// A mark that makes its own statistic has no use for numbers that are one already.
  @Test(arguments: ["box", "violin", "errorbar", "band"])
  func statisticsOfStatisticsAreRefused(_ mark: String) {
    let told = ChartSpecimen.read("{ data: shared, mark: \(mark), x: x, y: mean(y) }").told.joined()
    #expect(told.contains("mark '\(mark)' sums up rows itself, so that 'y' can be no aggregate"))
    #expect(told.contains("found 'mean(y)'") && told.contains("hint: y: y"))
    let given = ChartSpecimen.read(
      "{ data: shared, mark: errorbar, x: x, y: min(y), y2: max(y) }")
    #expect(given.told.isEmpty)
  }

  @Test func labelsAreNoSwitch() {
    let told = ChartSpecimen.read("{ data: shared, mark: bar, x: x, y: y, label: true }").told
    #expect(
      told.joined().contains(
        "channel 'label' needs an expression whose values are written at the marks, found 'true'"))
  }

  @Test func labelsAreWordedAsTheAxisOfTheSameValues() throws {
    let bar = "{ data: shared, mark: bar, x: x, y: { value: mean(n), format: '.1%' }, label: "
    #expect(try chart(bar + "mean(n) }").scene.dump.contains("\"300.0%\""))
    let own = try chart(bar + "{ value: mean(n), format: '.2f' } }").scene.dump
    #expect(own.contains("\"3.00\""))
    #expect(try chart(bar + "count() }").scene.dump.contains("\"1\""))
  }

  /// The words that an author gives a column once hold in all layers.
  @Test func layersShareTheirWords() throws {
    let chart = try chart(
      """
      { data: cells, layers: [
        { mark: point, x: { value: r, label: Result }, y: a }, { mark: point, x: r, y: a } ] }
      """)
    #expect(chart.note == "1 row without result is left out.")
  }

  /// What lies in the order of the author is read from the top, numbers too.
  @Test func numbersInAnOrderAreReadDownwards() throws {
    func tops(_ y: String) throws -> [String] {
      let chart = try chart("{ data: shared, mark: bar, y: \(y), x: y }")
      let axis = chart.scene.dump.split(separator: "[axis-y]").last ?? ""
      let labels = axis.split(separator: "\n").filter { $0.contains("text \"") }.prefix(3)
      let places = labels.map { line -> (String, Double) in
        let parts = line.split(separator: "\"")
        let place = parts[2].split(separator: ",")[1].split(separator: " ")[0]
        return (String(parts[1]), Double(place) ?? .nan)
      }
      return places.sorted { $0.1 < $1.1 }.map(\.0)
    }
    #expect(try tops("{ value: n, scale: band }") == ["3", "2", "1"])
    #expect(try tops("{ value: n, scale: band, sort: -value }") == ["3", "2", "1"])
    #expect(try tops("{ value: n, scale: band, sort: value }") == ["1", "2", "3"])
  }

  /// Labels at the ends of lying bars have room in each panel.
  @Test func labelsOfLyingBarsStayInTheirPanel() throws {
    _ = try ChartSpecimen(
      name: "",
      yaml: "{ data: cells, mark: bar, y: b, x: { value: r, format: ',.4f' }, facet: a, label: r }",
      width: 480
    ).draw(frames: RowsTogetherTests.frames, width: 480)
  }
}
