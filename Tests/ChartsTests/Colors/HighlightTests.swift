import Diagnostics
import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// Categories that keep a colour among others that share a grey.
@Suite struct HighlightTests {
  private static let rows = DataFrame([
    ("x", Column(integers: (0..<16).map { Int64($0 % 4) })),
    ("y", Column(doubles: (0..<16).map { Double($0 % 4 * ($0 / 4 + 1)) })),
    ("team", Column(texts: (0..<16).map { ["Ada", "Bob", "Cem", "Dan"][$0 / 4] })),
  ])

  private func chart(_ mark: String, _ highlight: String) throws -> Chart {
    try ChartSpecimen(
      name: "",
      yaml: "{ data: rows, \(mark), x: x, y: y, color: { value: team, highlight: \(highlight) } }",
      width: 400
    ).draw(frames: ["rows": HighlightTests.rows])
  }

  @Test func aLineStandsOutFromThoseThatShareAGrey() throws {
    let chart = try chart("mark: line", "Cem")
    #expect(chart.scene.legendWords == ["3 others"])
    Golden.check(chart.golden, named: "highlight-a-line-among-others")
  }

  @Test func severalKeepTheColoursOfTheirOrder() throws {
    let chart = try chart("mark: bar", "[Dan, Ada]")
    #expect(chart.scene.legendWords == ["Ada", "Dan", "2 others"])
    #expect(chart.warnings.isEmpty)
  }

  @Test func aNameThatNoRowHasIsAWarning() throws {
    let told = try chart("mark: line", "[Ada, Bop]").warnings.map(\.description)
    #expect(told.count == 1)
    #expect(told.first?.contains("no row has 'Bop' of the 'highlight' of 'color'") == true)
    #expect(told.first?.contains("did you mean 'Bob'?") == true)
  }

  @Test(arguments: [
    ("x: { value: x, highlight: 1 }", "channel 'x' has no 'highlight'"),
    ("x: x, color: { value: team, highlight: Ada, scheme: blues }", "'highlight' keeps colours"),
  ])
  func whatItDoesNotGoWithIsRefused(_ channels: String, _ fault: String) {
    let told = ChartSpecimen.read("{ data: rows, mark: line, \(channels), y: y }").told
    #expect(told.count == 1 && told[0].contains(fault), "\(told)")
  }
}
