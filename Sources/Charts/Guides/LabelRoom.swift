import Drawing

/// Areas of a panel that are taken, in buckets, so that whether another is free is known at once.
struct LabelRoom: Sendable {
  private static let cell = 24.0
  /// Areas with more cells than this are kept apart: buckets would cost more than they save.
  private static let manyCells = 400
  private var buckets: [Int: [Int]] = [:]
  private var large: [Int] = []
  private var areas: [Rectangle?] = []

  /// Takes an area whether it is free or not; the number releases it.
  @discardableResult mutating func occupy(_ area: Rectangle) -> Int {
    let number = areas.count
    areas.append(area)
    if let cells = LabelRoom.cells(area) {
      for cell in cells { buckets[cell, default: []].append(number) }
    } else {
      large.append(number)
    }
    return number
  }

  /// Gives an area back.
  mutating func release(_ number: Int) { areas[number] = nil }

  /// Takes an area; false where it would cover one that is taken.
  mutating func take(_ area: Rectangle) -> Bool {
    guard isFree(area) else { return false }
    occupy(area)
    return true
  }

  /// Whether nothing that is taken lies under an area.
  func isFree(_ area: Rectangle) -> Bool { !contains(area) { _ in true } }

  /// The numbers of all that lies under an area, in ascending order.
  func under(_ area: Rectangle) -> [Int] {
    var found: Set<Int> = []
    _ = contains(area) { number in
      found.insert(number)
      return false
    }
    return found.sorted()
  }

  private func contains(_ area: Rectangle, _ isEnough: (Int) -> Bool) -> Bool {
    let numbers = LabelRoom.cells(area)?.lazy.flatMap { buckets[$0] ?? [] }
    guard let numbers else { return areas.indices.contains { meets($0, area) && isEnough($0) } }
    return numbers.contains { meets($0, area) && isEnough($0) }
      || large.contains { meets($0, area) && isEnough($0) }
  }

  private func meets(_ number: Int, _ area: Rectangle) -> Bool {
    guard let other = areas[number] else { return false }
    return area.maxX > other.x && area.x < other.maxX && area.maxY > other.y && area.y < other.maxY
  }

  /// The buckets that an area touches; nil where they are too many.
  private static func cells(_ area: Rectangle) -> [Int]? {
    func place(_ value: Double) -> Int { Int(max(-1e6, min(1e6, (value / cell).rounded(.down)))) }
    let (left, right) = (place(area.x.value), place(area.maxX.value))
    let (top, bottom) = (place(area.y.value), place(area.maxY.value))
    guard (right - left + 1) * (bottom - top + 1) <= manyCells else { return nil }
    return (top...max(top, bottom)).flatMap { row in
      (left...max(left, right)).map { row * 4_000_037 + $0 }
    }
  }
}

/// What no label may cover.
struct Obstacles: Sendable {
  var dots: [Rectangle] = []
  var lines: [Rectangle] = []
  /// Pieces of lines through rows, which labels of rules keep off where they can.
  var curves: [Rectangle] = []
}

extension Obstacles {
  /// A line from corner to corner as pieces that are hardly longer than a letter is wide.
  init(along points: [Point?]) {
    for (start, end) in zip(points, points.dropFirst()) {
      guard let start, let end else { continue }
      let (width, height) = ((end.x - start.x).value, (end.y - start.y).value)
      let count = max(1, min(200, Int((max(abs(width), abs(height)) / 4).rounded(.up))))
      for piece in 0..<count {
        let shares = [Double(piece) / Double(count), Double(piece + 1) / Double(count)]
        let xs = shares.map { start.x.value + width * $0 }.sorted()
        let ys = shares.map { start.y.value + height * $0 }.sorted()
        curves.append(
          Rectangle(
            x: Points(xs[0] - 0.8), y: Points(ys[0] - 0.8), width: Points(xs[1] - xs[0] + 1.6),
            height: Points(ys[1] - ys[0] + 1.6)))
      }
    }
  }
}

/// What is taken of one panel, in places relative to its corner.
struct PanelRoom: Sendable {
  /// Labels, which nothing may cover.
  var labels = LabelRoom()
  /// Dots of marks.
  var dots = LabelRoom()
  /// Lines that are read.
  var lines = LabelRoom()
  /// Lines through rows.
  var curves = LabelRoom()

  /// Whether an area holds neither a label nor a line.
  func isFree(ofWords area: Rectangle) -> Bool { labels.isFree(area) && lines.isFree(area) }
}

/// What is taken of each panel.
struct PanelRooms: Sendable {
  private var rooms: [Int: PanelRoom] = [:]

  init(_ panels: [Panel], _ marks: [any Mark]) {
    for panel in panels {
      for obstacles in marks.map({ $0.obstacles(in: panel) }) {
        for dot in obstacles.dots { self[panel].dots.occupy(dot.moved(from: panel.corner)) }
        for line in obstacles.lines { self[panel].lines.occupy(line.moved(from: panel.corner)) }
        for piece in obstacles.curves { self[panel].curves.occupy(piece.moved(from: panel.corner)) }
      }
    }
  }

  subscript(panel: Panel) -> PanelRoom {
    get { rooms[panel.index] ?? PanelRoom() }
    _modify { yield &rooms[panel.index, default: PanelRoom()] }
  }
}

extension Panel {
  /// The panel's corner, from which labels that are placed early count.
  var corner: Point { Point(x: frame.x, y: frame.y) }
}

extension Point {
  func moved(to corner: Point) -> Point { Point(x: x + corner.x, y: y + corner.y) }
  func moved(from corner: Point) -> Point { Point(x: x - corner.x, y: y - corner.y) }
}

extension Rectangle {
  func moved(from corner: Point) -> Rectangle { moved(by: Point(x: -corner.x, y: -corner.y)) }
}

/// Words at a place relative to their panel's corner.
struct PlacedWord: Sendable {
  let run: TextRun
  let place: Point
  let anchor: TextAnchor
  /// Where paper lies under the words, which would else be struck through; nil where none does.
  var ground: Rectangle?

  /// The words in their panel.
  func elements(in panel: Panel) -> [SceneElement] {
    let paper = ground.map { area -> SceneElement in
      .path(
        .rectangle(area.moved(by: panel.corner)), fill: panel.context.theme.paper.opacity(0.8),
        stroke: nil)
    }
    return [paper].compactMap(\.self)
      + [.text(run, at: place.moved(to: panel.corner), anchor: anchor, rotation: 0)]
  }
}
