import Drawing
import Frame
import JSON
import TestSupport
import Testing

@testable import Charts

private let hexSpecimens = [
  ChartSpecimen(
    name: "counts by two measures",
    yaml: "{ data: people, mark: hexbin, x: weight, y: risk, bins: 12 }"),
  ChartSpecimen(
    name: "the mean of a third measure",
    yaml: "{ data: people, mark: hexbin, x: weight, y: risk, color: age, bins: 8 }", width: 240),
  ChartSpecimen(
    name: "a mean on both sides of its middle",
    yaml: """
      { data: people, mark: hexbin, x: weight, y: risk,
        color: { value: age, scale: diverging, midpoint: 40 }, bins: 8 }
      """, width: 240),
  ChartSpecimen(
    name: "panels on one scale of colours",
    yaml: "{ data: people, mark: hexbin, x: weight, y: risk, facet: smoker, bins: 8 }",
    width: 480),
  ChartSpecimen(
    name: "on a log axis",
    yaml: "{ data: powers, mark: hexbin, x: { value: x, scale: log }, y: y }"),
]

@Suite struct HexbinMarkTests {
  @Test(arguments: hexSpecimens)
  func hexagonsAreDrawnAsExpected(_ specimen: ChartSpecimen) throws {
    Golden.check(
      try specimen.draw().golden, named: "hexbin-" + specimen.name.replacing(" ", with: "-"))
  }

  @Test(arguments: [1, 7, 40, 200])
  func everyRowIsCountedOnce(_ bins: Int) throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: people, mark: hexbin, x: weight, y: risk, bins: \(bins) }"
    ).draw(frames: SpecimenData.frames, width: 320, measuring: FixedMeasuring())
    let results = JSONValue.object(chart.results)
    #expect(results["rows"] == results["points"] && results["points"] == 54)
    #expect(results["dropped"] == 6)
  }

  /// Rows grouped by their places would be other rows than those of a hexagon.
  @Test(arguments: [
    ("count(*)", "leave 'color' out"), ("mean(age)", "color: age"),
    ("max(age) - 1", "name the column itself"),
  ])
  func aggregatesAreRefused(_ color: String, _ hint: String) {
    let told = ChartSpecimen.read(
      "{ data: people, mark: hexbin, x: weight, y: risk, color: \(color) }"
    ).told.joined()
    #expect(told.contains("'color' can be no aggregate; found '\(color)'") && told.contains(hint))
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func aPlaceBelongsToTheNearestMiddle(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      var grid = HexGrid(200, across: Int.random(in: 1...30, using: &random))
      let x = Double.random(in: 0...200, using: &random)
      let y = Double.random(in: 0...90, using: &random)
      grid.add(Point(x: Points(x), y: Points(y)), 0)
      let own = middle(grid.outline(grid.cells[0].place, corner: Point(x: 0, y: 0)))
      for (column, row) in [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, 1), (1, -1), (-1, 1)] {
        let place = grid.cells[0].place
        let other = middle(
          grid.outline(
            HexGrid.Place(column: place.column + column, row: place.row + row),
            corner: Point(x: 0, y: 0)))
        #expect(distance(own, x, y) <= distance(other, x, y) + 1e-9)
      }
    }
  }

  /// A legend that is known only after the rows were counted moves the panel.
  @Test(arguments: [240.0, 320, 700])
  func everyRowLiesInAHexagon(_ width: Double) throws {
    let chart = try ChartSpecimen(
      name: "",
      yaml: """
        { data: people, layers: [{ mark: hexbin, x: weight, y: risk, bins: 9 },
        { mark: point, x: weight, y: risk }] }
        """
    ).draw(frames: SpecimenData.frames, width: width, measuring: FixedMeasuring())
    let drawn = Drawn(chart.scene.elements)
    let reach = (drawn.hexagons.map(\.width).max() ?? 0) / 3.0.squareRoot() + 1
    #expect(drawn.dots.count == 54)
    for dot in drawn.dots {
      let nearest = drawn.hexagons.map { distance($0.middle, dot.x.value, dot.y.value) }.min()
      #expect(try #require(nearest) <= reach)
    }
  }

  /// The hexagons and dots of a scene.
  private struct Drawn {
    var hexagons: [(middle: Point, width: Double)] = []
    var dots: [Point] = []

    init(_ elements: [SceneElement]) { elements.forEach { add($0) } }

    private mutating func add(_ element: SceneElement) {
      switch element {
      case .group(let group): group.elements.forEach { add($0) }
      case .dots(let points, _, _, _): dots += points
      case .path(let path, .some, _):
        let corners = path.steps.compactMap { step -> Point? in
          switch step {
          case .move(let point), .line(let point): point
          default: nil
          }
        }
        guard corners.count == 6 else { return }
        let (xs, ys) = (corners.map(\.x.value), corners.map(\.y.value))
        let middle = Point(
          x: Points(xs.reduce(0, +) / 6), y: Points(ys.reduce(0, +) / 6))
        hexagons.append((middle, (xs.max() ?? 0) - (xs.min() ?? 0)))
      default: return
      }
    }
  }

  private func middle(_ outline: Path) -> Point {
    var (x, y) = (0.0, 0.0)
    for case .line(let point) in outline.steps { (x, y) = (x + point.x.value, y + point.y.value) }
    if case .move(let point)? = outline.steps.first {
      (x, y) = (x + point.x.value, y + point.y.value)
    }
    return Point(x: Points(x / 6), y: Points(y / 6))
  }

  private func distance(_ point: Point, _ x: Double, _ y: Double) -> Double {
    let (dx, dy) = (point.x.value - x, point.y.value - y)
    return (dx * dx + dy * dy).squareRoot()
  }

  @Test func wordsForAMeasureAreRefused() throws {
    let specimen = ChartSpecimen(
      name: "", yaml: "{ data: people, mark: hexbin, x: weight, y: risk, color: smoker }")
    #expect(throws: (any Error).self) { try specimen.draw() }
  }
}
