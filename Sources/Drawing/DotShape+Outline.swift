extension DotShape {
  /// The form as an outline around the origin, filled where the pen goes around.
  ///
  /// The radius is a circle's; square, triangle and diamond cover the same area, so no category
  /// looks heavier than another. One geometry for every painter.
  package func outline(radius: Points) -> Path {
    let r = radius.value
    switch self {
    case .circle: return Path(DotShape.circle(r, clockwise: true))
    case .ring:
      return Path(DotShape.circle(r, clockwise: true) + DotShape.circle(r * 0.6, clockwise: false))
    case .square: return DotShape.corners([(-1, -1), (1, -1), (1, 1), (-1, 1)], r * 0.886_227)
    case .diamond: return DotShape.corners([(0, -1), (1, 0), (0, 1), (-1, 0)], r * 1.253_314)
    case .triangle:
      // The centre of gravity stands on the point; 1.555 r from there to a corner.
      return DotShape.corners([(0, -1), (0.866_025, 0.5), (-0.866_025, 0.5)], r * 1.555_122)
    case .cross: return DotShape.corners(DotShape.crossCorners, r * 1.1)
    }
  }

  /// Two diagonal bars of a width of 0.4.
  private static let crossCorners: [(Double, Double)] = {
    let (arm, notch) = (0.2 * 0.5.squareRoot(), 0.2 * 2.0.squareRoot())
    let quarter: [(Double, Double)] = [
      (1 - arm, -1 + -arm), (1 + arm, -1 + arm), (notch, 0),
    ]
    return [(1.0, 0.0), (0, 1), (-1, 0), (0, -1)].flatMap { cosine, sine in
      quarter.map { x, y in (x * cosine - y * sine, x * sine + y * cosine) }
    }
  }()

  private static func corners(_ corners: [(Double, Double)], _ scale: Double) -> Path {
    .polygon(corners.map { Point(x: Points($0.0 * scale), y: Points($0.1 * scale)) })
  }

  private static func circle(_ r: Double, clockwise: Bool) -> [Path.Step] {
    // The distance of control points with which four Bézier curves are a circle to 0.03 %.
    let k = r * 0.552_285
    let turn = clockwise ? 1.0 : -1.0
    func point(_ x: Double, _ y: Double) -> Point { Point(x: Points(x), y: Points(y * turn)) }
    return [
      .move(point(r, 0)), .curve(point(r, k), point(k, r), point(0, r)),
      .curve(point(-k, r), point(-r, k), point(-r, 0)),
      .curve(point(-r, -k), point(-k, -r), point(0, -r)),
      .curve(point(k, -r), point(r, -k), point(r, 0)), .close,
    ]
  }
}

extension Path {
  /// The outline moved by the coordinates of a point.
  package func moved(by offset: Point) -> Path {
    func move(_ point: Point) -> Point { Point(x: point.x + offset.x, y: point.y + offset.y) }
    return Path(
      steps.map { step in
        switch step {
        case .move(let point): .move(move(point))
        case .line(let point): .line(move(point))
        case .curve(let a, let b, let end): .curve(move(a), move(b), move(end))
        case .close: .close
        }
      })
  }
}
