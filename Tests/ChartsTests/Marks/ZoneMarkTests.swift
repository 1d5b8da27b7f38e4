import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// Stretches of one side over the whole panel.
@Suite struct ZoneMarkTests {
  private static let frames = [
    "rows": DataFrame([
      ("t", Column(integers: (0..<20).map { Int64($0) })),
      ("v", Column(doubles: (0..<20).map { Double($0 * 7 % 13) })),
    ]),
    "zones": DataFrame([
      ("a", Column(integers: [3, 12])), ("b", Column(integers: [8, 13])),
      ("what", Column(texts: ["Outage", "A stretch too short for its words"])),
    ]),
  ]

  private func chart(_ zone: String, width: Double = 320) throws -> Chart {
    try ChartSpecimen(
      name: "",
      yaml: """
        data: rows
        height: 140
        layers:
          - { data: zones, mark: rect, \(zone) }
          - { data: rows, mark: line, x: t, y: v }
        """, width: width
    ).draw(frames: ZoneMarkTests.frames)
  }

  @Test func aZoneOfXIsAsHighAsThePanel() throws {
    let chart = try chart("x: a, x2: b, label: what")
    Golden.check(chart.golden, named: "zones-of-x-under-a-line")
    #expect(chart.altText.contains("Outage: a zone from 3 to 8"), "\(chart.altText)")
  }

  @Test func aZoneOfYIsAsWideAsThePanel() throws {
    Golden.check(try chart("y: a, y2: b").golden, named: "zones-of-y-under-a-line")
  }

  /// In 120 points no place beside the second zone holds its words.
  @Test func labelsWithoutRoomAreCounted() throws {
    let chart = try chart("x: a, x2: b, label: what", width: 120)
    #expect(
      chart.note?.contains("find no room") == true || chart.note?.contains("finds no room") == true,
      "\(chart.note ?? "")")
  }

  @Test(arguments: ["x: a", "x: a, x2: b, y2: b", "y2: b", "color: what"])
  func whatIsNeitherAZoneNorACellIsRefused(_ channels: String) {
    let told = ChartSpecimen.read("{ data: zones, mark: rect, \(channels) }").told
    #expect(
      !told.isEmpty && told.allSatisfy { $0.contains("'x' and 'x2', or 'y' and 'y2'") }, "\(told)")
  }
}
