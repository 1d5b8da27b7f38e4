import Drawing
import Frame
import JSON
import TestSupport
import Testing

@testable import Charts

/// Charts with labels in their panels, each named after what it shows.
private let labelSpecimens: [ChartSpecimen] = [
  ChartSpecimen(
    name: "points with their names",
    yaml: "{ data: places, mark: point, x: x, y: y, label: name }"),
  ChartSpecimen(
    name: "the largest bubbles are named first",
    yaml: "{ data: places, mark: point, x: x, y: y, size: size, color: part, label: name }",
    width: 240),
  ChartSpecimen(
    name: "rules keep their labels apart",
    yaml: """
      data: places
      layers:
        - { mark: point, x: x, y: y }
        - { mark: rule, y: 40, label: "'Target'" }
        - { mark: rule, y: 42, label: "'Stretch target'" }
        - { mark: rule, x: 50, label: "'Half'" }
      """),
]

@Suite struct PointLabelsTests {
  static let frames = ["places": places]

  @Test(arguments: labelSpecimens)
  func labelsStandWhereExpected(_ specimen: ChartSpecimen) throws {
    Golden.check(
      try specimen.draw(frames: Self.frames).golden,
      named: "labels-" + specimen.name.replacing(" ", with: "-"))
  }

  @Test(arguments: labelSpecimens, [140.0, 200, 320, 480, 720])
  func noLabelCoversAnotherOrLeavesTheChart(_ specimen: ChartSpecimen, _ width: Double) throws {
    let scene = try specimen.draw(frames: Self.frames, width: width).scene
    let findings = SceneFindings(scene)
    #expect(findings.outside.isEmpty, "\(findings.outside)")
    #expect(findings.overlapping.isEmpty, "\(findings.overlapping)")
  }

  @Test func labelsThatFindNoRoomAreCountedAndSaid() throws {
    let crowd = DataFrame([
      ("x", Column(doubles: (0..<40).map { Double($0 % 2) })),
      ("y", Column(doubles: (0..<40).map { _ in 1.0 })),
      ("name", Column(texts: (0..<40).map { "a long name of point \($0)" })),
    ])
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: crowd, mark: point, x: x, y: y, label: name }"
    ).draw(frames: ["crowd": crowd])
    let words = chart.scene.labels
    #expect(!words.isEmpty && words.count < 40)
    #expect(JSONValue.object(chart.results)["labels_left_out"] == .count(40 - words.count))
    #expect(chart.note == "\(40 - words.count) labels find no room.")
  }

  @Test func aPointWithoutALabelIsNotNamed() throws {
    let chart = try ChartSpecimen(
      name: "",
      yaml: "{ data: places, mark: point, x: x, y: y, label: 'case when size > 60 then name end' }"
    ).draw(frames: Self.frames)
    let sizes = PointLabelsTests.places["size"]?.doubles ?? []
    #expect(chart.scene.labels.count == sizes.count { $0 > 60 })
    #expect(chart.note == nil)
  }

  /// Random points: labels lie in the frame, clear of every dot and of each other.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func placesAreFreeAndTheSameEachTime(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let frame = Rectangle(x: 0, y: 0, width: 300, height: 160)
    let items = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      PointLabels.Item(
        point: Point(
          x: Points(Double.random(in: 0...300, using: &random)),
          y: Points(Double.random(in: 0...160, using: &random))),
        radius: Points(Double.random(in: 1...9, using: &random)),
        size: Size(width: Points(Double.random(in: 8...70, using: &random)), height: 9))
    }
    var room = PanelRoom()
    let dots = items.map { PlacedDot(row: 0, point: $0.point, radius: $0.radius).area }
    for dot in dots { room.dots.occupy(dot) }
    var again = room
    let places = PointLabels.places(items, room: &room, in: frame)
    #expect(places == PointLabels.places(items, room: &again, in: frame))
    let areas = places.compactMap(\.self).map(\.area)
    for (index, area) in areas.enumerated() {
      #expect(area.x >= 0 && area.maxX <= 300 && area.y >= 0 && area.maxY <= 160)
      #expect(!dots.contains { $0.meets(area) })
      #expect(!areas[(index + 1)...].contains { $0.meets(area) })
    }
  }

  @Test func aLoneLabelStandsRightOfItsPoint() {
    var room = PanelRoom()
    let item = PointLabels.Item(
      point: Point(x: 50, y: 50), radius: 2, size: Size(width: 30, height: 10))
    let places = PointLabels.places(
      [item], room: &room, in: Rectangle(x: 0, y: 0, width: 200, height: 100))
    #expect(places == [.init(area: Rectangle(x: 54, y: 45, width: 30, height: 10), leader: nil)])
  }

  @Test func aNeighbourMovesAsideForALabelWithOnePlace() {
    // The first label takes the only place of the second, and can stand elsewhere.
    var room = PanelRoom()
    room.lines.occupy(Rectangle(x: 0, y: 0, width: 200, height: 44))
    room.lines.occupy(Rectangle(x: 0, y: 56, width: 200, height: 44))
    let items = [40.0, 80].map { x in
      PointLabels.Item(
        point: Point(x: Points(x), y: 50), radius: 2, size: Size(width: 30, height: 10))
    }
    for item in items {
      room.dots.occupy(PlacedDot(row: 0, point: item.point, radius: item.radius).area)
    }
    room.lines.occupy(Rectangle(x: 83, y: 44, width: 100, height: 12))
    let places = PointLabels.places(
      items, room: &room, in: Rectangle(x: 0, y: 0, width: 200, height: 100))
    #expect(places.map { $0?.area.x } == [6, 46])
  }

  /// A dozen places with names of different scripts.
  static let places: DataFrame = {
    let names = [
      "Ulm", "Stralsund", "Aix-en-Provence", "תל אביב", "東京", "Reykjavík", "👩‍🔬 Lab", "Bern", "Gent",
      "Llanfairpwllgwyngyll", "Oslo", "Ghent-on-the-Water",
    ]
    return DataFrame([
      ("name", Column(texts: names)),
      ("x", Column(doubles: [10, 12, 40, 44, 46, 60, 61, 62, 80, 90, 95, 99])),
      ("y", Column(doubles: [10, 12, 41, 44, 40, 20, 22, 18, 70, 72, 71, 69])),
      ("size", Column(doubles: [5, 90, 20, 8, 40, 70, 3, 10, 55, 62, 33, 1])),
      ("part", Column(texts: names.indices.map { ["North", "South"][$0 % 2] })),
    ])
  }()
}

extension Rectangle {
  fileprivate func meets(_ other: Rectangle) -> Bool {
    maxX > other.x && x < other.maxX && maxY > other.y && y < other.maxY
  }
}

extension Scene {
  /// The words beside points.
  fileprivate var labels: [String] {
    func words(_ elements: [SceneElement], _ isLabel: Bool) -> [String] {
      elements.flatMap { element -> [String] in
        switch element {
        case .text(let run, _, _, _): isLabel ? [run.text] : []
        case .group(let group): words(group.elements, group.role == "labels")
        default: []
        }
      }
    }
    return words(elements, false)
  }
}
