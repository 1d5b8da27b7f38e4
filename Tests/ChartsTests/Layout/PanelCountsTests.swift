import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

@Suite struct PanelCountsTests {
  private static func draw(width: Double) throws -> Chart {
    try ChartSpecimen(
      name: "boxes in a grid",
      yaml: "{ data: people, mark: box, x: smoker, y: risk, facet: { row: cholesterol } }",
      width: width
    ).draw()
  }

  @Test func everyRowOfPanelsTellsItsOwnCounts() throws {
    let chart = try PanelCountsTests.draw(width: 320)
    let told = chart.scene.writtenWords.filter { $0.hasPrefix("n = ") }
    #expect(told.count == 6, "\(told)")
    let sum = told.compactMap { Int($0.dropFirst(4)) }.reduce(0, +)
    #expect(sum == 60)
  }

  @Test func withoutRoomTheNoteTellsThem() throws {
    let chart = try ChartSpecimen(
      name: "narrow boxes",
      yaml: """
        { data: people, mark: box, x: age, y: risk, facet: { value: cholesterol, columns: 3 } }
        """, width: 320
    ).draw()
    #expect(!chart.scene.writtenWords.contains { $0.hasPrefix("n = ") })
    #expect(chart.note?.contains("The categories of the panels have n = 1 to ") == true)
  }
}
