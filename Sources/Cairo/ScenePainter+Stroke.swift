import CPangoCairo
import Drawing

extension ScenePainter {
  /// What is stroked at a time: on pixels Cairo takes half the time for a long line in stretches.
  ///
  /// Stretches of a solid, round line join without a seam.
  func parts(of path: Path, _ stroke: Stroke) -> [Path] {
    guard stroke.ending == .round, stroke.dashes.isEmpty, stroke.paint.opacity >= 1,
      let stretches = path.stretches(of: 64)
    else { return [sharpened(path, stroke)] }
    return stretches
  }

  /// Sets the pen.
  func set(_ stroke: Stroke) {
    let isRound = stroke.ending == .round
    cairo_set_line_width(context, stroke.width.value)
    cairo_set_line_cap(context, isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_line_join(context, isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    let dashes = stroke.dashes.map(\.value)
    // Dashes that are negative or add up to nothing would put the context into an error for good.
    let isUsable = dashes.allSatisfy { $0 >= 0 } && dashes.reduce(0, +) > 0
    cairo_set_dash(context, dashes, isUsable ? Int32(dashes.count) : 0, 0)
  }

  /// A straight upright or level line moved onto the pixels, at most half of one, to be sharp.
  private func sharpened(_ path: Path, _ stroke: Stroke) -> Path {
    guard path.steps.count == 2, case .move(let a) = path.steps[0],
      case .line(let b) = path.steps[1], a.x == b.x || a.y == b.y
    else { return path }
    var (width, none) = (stroke.width.value, 0.0)
    cairo_user_to_device_distance(context, &width, &none)
    let half = width.rounded().truncatingRemainder(dividingBy: 2) == 1 ? 0.5 : 0
    let snap = { (x: Double) in (x - half).rounded() + half }
    let (left, top) = onPixels((a.x.value, a.y.value), by: snap)
    let (right, bottom) = onPixels((b.x.value, b.y.value), by: snap)
    let isUpright = a.x == b.x
    return .polyline([
      Point(x: isUpright ? Points(left) : a.x, y: isUpright ? a.y : Points(top)),
      Point(x: isUpright ? Points(right) : b.x, y: isUpright ? b.y : Points(bottom)),
    ])
  }
}

extension Path {
  /// The outline in pieces of so many steps, each from where the last ended; nil for a short outline
  /// and for one with closed parts.
  fileprivate func stretches(of count: Int) -> [Path]? {
    guard steps.count > count * 2 else { return nil }
    var stretches: [Path] = []
    var stretch: [Step] = []
    for step in steps {
      stretch.append(step)
      let end: Point
      switch step {
      case .move(let point), .line(let point), .curve(_, _, let point): end = point
      case .close: return nil
      }
      guard stretch.count > count else { continue }
      stretches.append(Path(stretch))
      stretch = [.move(end)]
    }
    return stretch.count > 1 ? stretches + [Path(stretch)] : stretches
  }
}
