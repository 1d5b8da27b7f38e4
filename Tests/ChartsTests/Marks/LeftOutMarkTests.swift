import Drawing
import Frame
import JSON
import TestSupport
import Testing

@testable import Charts

/// What lines, bands and areas cannot show is counted, and leaves a gap where it stands.
@Suite struct LeftOutMarkTests {
  static let frames: [String: DataFrame] = [
    "decades": DataFrame([
      ("x", Column(integers: [1, 2, 3, 4, 5, 6, 7])),
      ("y", Column(doubles: [0.002, 30, 0, 400, -5, 90_000, nil])),
      ("top", Column(doubles: [0.004, 60, 10, 800, 5, 180_000, 7])),
    ]),
    "parts": DataFrame([
      ("x", Column(integers: [1, 1, 2, 3, 3])), ("y", Column(doubles: [4, 1, 5, 6, 2])),
      ("part", Column(texts: ["a", "b", "a", "a", "b"])),
    ]),
    "ordered": DataFrame([
      ("k", Column(texts: ["c", "a", "b", "e", "d"])), ("v", Column(doubles: [3, 1, 2, 5, 4])),
    ]),
    "spread": DataFrame([
      ("k", Column(texts: ["a", "a", "b", "b"])), ("m", Column(integers: [1, 1, 2, 2])),
      ("v", Column(doubles: [1, 100, 50, 60])),
    ]),
    "signs": DataFrame([
      ("x", Column(integers: [1, 2, 1, 2])), ("y", Column(doubles: [3, -2, 5, 6])),
      ("part", Column(texts: ["a", "a", "b", "b"])),
    ]),
    "falls": DataFrame([
      ("x", Column(integers: [1, 2, 1, 2])), ("y", Column(doubles: [-3, -2, 5, 6])),
      ("part", Column(texts: ["a", "a", "b", "b"])),
    ]),
  ]

  private func chart(_ yaml: String) throws -> Chart {
    try ChartSpecimen(name: "", yaml: yaml)
      .draw(frames: Self.frames, width: 320, measuring: FixedMeasuring())
  }

  /// Whether all corners of a drawing lie in its picture.
  private func isInside(_ chart: Chart) -> Bool {
    let size = chart.scene.size
    return chart.scene.pathCorners.joined().allSatisfy { point in
      (-4...size.width.value + 4).contains(point.x.value)
        && (-4...size.height.value + 4).contains(point.y.value)
    }
  }

  @Test(arguments: ["line", "step"])
  func logScaleCountsWhatItRefusesAndStartsAtTheLeast(_ mark: String) throws {
    let chart = try chart("{ data: decades, mark: \(mark), x: x, y: { value: y, scale: log } }")
    let results = JSONValue.object(chart.results)
    #expect(results["points"] == 4 && results["dropped"] == 3)
    #expect(
      chart.note
        == "1 row without Y is left out. 2 rows with Y of 0 or less are left out, which a log scale cannot show."
    )
    #expect(isInside(chart))
  }

  @Test func domainCountsWhatIsBeyondIt() throws {
    let chart = try chart("{ data: decades, mark: line, x: x, y: { value: y, domain: [0, 500] } }")
    let results = JSONValue.object(chart.results)
    #expect(results["points"] == 6 && results["dropped"] == 1 && results["beyond_axis"] == 2)
    #expect(
      chart.note?.contains("2 rows with Y beyond the axis are counted, but cut at its ends") == true
    )
    #expect(chart.scene.clips > 0)
  }

  @Test func bandOnALogScaleStaysInItsPicture() throws {
    let chart = try chart(
      "{ data: decades, mark: band, x: x, y: { value: y, scale: log }, y2: top }")
    #expect(JSONValue.object(chart.results)["points"] == 4)
    #expect(chart.note?.contains("2 rows with Y of 0 or less are left out") == true)
    #expect(isInside(chart))
  }

  @Test(arguments: [
    ("{ data: nulls, mark: line, x: y, y: x }", "none of 3 rows has a usable value of Y, X"),
    ("{ data: nulls, mark: band, x: y, y: x }", "none of 3 rows has a usable value of Y, X"),
    ("{ data: nulls, mark: area, x: y, y: x }", "none of 3 rows has a usable value of Y, X"),
    (
      "{ data: devices, mark: line, x: device, y: 'moving_average(readings, 9)' }",
      "none of 3 rows has a usable value of readings, 9-row moving average"
    ),
    (
      "{ data: powers, mark: band, x: x, y: y }",
      "8 of 8 places hold one row and have no limits"
    ),
  ])
  func nothingToDrawIsSaid(_ yaml: String, _ reason: String) throws {
    let chart = try ChartSpecimen(name: "", yaml: yaml)
      .draw(frames: SpecimenData.frames, width: 480, measuring: FixedMeasuring())
    #expect(chart.altText.contains("Nothing to draw: \(reason)"), "\(chart.altText)")
  }

  @Test func linesFollowTheOrderOfTheirCategories() throws {
    let rows = try chart("{ data: ordered, mark: line, x: k, y: v }")
    let sorted = try chart("{ data: ordered, mark: line, x: { value: k, sort: '-name' }, y: v }")
    let (up, down) = (rows.scene.longestOpenLine, sorted.scene.longestOpenLine)
    #expect(up.count == 5 && up.map(\.x) == up.map(\.x).sorted())
    // On a page y falls where the line rises.
    #expect(up.map(\.y) == up.map(\.y).sorted(by: >))
    #expect(down.map(\.x) == down.map(\.x).sorted() && down.map(\.y) == down.map(\.y).sorted())
  }

  @Test(arguments: ["errorbar", "band"])
  func limitsBeyondALogScaleReachTheEdgeAndAreCounted(_ mark: String) throws {
    let x = mark == "band" ? "m" : "k"
    let chart = try chart(
      "{ data: spread, mark: \(mark), x: \(x), y: { value: v, scale: log }, error: sd }")
    #expect(
      chart.note?.contains(
        "1 of 4 limits is 0 or less, which a log scale cannot show, and reaches to the edge")
        == true)
    #expect(isInside(chart))
  }

  @Test func areasOnALogScaleAreRefused() {
    let told = ChartSpecimen.read("{ data: a, mark: area, x: x, y: { value: y, scale: log } }").told
    #expect(told.joined().contains("mark 'area' is read by its length from 0"))
  }

  @Test func barsMayStandOnALogScaleOfPlaces() throws {
    let chart = try chart("{ data: decades, mark: bar, x: { value: top, scale: log }, y: x }")
    #expect(JSONValue.object(chart.results)["points"] == 7 && isInside(chart))
  }

  @Test func barsOfTextAgainstALogScaleAreRefused() {
    #expect(throws: (any Error).self) {
      try chart("{ data: ordered, mark: bar, x: { value: v, scale: log }, y: k }")
    }
  }

  @Test func areasOverEachOtherInventNothing() throws {
    let chart = try chart("{ data: parts, mark: area, x: x, y: y, color: part, stack: false }")
    #expect(chart.note == "Areas lie over each other.")
  }

  @Test func whatStacksCountAsZeroIsSaid() throws {
    let chart = try chart("{ data: parts, mark: area, x: x, y: y, color: part }")
    #expect(
      chart.note
        == "Areas stand on each other. 1 place of an area has no row and counts as 0.")
  }

  @Test func areasOfBothSignsDoNotStandOnEachOther() throws {
    let mixed = try chart("{ data: signs, mark: area, x: x, y: y, color: part }")
    #expect(
      mixed.note == "Areas lie over each other, since some have values above and below 0.")
    let shares = try chart(
      "{ data: signs, mark: area, x: x, y: y, color: part, stack: normalize }")
    #expect(shares.altText.contains("shares need values of one sign, and a has values above and"))
  }

  @Test func areasBelowZeroStackDownwards() throws {
    let layer = try #require(Self.frames["falls"])
    let colors = ["a", "b"].map {
      LayerColors.Category(
        value: .text($0), label: $0, paint: Theme.standard.ink, isPooled: false)
    }
    let stacks = AreaStacks(
      Layer(
        rows: LayerRows(
          count: 4,
          channels: [
            .x: ChannelColumn(column: try #require(layer["x"]), field: "x", label: "x"),
            .y: ChannelColumn(column: try #require(layer["y"]), field: "y", label: "y"),
          ]), panels: [0, 0, 0, 0], groups: [0, 0, 1, 1], colors: .categories(colors)),
      .normalize)
    #expect(stacks.all.map(\.high) == [[-0.375, -0.25], [0.625, 0.75]])
    #expect(stacks.all.map(\.low) == [[0, 0], [0, 0]])
  }
}

extension Scene {
  /// The corners of every path.
  var pathCorners: [[Point]] { elements.flatMap(\.pathCorners) }

  /// The line of the marks with the most corners.
  fileprivate var longestOpenLine: [Point] { pathCorners.max { $0.count < $1.count } ?? [] }
}

extension SceneElement {
  fileprivate var pathCorners: [[Point]] {
    switch self {
    case .path(let path, _, _):
      [
        path.steps.flatMap { step -> [Point] in
          switch step {
          case .move(let point), .line(let point): [point]
          case .curve(_, _, let end): [end]
          case .close: []
          }
        }
      ]
    case .group(let group): group.elements.flatMap(\.pathCorners)
    default: []
    }
  }
}
