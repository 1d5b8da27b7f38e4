import Drawing
import Frame
import Glibc
import JSON
import TestSupport
import Testing

@testable import Charts

/// Densities of few rows, so that each cell can be followed.
private let densities: [ChartSpecimen] = [
  ChartSpecimen(
    name: "more rows than dots as a density",
    yaml: "{ data: people, mark: point, dots_up_to: 40, x: weight, y: risk, trend: linear }"),
  ChartSpecimen(
    name: "a density whose cells mix three colours",
    yaml: "{ data: people, mark: point, dots_up_to: 0, x: weight, y: risk, color: cholesterol }"),
  ChartSpecimen(
    name: "a density over a log axis leaves out what it refuses",
    yaml: "{ data: powers, mark: point, dots_up_to: 0, x: { value: x, scale: log }, y: y }"),
  ChartSpecimen(
    name: "a density coloured by a number tells that it leaves out sizes",
    yaml:
      "{ data: people, mark: point, dots_up_to: 0, x: weight, y: risk, color: age, size: risk }"),
  ChartSpecimen(
    name: "a density in panels with one legend",
    yaml: "{ data: people, mark: point, dots_up_to: 0, x: weight, y: risk, facet: smoker }",
    width: 480),
  ChartSpecimen(
    name: "a density over categories keeps the gaps between them",
    yaml: "{ data: people, mark: point, dots_up_to: 0, x: cholesterol, y: risk }"),
]

@Suite struct PointDensityTests {
  @Test(arguments: densities)
  func picturesAreAsTheyWere(_ specimen: ChartSpecimen) throws {
    Golden.check(try specimen.draw().golden, named: specimen.name)
  }

  /// A panel of 60 by 30 points: 40 by 20 cells.
  private static func panel(
    _ x: ClosedRange<Double> = 0...1, _ y: ClosedRange<Double> = 0...1,
    transform: Transform = .linear
  ) -> Panel {
    Panel(
      index: 0, frame: Rectangle(x: 10, y: 5, width: 60, height: 30),
      x: .continuous(ContinuousScale(transform, domain: x, from: 10, to: 70)),
      y: .continuous(ContinuousScale(.linear, domain: y, from: 35, to: 5)), largestSize: nil,
      context: .fixed([:]))
  }

  private static func layer(_ x: [Double], _ y: [Double], groups: [Int]? = nil, of paints: Int = 1)
    -> Layer
  {
    let rows = LayerRows(
      count: x.count,
      channels: [
        .x: ChannelColumn(column: Column(.double(x)), field: "x", label: "X"),
        .y: ChannelColumn(column: Column(.double(y)), field: "y", label: "Y"),
      ])
    let theme = Theme.standard
    let categories = (0..<paints).map {
      LayerColors.Category(
        value: .integer(Int64($0)), label: "\($0)", paint: theme.categories[$0], isPooled: false)
    }
    return Layer(
      rows: rows, panels: x.map { _ in 0 }, groups: groups ?? x.map { _ in 0 },
      colors: paints == 1 ? .single(theme.categories[0]) : .categories(categories))
  }

  /// Numbers that come in no steps.
  private static let x = (0..<5000).map { (row: Int) -> Double in
    let (place, jitter) = (Double(row * 37 % 101), Double(row * row % 89))
    return place / 101 + 0.003 + jitter * 1e-5
  }
  private static let y = (0..<5000).map { (row: Int) -> Double in
    let (place, jitter) = (Double(row * row % 97), Double(row * 53 % 83))
    return place / 97 + 0.003 + jitter * 1e-5
  }

  /// Weighs each cell by its column and, from below, its row.
  private static func weighed(_ grid: PointDensity.Grid) -> Int {
    (0..<grid.cells).reduce(0) { sum, cell in
      let (row, column) = cell.quotientAndRemainder(dividingBy: grid.columns)
      return sum + grid.total(cell) * (column + 1) * (grid.rows - row)
    }
  }

  /// numpy 2.4.6: c = histogram2d(x, y, bins=[40, 20], range=[[0, 1], [0, 1]]); c.sum(), c.max(),
  /// (c**2).sum(), (c * outer(arange(1, 41), arange(1, 21))).sum(), c[0, 0], c[7, 3].
  @Test func countsAreThoseOfNumpy() throws {
    let density = PointDensity(Self.layer(Self.x, Self.y), in: [Self.panel()])
    let grid = try #require(density.grid(panel: 0))
    #expect(grid.columns == 40 && grid.rows == 20)
    #expect(density.rows == 5000)
    #expect(density.most == 16)
    #expect((0..<grid.cells).reduce(0) { $0 + grid.total($1) * grid.total($1) } == 37_308)
    #expect(Self.weighed(grid) == 1_066_517)
    #expect(grid.total(19 * 40) == 15 && grid.total(16 * 40 + 7) == 3)
  }

  /// A cell of any width would hold now two whole numbers and now one, which looks like stripes.
  @Test(arguments: [40, 60, 73, 100, 180, 400, 999])
  func cellsHoldWholeSteps(_ last: Int) throws {
    let x = (0...last).flatMap { [Double($0), Double($0)] }
    let density = PointDensity(
      Self.layer(x, x.map { _ in 0.37 }), in: [Self.panel(0...Double(last))])
    let grid = try #require(density.grid(panel: 0))
    let columns = (0..<grid.columns).map { column in
      (0..<grid.rows).reduce(0) { $0 + grid.total($1 * grid.columns + column) }
    }
    #expect(Set(columns.dropLast()).count == 1, "\(columns)")
    #expect(columns.reduce(0, +) == x.count && (columns.last ?? 0) <= columns[0])
    #expect(grid.columns <= last + 1 && grid.columns <= 41)
    // The image reaches over the panel by no more than half a step and the rest of a cell.
    #expect(grid.across.lowerBound <= 0 && grid.across.lowerBound > -0.025)
    #expect(grid.across.upperBound >= 1 && grid.across.upperBound < 1.0375)
    let spot = try #require(density.fullest)
    let middle = Double(columns[0]) / 4 - 0.5
    #expect(abs(spot.x - middle) < 1e-9, "\(spot)")
  }

  @Test func logScalesCountByTheLogarithm() throws {
    let powers = Self.x.map { pow(10, 3 * $0) }
    let panel = Self.panel(1...1000, transform: .log)
    let grid = try #require(
      PointDensity(Self.layer(powers, Self.y), in: [panel]).grid(panel: 0))
    #expect(Self.weighed(grid) == 1_066_517)
  }

  @Test func panelsAndColoursShareAllRows() throws {
    var layer = Self.layer(Self.x, Self.y, groups: Self.x.indices.map { $0 % 3 }, of: 3)
    layer.panels = Self.x.indices.map { $0 % 2 }
    layer.panelCount = 2
    let second = Panel(
      index: 1, frame: Self.panel().frame, x: Self.panel().x, y: Self.panel().y, largestSize: nil,
      context: .fixed([:]))
    let density = PointDensity(layer, in: [Self.panel(), second])
    #expect(density.rows == 5000)
    for panel in 0..<2 {
      let grid = try #require(density.grid(panel: panel))
      for paint in 0..<3 {
        let counted = grid.counts[paint * grid.cells..<(paint + 1) * grid.cells].reduce(0, +)
        let rows = Self.x.indices.count { $0 % 2 == panel && $0 % 3 == paint }
        #expect(Int(counted) == rows)
      }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func coloursMixByTheirShares(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = 4000
    let places = (0..<rows).map { _ in Double.random(in: 0...1, using: &random) }
    let groups = (0..<rows).map { _ in min(Int.random(in: 0..<9, using: &random), 4) }
    let layer = Self.layer(places, places.map { $0 * $0 }, groups: groups, of: 5)
    let density = PointDensity(layer, in: [Self.panel()])
    let grid = try #require(density.grid(panel: 0))
    let masks = density.masks(of: grid)
    for cell in 0..<grid.cells {
      let total = grid.total(cell)
      let strength = density.coverage(total)
      // What each paint, and the paper, add to the cell once all lie over each other.
      var paper = 1.0
      var shown = masks.map { _ in 0.0 }
      for paint in masks.indices {
        let opacity = Double(masks[paint][cell]) / 255
        shown = shown.map { $0 * (1 - opacity) }
        shown[paint] = opacity
        paper *= 1 - opacity
      }
      #expect(abs(paper - (1 - strength)) < 0.01)
      for paint in masks.indices where total > 0 {
        let share = Double(grid.counts[paint * grid.cells + cell]) / Double(total)
        #expect(abs(shown[paint] - strength * share) < 0.01)
      }
    }
  }

  @Test func strengthGrowsWithTheCount() {
    let density = PointDensity(
      Self.layer(Array(repeating: 0.5, count: 1234), Array(repeating: 0.5, count: 1234)),
      in: [Self.panel()])
    #expect(density.most == 1234 && density.legendCounts == [1, 10, 100, 1234])
    #expect(density.coverage(0) == 0 && density.coverage(1) == 0.2 && density.coverage(1234) == 1)
    #expect((1..<1234).allSatisfy { density.coverage($0) < density.coverage($0 + 1) })
  }

  private static let hostile: [[Double]] = [
    [0, 1, .infinity, -.infinity, .nan], [5, 5, 5, 5, 5], [-1e308, 1e308, 0, 1, 2],
    [1e-300, 2e-300, 5e-300, 1e-300, 0], [7], [],
  ]

  @Test(arguments: hostile)
  func hostilePlacesAreCountedOrToldOff(_ places: [Double]) {
    let finite = places.filter(\.isFinite)
    let low = finite.min() ?? 0
    let range = low...max(finite.max() ?? 0, low)
    let density = PointDensity(Self.layer(places, places), in: [Self.panel(range, range)])
    // What is no number lies in no cell; what is beyond the panel, in the outermost ones.
    #expect(density.rows == places.count { !$0.isNaN })
    let flat = Panel(
      index: 0, frame: Rectangle(x: 0, y: 0, width: 0, height: 9), x: Self.panel().x,
      y: Self.panel().y, largestSize: nil, context: .fixed([:]))
    #expect(PointDensity(Self.layer(places, places), in: [flat]).grid(panel: 0) == nil)
  }

  @Test func aMillionRowsAreAllCounted() throws {
    var random = SeededGenerator(seed: 11)
    let places = (0..<1_000_000).map { _ in Double.random(in: -3...5, using: &random) }
    let frame = DataFrame([
      ("x", Column(.double(places))), ("y", Column(.double(places.reversed()))),
    ])
    let chart = try ChartSpecimen(
      name: "million", yaml: "{ data: rows, mark: point, x: x, y: y }"
    ).draw(frames: ["rows": frame], width: 400, measuring: FixedMeasuring())
    #expect(chart.subtitle?.contains("n = 1,000,000") == true)
    let told = chart.results.first { $0.key == "density" }?.value
    #expect(told?.text().contains("\"rows\": 1000000") == true, "\(told?.text() ?? "")")
  }
}
