import Drawing

/// One paint on the paper: an area, a line, dots or cells, with the places that it covers.
struct Ink {
  enum Form {
    case area([[Point]])
    case line([[Point]], width: Double, dashes: [Points])
    case dots([Point], shape: DotShape, radius: Double)
    case cells(CoverageMask, in: Rectangle)
  }

  private(set) var form: Form
  let paint: Paint
  let role: String
  /// The place in the painter's order.
  let order: Int
  /// Whether the same outline also has an edge of its own.
  var hasEdge = false
  /// The room of the panel that it belongs in, nil where nobody says.
  var room: Rectangle?
  /// Whether some of its places are no numbers.
  var hasLostPlaces = false
  /// What it covers at most.
  let bounds: Rectangle

  init(_ form: Form, _ paint: Paint, role: String, order: Int, clip: Rectangle?) {
    self.form = form
    self.paint = paint
    self.role = role
    self.order = order
    let whole = form.bounds
    bounds = clip.map { whole.cut(to: $0) } ?? whole
  }

  /// Whether it covers nothing, and no place of it was lost.
  var isEmpty: Bool {
    switch form {
    case .area(let outlines), .line(let outlines, _, _):
      outlines.allSatisfy(\.isEmpty) && !hasLostPlaces
    case .dots(let points, _, _): points.isEmpty && !hasLostPlaces
    case .cells: false
    }
  }

  /// What it is, in words.
  var name: String {
    switch form {
    case .area: "an area"
    case .cells(let mask, _): "\(mask.columns) by \(mask.rows) cells"
    case .line: "a line"
    case .dots(let points, let shape, _):
      points.count == 1 ? "a \(shape.rawValue)" : "\(points.count) \(shape.rawValue)s"
    }
  }

  /// The share of the paint at a place, 0 where the ink does not reach.
  func share(at place: Point) -> Double {
    guard bounds.contains(place) else { return 0 }
    switch form {
    case .area(let outlines): return winding(outlines, place) == 0 ? 0 : paint.opacity
    case .line(let lines, let width, _):
      return lines.contains { isNear($0, place, width / 2) } ? paint.opacity : 0
    case .dots(let points, _, let radius):
      // Each dot lies on those before it.
      return 1
        - points.reduce(1) { rest, dot in
          let (x, y) = ((dot.x - place.x).value, (dot.y - place.y).value)
          return x * x + y * y <= radius * radius ? rest * (1 - paint.opacity) : rest
        }
    case .cells(let mask, let area):
      guard area.width > 0, area.height > 0 else { return 0 }
      let column = Int((place.x - area.x) / area.width * Double(mask.columns))
      let row = Int((place.y - area.y) / area.height * Double(mask.rows))
      let cell = min(row, mask.rows - 1) * mask.columns + min(column, mask.columns - 1)
      return paint.opacity * Double(mask.coverages[cell]) / 255
    }
  }

  /// The ink with only the dots that reach into an area.
  func narrowed(to area: Rectangle) -> Ink {
    guard case .dots(let points, let shape, let radius) = form else { return self }
    let reach = area.grown(by: Points(radius))
    var ink = self
    ink.form = .dots(points.filter(reach.contains), shape: shape, radius: radius)
    return ink
  }

  /// How often outlines go around a place (the nonzero rule).
  private func winding(_ outlines: [[Point]], _ place: Point) -> Int {
    outlines.reduce(0) { sum, outline in
      guard var from = outline.last else { return sum }
      var turns = sum
      for to in outline {
        defer { from = to }
        guard (from.y <= place.y) != (to.y <= place.y) else { continue }
        let share = (place.y - from.y).value / (to.y - from.y).value
        if from.x + (to.x - from.x) * share > place.x { turns += to.y > from.y ? 1 : -1 }
      }
      return turns
    }
  }

  private func isNear(_ line: [Point], _ place: Point, _ distance: Double) -> Bool {
    zip(line, line.dropFirst()).contains { from, to in
      let (dx, dy) = ((to.x - from.x).value, (to.y - from.y).value)
      let (px, py) = ((place.x - from.x).value, (place.y - from.y).value)
      let length = dx * dx + dy * dy
      let share = length > 0 ? max(0, min(1, (px * dx + py * dy) / length)) : 0
      let (x, y) = (px - share * dx, py - share * dy)
      return x * x + y * y <= distance * distance
    }
  }
}

extension Ink.Form {
  fileprivate var bounds: Rectangle {
    switch self {
    case .area(let outlines): Rectangle(around: outlines.flatMap(\.self))
    case .line(let lines, let width, _):
      Rectangle(around: lines.flatMap(\.self)).grown(by: Points(width / 2))
    case .dots(let points, _, let radius): Rectangle(around: points).grown(by: Points(radius))
    case .cells(_, let area): area
    }
  }
}

extension Point {
  var isFinite: Bool { x.value.isFinite && y.value.isFinite }
}

extension Path {
  /// Whether every step leads to a place.
  var isFinite: Bool { steps.allSatisfy { $0.points.allSatisfy(\.isFinite) } }

  /// The outline as straight lines, moved; each curve as eight of them.
  func flattened(movedBy offset: Point) -> [[Point]] {
    var lines: [[Point]] = []
    var line: [Point] = []
    func moved(_ point: Point) -> Point { Point(x: point.x + offset.x, y: point.y + offset.y) }
    for step in steps {
      switch step {
      case .move(let point):
        if !line.isEmpty { lines.append(line) }
        line = [moved(point)]
      case .line(let point): line.append(moved(point))
      case .curve(let a, let b, let end):
        guard let start = line.last else { continue }
        line += curve(start, moved(a), moved(b), moved(end))
      case .close: if let first = line.first { line.append(first) }
      }
    }
    return (line.isEmpty ? lines : lines + [line])
      .map { $0.filter(\.isFinite) }
  }

  private func curve(_ start: Point, _ a: Point, _ b: Point, _ end: Point) -> [Point] {
    (1...8).map { step in
      let t = Double(step) / 8
      let u = 1 - t
      let (p, q, r, s) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
      return Point(
        x: p * start.x + q * a.x + r * b.x + s * end.x,
        y: p * start.y + q * a.y + r * b.y + s * end.y)
    }
  }
}
