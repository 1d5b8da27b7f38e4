import Drawing

/// A rectangle turned around a point: the room of a line of text.
struct TurnedBox {
  /// Around from the top left, as the text reads.
  let corners: [Point]

  /// A box given relative to a point around which it is turned clockwise by degrees.
  init(_ box: Rectangle, around point: Point, rotation: Double) {
    let turn = Turn(degrees: rotation)
    corners = [
      (box.x, box.y), (box.maxX, box.y), (box.maxX, box.maxY), (box.x, box.maxY),
    ]
    .map { x, y in turn(x, y, around: point) }
  }

  /// The smallest upright rectangle around it.
  var bounds: Rectangle { Rectangle(around: corners) }

  /// How deep it and another reach into each other, along the side where that is least; nothing or
  /// less where they are apart (the separating axis theorem).
  func depth(with other: TurnedBox) -> Points {
    let axes = [(0, 1), (1, 2)].flatMap { from, to in
      [direction(from, to), other.direction(from, to)]
    }
    return axes.map { axis in
      let (own, others) = (extent(along: axis), other.extent(along: axis))
      return Points(min(own.high, others.high) - max(own.low, others.low))
    }
    .min() ?? 0
  }

  /// The place at shares of the way along the text and down.
  func place(along: Double, down: Double) -> Point {
    let (origin, right, below) = (corners[0], corners[1], corners[3])
    return Point(
      x: origin.x + (right.x - origin.x) * along + (below.x - origin.x) * down,
      y: origin.y + (right.y - origin.y) * along + (below.y - origin.y) * down)
  }

  private func direction(_ from: Int, _ to: Int) -> (x: Double, y: Double) {
    let (x, y) = (
      (corners[to].x - corners[from].x).value, (corners[to].y - corners[from].y).value
    )
    let length = max((x * x + y * y).squareRoot(), 1e-9)
    return (x / length, y / length)
  }

  private func extent(along axis: (x: Double, y: Double)) -> (low: Double, high: Double) {
    let places = corners.map { $0.x.value * axis.x + $0.y.value * axis.y }
    return (places.min() ?? 0, places.max() ?? 0)
  }
}

/// A turn by degrees, clockwise since y runs down; right angles are exact.
private struct Turn {
  let cosine: Double
  let sine: Double

  init(degrees: Double) {
    switch degrees {
    case 0: (cosine, sine) = (1, 0)
    case 90, -270: (cosine, sine) = (0, 1)
    case -90, 270: (cosine, sine) = (0, -1)
    case 180, -180: (cosine, sine) = (-1, 0)
    default:
      cosine = Fitness.cosine(degrees)
      sine = Fitness.sine(degrees)
    }
  }

  func callAsFunction(_ x: Points, _ y: Points, around point: Point) -> Point {
    Point(x: point.x + x * cosine - y * sine, y: point.y + x * sine + y * cosine)
  }
}
