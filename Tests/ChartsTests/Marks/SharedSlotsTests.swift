import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// Layers of one chart that show the same colours: what stands side by side in one does in all.
@Suite struct SharedSlotsTests {
  private static let frames: [String: DataFrame] = [
    "groups": DataFrame([
      ("x", Column(texts: ["p", "p", "q", "q"])), ("c", Column(texts: ["a", "b", "a", "b"])),
      ("low", Column(doubles: [1, 3, 2, 5])), ("mid", Column(doubles: [2, 4, 4, 6])),
      ("high", Column(doubles: [3, 5, 6, 7])),
    ]),
    "rows": DataFrame([
      ("x", Column(texts: (0..<24).map { $0 < 12 ? "p" : "q" })),
      ("c", Column(texts: (0..<24).map { $0.isMultiple(of: 2) ? "a" : "b" })),
      ("y", Column(doubles: (0..<24).map { Double($0 * 7 % 11) })),
    ]),
  ]

  private static let specimens = [
    ChartSpecimen(
      name: "dots on the error bars of their colours",
      yaml: """
        { data: groups, color: c, x: x, layers: [
          { mark: errorbar, y: low, y2: high }, { mark: point, y: mid, label: mid } ] }
        """),
    ChartSpecimen(
      name: "dots of means on boxes of their colours",
      yaml: """
        { data: rows, color: c, x: x, layers: [ { mark: box, y: y }, { mark: point, y: mean(y) } ] }
        """),
    ChartSpecimen(
      name: "words beyond the bars of their colours",
      yaml: """
        { data: groups, color: c, x: x, layers: [
          { mark: bar, y: mid }, { mark: text, y: mid, label: low } ] }
        """),
    ChartSpecimen(
      name: "targets over the bars of their colours",
      yaml: """
        { data: groups, color: c, x: x, layers: [ { mark: bar, y: mid }, { mark: tick, y: high } ] }
        """),
    ChartSpecimen(
      name: "targets over lying bars",
      yaml: """
        { data: groups, y: x, layers: [ { mark: bar, x: mean(mid) }, { mark: tick, x: max(high) } ] }
        """),
    ChartSpecimen(
      name: "a line of all is in ink beside coloured bars",
      yaml: """
        { data: groups, x: x, layers: [ { mark: bar, y: mid, color: c }, { mark: line, y: mean(mid) } ] }
        """),
  ]

  @Test(arguments: specimens)
  func layersMeet(_ specimen: ChartSpecimen) throws {
    Golden.check(
      try specimen.draw(frames: Self.frames).golden,
      named: "slots-" + specimen.name.replacing(" ", with: "-"))
  }

  /// Each dot stands where the error bar of its colour does.
  @Test func dotsAndBarsHaveOnePlace() throws {
    let chart = try Self.specimens[0].draw(frames: Self.frames)
    let lines = chart.scene.dump.split(separator: "\n").map(String.init)
    let stems = lines.filter { $0.contains(" L ") && $0.contains("stroke") && $0.contains("1.2") }
      .compactMap {
        $0.split(separator: "M ").dropFirst().first?.split(separator: ",").first.flatMap {
          Double($0)
        }
      }
    let dots = lines.filter { $0.contains("dots") }
      .flatMap { $0.matches(of: /([0-9.]+),[0-9.]+/).compactMap { Double($0.1) } }
    #expect(stems.count == 4 && dots.count == 4)
    for dot in dots { #expect(stems.contains { abs($0 - dot) < 0.01 }) }
  }

  /// Labels of trends end where the window does, level with the line.
  @Test(arguments: [("[0, 40]", "[0, 100]"), ("[0, 40]", "[0, 20]"), ("[80, 90]", "[0, 100]")])
  func labelsOfTrendsStayBesideTheirWindow(_ x: String, _ y: String) throws {
    _ = try ChartSpecimen(
      name: "",
      yaml: """
        { data: people, mark: point, x: { value: age, domain: \(x) }, y: { value: risk, domain: \(y) },
          color: smoker, trend: linear }
        """, width: 480
    ).draw()
  }
}
