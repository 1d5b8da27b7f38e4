import Drawing
import Frame
import JSON
import Spec

/// How many cells a grid of hexagons has.
struct HexbinSettings: MarkSettings {
  static let keys = ["bins"]

  /// How many cells lie side by side in a panel; nil makes them about 9 points wide.
  var bins: Int?

  init() {}

  init(reading fields: FieldReader) { bins = fields.integer("bins", in: 1...200) }
}

/// Hexagons of one size whose colour counts the rows in each, or shows the mean of a measure there.
///
/// The grid lies on the page, so that its cells are regular whatever the axes measure.
struct HexbinMark: Mark {
  static let name = "hexbin"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.color]
  static let sumsUp: [Channel] = [.color]
  static let cleans: [Channel] = [.x, .y, .color]
  static let measures: [[Channel]] = [[.x], [.y], [.color]]
  static let traits: MarkTraits = [.showsMeasureAsRamp, .hasNoZero]

  private let layer: Layer
  private let settings: HexbinSettings
  private var grids: [HexGrid] = []
  /// The middle of the hexagon with the highest number.
  private var top: Spot?

  init(_ layer: Layer, _ settings: HexbinSettings) {
    (self.layer, self.settings) = (layer, settings)
  }

  /// Whole hexagons have room: one reaches at most its width beyond the rows in it.
  func demand(_ side: Side) -> AxisDemand {
    var demand = AxisDemand(layer.rows[side.channel])
    let width: Points = layer.panelCount == 1 ? 480 : 200
    demand.margin = settings.bins.map { width / Double($0) } ?? HexGrid.usualWidth
    return demand
  }

  var isArrangedOnPage: Bool { true }

  func arranged(in panels: [Panel]) -> HexbinMark {
    let (xs, ys) = (layer.numbers(.x), layer.numbers(.y))
    let values = layer.rows[.color] == nil ? nil : layer.numbers(.color)
    var mark = self
    mark.grids = panels.map { panel in
      var grid = HexGrid(panel.frame.width, across: settings.bins)
      for row in layer.rows(inPanel: panel.index) {
        let place = Point(x: Points(panel.x.place(xs[row])), y: Points(panel.y.place(ys[row])))
        grid.add(place.moved(from: panel.corner), values?[row] ?? 0)
      }
      return grid
    }
    let tops = zip(panels, mark.grids).compactMap { panel, grid in
      grid.cells.max { level($0.cell) < level($1.cell) }.map { (panel, grid, $0) }
    }
    mark.top = tops.max { level($0.2.cell) < level($1.2.cell) }.flatMap { panel, grid, cell in
      panel.spot(at: grid.middle(cell.place).moved(to: panel.corner))
    }
    return mark
  }

  /// The number that a cell's colour shows.
  private func level(_ cell: HexGrid.Cell) -> Double {
    layer.rows[.color] == nil ? Double(cell.count) : cell.sum / Double(cell.count)
  }

  private var scale: RampScale? {
    let levels = grids.flatMap(\.cells).map { level($0.cell) }
    guard let range = AxisDemand.range(levels) else { return nil }
    if let color = layer.rows[.color] { return RampScale(color, data: range) }
    return RampScale(ramp: .sequential, domain: min(1, range.upperBound)...range.upperBound)
  }

  var ramp: RampGuide? {
    scale.map { scale in
      let counts = ChannelColumn(
        column: Column(integers: [Int64]()), field: "count", label: "Rows per cell")
      return RampGuide(scale: scale, channel: layer.rows[.color] ?? counts)
    }
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard grids.indices.contains(panel.index), let scale else { return [] }
    let grid = grids[panel.index]
    let cells = grid.cells.map { place, cell in
      SceneElement.path(
        grid.outline(place, corner: panel.corner),
        fill: scale.paint(level(cell)).opacity(layer.rows.opacity ?? 1),
        stroke: nil)
    }
    return [.group(SceneGroup(cells, role: "marks", clip: panel.frame))]
  }

  func tips(in panel: Panel) -> [Tip] {
    guard grids.indices.contains(panel.index),
      grids.reduce(0, { $0 + $1.cells.count }) <= Tip.most
    else { return [] }
    let words = Words(formatter: panel.context.formatter)
    let color = layer.rows[.color]
    return grids[panel.index].cells.map { place, cell in
      let mean: [(label: String?, value: String)] =
        color.map { [($0.label, words.number(level(cell), like: $0))] } ?? []
      return Tip(
        area: grids[panel.index].area(place, corner: panel.corner),
        text: words.tip(mean + [(nil, words.rows(cell.count))]))
    }
  }

  func story(in words: Words) -> Story {
    let color = layer.rows[.color]
    let most = grids.flatMap(\.cells).max { level($0.cell) < level($1.cell) }
    var story = Story(
      kind: "Hexagonal heat map", measure: words.yByX(layer),
      unit: "colour: \(color.map { "mean \(words.inSentence($0.label.oneLine))" } ?? "rows") in a "
        + "hexagon, n = \(words.count(layer.rows.count))", findings: words.ranges(layer),
      points: layer.rows.count)
    if let most {
      let place = top?.near(layer, words) ?? ""
      story.findings.append(
        color == nil
          ? "the fullest hexagon\(place) has \(words.rows(most.cell.count))"
          : "the highest hexagon\(place) has \(words.number(level(most.cell), like: color)), from "
            + words.rows(most.cell.count))
    }
    // Before its grid lies on a page nobody reads what it tells.
    if !grids.isEmpty { story.findings += layer.relations(in: words) }
    return story
  }

  var results: [(key: String, value: JSONValue)] {
    let counts = grids.flatMap(\.cells).map(\.cell.count)
    return [
      ("rows", .count(counts.reduce(0, +))), ("cells", .count(counts.count)),
      ("most", .count(counts.max() ?? 0)),
    ]
  }
}

/// Rows counted by regular hexagons that stand on a corner; places count from the panel's corner,
/// since a panel moves when the guides above it grow.
struct HexGrid: Hashable, Sendable {
  /// What lies in one hexagon.
  struct Cell: Hashable, Sendable {
    var count = 0
    var sum = 0.0
  }

  /// A hexagon's column and row; odd rows are moved by half a column.
  struct Place: Hashable, Comparable, Sendable {
    let column: Int
    let row: Int

    static func < (a: Place, b: Place) -> Bool { (a.row, a.column) < (b.row, b.column) }
  }

  /// From one hexagon's middle to that of its neighbour at the side.
  private let width: Double
  private var found: [Place: Cell] = [:]

  init(_ width: Points, across count: Int?) {
    let room = max(1, width.value)
    self.width = room / Double(count ?? max(8, Int(room / HexGrid.usualWidth.value)))
  }

  /// How wide hexagons are where nobody says how many there are.
  static let usualWidth: Points = 9

  /// From one row of hexagons to the next: 1.5 of their sides, of which a width has √3.
  private var height: Double { width * 3.0.squareRoot() / 2 }

  /// Counts a row at a place; one without a place is not counted.
  mutating func add(_ point: Point, _ value: Double) {
    let (x, y) = (point.x.value, point.y.value)
    guard x.isFinite, y.isFinite else { return }
    let cell = place(x, y)
    found[cell, default: Cell()].count += 1
    found[cell, default: Cell()].sum += value
  }

  /// The hexagon whose middle is nearest: of the two rows around a place the nearer middle.
  private func place(_ x: Double, _ y: Double) -> Place {
    let above = (y / height).rounded(.down)
    let candidates = [above, above + 1].map { row -> (Place, Double) in
      let shift = row.truncatingRemainder(dividingBy: 2) == 0 ? 0 : 0.5
      let column = (x / width - shift).rounded()
      let (dx, dy) = (x - (column + shift) * width, y - row * height)
      return (Place(column: Int(column), row: Int(row)), dx * dx + dy * dy)
    }
    return candidates[0].1 <= candidates[1].1 ? candidates[0].0 : candidates[1].0
  }

  /// The middle of a hexagon.
  func middle(_ place: Place) -> Point {
    let shift = place.row.isMultiple(of: 2) ? 0 : 0.5
    return Point(
      x: Points((Double(place.column) + shift) * width), y: Points(Double(place.row) * height))
  }

  /// The hexagons that hold rows, in the order of reading.
  var cells: [(place: Place, cell: Cell)] {
    found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The room of a hexagon without its tips.
  func area(_ place: Place, corner: Point) -> Rectangle {
    let shift = place.row.isMultiple(of: 2) ? 0 : 0.5
    let x = corner.x.value + (Double(place.column) + shift - 0.5) * width
    let y = corner.y.value + Double(place.row) * height - height / 2
    return Rectangle(x: Points(x), y: Points(y), width: Points(width), height: Points(height))
  }

  /// The outline of a hexagon, a hairline smaller than its room.
  func outline(_ place: Place, corner: Point) -> Path {
    let shift = place.row.isMultiple(of: 2) ? 0 : 0.5
    let x = corner.x.value + (Double(place.column) + shift) * width
    let y = corner.y.value + Double(place.row) * height
    let half = width / 2 - min(0.25, width * 0.05)
    let side = half * 2 / 3.0.squareRoot()
    let corners: [(Double, Double)] = [
      (0, -side), (half, -side / 2), (half, side / 2), (0, side), (-half, side / 2),
      (-half, -side / 2),
    ]
    return .polygon(corners.map { Point(x: Points(x + $0.0), y: Points(y + $0.1)) })
  }
}
