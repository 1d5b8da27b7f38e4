import Drawing

/// Places labels beside points so that they cover neither each other nor any point.
///
/// Each label takes the best free place around its point, the most important label first: right of
/// it, above, below, left, at the corners, then farther away with a line that leads back. A label
/// that finds none is given the place of one neighbour that can stand elsewhere. The same points
/// always give the same places.
struct PointLabels {
  /// One label before it has a place.
  struct Item: Hashable, Sendable {
    let point: Point
    /// How far the point's mark reaches.
    let radius: Points
    let size: Size
  }

  /// A place for a label.
  struct Place: Hashable, Sendable {
    let area: Rectangle
    /// The line back to the point, where the label stands away from it.
    let leader: [Point]?
  }

  private let items: [Item]
  private let frame: Rectangle
  private var room: LabelRoom
  private let dots: LabelRoom
  private let lines: LabelRoom
  private var places: [Place?]
  private var numbers: [Int?]

  /// From a point's mark to its label.
  private static let gap: Points = 2
  /// From a point's mark to labels that stand away from it.
  private static let rings: [Points] = [9, 16, 25]

  /// The place of each label in a frame, nil where none is free; the first label matters most.
  ///
  /// `room` is what no label may cover; it grows by these.
  static func places(_ items: [Item], room: inout PanelRoom, in frame: Rectangle) -> [Place?] {
    var labels = PointLabels(items, room, frame)
    labels.placeGreedily()
    labels.repair()
    labels.improve()
    room.labels = labels.room
    return labels.places
  }

  private init(_ items: [Item], _ room: PanelRoom, _ frame: Rectangle) {
    self.items = items
    self.frame = frame
    (self.room, dots, lines) = (room.labels, room.dots, room.lines)
    places = Array(repeating: nil, count: items.count)
    numbers = Array(repeating: nil, count: items.count)
  }

  private mutating func placeGreedily() {
    for index in items.indices {
      if let place = candidates(index).first(where: isFree) { put(index, place) }
    }
  }

  /// Moves one neighbour out of the way of each label that found no place, where that helps.
  private mutating func repair() {
    for index in items.indices where places[index] == nil {
      for candidate in candidates(index).prefix(8) {
        let taken = room.under(candidate.area)
        guard taken.count == 1, let other = numbers.firstIndex(of: taken[0]),
          let old = places[other]
        else { continue }
        take(other)
        put(index, candidate)
        if let elsewhere = candidates(other).first(where: isFree) {
          put(other, elsewhere)
          break
        }
        take(index)
        put(other, old)
      }
    }
  }

  /// Lets each label have a better place that became free.
  private mutating func improve() {
    for index in items.indices {
      guard let old = places[index] else { continue }
      take(index)
      put(index, candidates(index).first(where: isFree) ?? old)
    }
  }

  private mutating func put(_ index: Int, _ place: Place) {
    places[index] = place
    numbers[index] = room.occupy(place.area)
  }

  private mutating func take(_ index: Int) {
    if let number = numbers[index] { room.release(number) }
    (places[index], numbers[index]) = (nil, nil)
  }

  private func isFree(_ place: Place) -> Bool {
    guard room.isFree(place.area) else { return false }
    guard let leader = place.leader else { return true }
    // A leader is short: its ends and thirds tell whether it runs through another label.
    return (0...4).allSatisfy { step in
      let share = Double(step) / 4
      let x = leader[0].x + (leader[1].x - leader[0].x) * share
      let y = leader[0].y + (leader[1].y - leader[0].y) * share
      return room.isFree(Rectangle(x: x - 0.5, y: y - 0.5, width: 1, height: 1))
    }
  }

  /// The places around a point that lie in the frame and cover no dot, the best first.
  private func candidates(_ index: Int) -> [Place] {
    let item = items[index]
    let near = PointLabels.directions.map { place(item, $0, item.radius + PointLabels.gap, false) }
    let far = PointLabels.rings.flatMap { ring in
      PointLabels.directions.map { place(item, $0, item.radius + ring, true) }
    }
    return (near + far).filter { place in
      place.area.x >= frame.x && place.area.maxX <= frame.maxX && place.area.y >= frame.y
        && place.area.maxY <= frame.maxY && dots.isFree(place.area)
        && lines.isFree(place.area)
    }
  }

  /// Right, above, below, left, then the corners.
  private static let directions: [(x: Double, y: Double)] = [
    (1, 0), (0, -1), (0, 1), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1),
  ]

  private func place(
    _ item: Item, _ direction: (x: Double, y: Double), _ distance: Points, _ isFar: Bool
  ) -> Place {
    // At a corner both offsets together make the distance.
    let reach = direction.x != 0 && direction.y != 0 ? distance * 0.75 : distance
    let anchor = Point(
      x: item.point.x + reach * direction.x, y: item.point.y + reach * direction.y)
    let area = Rectangle(
      x: anchor.x + item.size.width * ((direction.x - 1) / 2),
      y: anchor.y + item.size.height * ((direction.y - 1) / 2), width: item.size.width,
      height: item.size.height)
    guard isFar else { return Place(area: area, leader: nil) }
    let start = PointLabels.toward(anchor, from: item.point, item.radius + 0.5)
    return Place(area: area, leader: [start, PointLabels.toward(start, from: anchor, 1)])
  }

  /// The point at a distance from one point on the way to another.
  private static func toward(_ end: Point, from start: Point, _ distance: Points) -> Point {
    let (x, y) = ((end.x - start.x).value, (end.y - start.y).value)
    let length = (x * x + y * y).squareRoot()
    guard length > 0 else { return start }
    let share = distance.value / length
    return Point(x: start.x + Points(x * share), y: start.y + Points(y * share))
  }
}
