extension Rectangle {
  /// The smallest rectangle around points; at the corner of the paper where there are none.
  package init(around points: [Point]) {
    let (x, y) = (points.map(\.x.value), points.map(\.y.value))
    let (left, top) = (x.min() ?? 0, y.min() ?? 0)
    self.init(
      x: Points(left), y: Points(top), width: Points((x.max() ?? 0) - left),
      height: Points((y.max() ?? 0) - top))
  }

  /// The smallest rectangle around both.
  package func joined(_ other: Rectangle) -> Rectangle {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Rectangle(
      x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  /// The part inside another, of no width or height where there is none.
  package func cut(to other: Rectangle) -> Rectangle {
    let (left, top) = (max(x, other.x), max(y, other.y))
    return Rectangle(
      x: left, y: top, width: max(0, min(maxX, other.maxX) - left),
      height: max(0, min(maxY, other.maxY) - top))
  }

  /// Whether a point lies inside or on an edge.
  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
  }

  /// Whether two have any area or line in common.
  package func meets(_ other: Rectangle) -> Bool {
    x <= other.maxX && other.x <= maxX && y <= other.maxY && other.y <= maxY
  }

  /// The rectangle grown by a distance on each side; shrunk by a negative one.
  package func grown(by distance: Points) -> Rectangle {
    inset(left: -distance, top: -distance, right: -distance, bottom: -distance)
  }

  /// The rectangle at another place.
  package func moved(by offset: Point) -> Rectangle {
    Rectangle(x: x + offset.x, y: y + offset.y, width: width, height: height)
  }
}

extension Path.Step {
  /// The step's end, and what its curve leans to: the points that hold its stretch between them.
  package var points: [Point] {
    switch self {
    case .move(let end), .line(let end): [end]
    case .curve(let a, let b, let end): [a, b, end]
    case .close: []
    }
  }
}
