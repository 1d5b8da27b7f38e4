import Drawing
import Statistics

/// One box at its place.
struct BoxDrawing {
  let summary: BoxSummary
  let slot: GroupedValues.Slot
  let width: Double
  let base: Side
  let paint: Paint
  let panel: Panel

  /// Whiskers, box, median, then what lies beyond.
  func elements(_ settings: BoxSettings) -> [SceneElement] {
    let edge = Stroke(paint, width: 1)
    let fill = paint.mixed(with: panel.context.theme.paper, share: 0.8)
    let waist = settings.hasNotches ? width / 2 : width
    let ends = [-waist / 2, waist / 2].map { point(slot.center + $0, summary.median) }
    var elements: [SceneElement] = [
      line(summary.lowWhisker, summary.q1, edge), line(summary.q3, summary.highWhisker, edge),
      .path(settings.hasNotches ? notched : plain, fill: fill, stroke: edge),
      .path(.polyline(ends), fill: nil, stroke: Stroke(paint, width: 2)),
    ]
    if settings.showsMean {
      elements.append(
        .dots([point(slot.center, summary.mean)], shape: .diamond, radius: 2.2, paint: paint))
    }
    let beyond = apart(summary.outliers.map { point(slot.center, $0) })
    if !beyond.isEmpty {
      elements.append(.dots(beyond, shape: .ring, radius: 1.4, paint: paint))
    }
    return elements
  }

  private func point(_ along: Double, _ value: Double) -> Point {
    panel.point(along: along, across: panel.scale(base.other).place(value), side: base)
  }

  private func line(_ from: Double, _ to: Double, _ stroke: Stroke) -> SceneElement {
    .path(
      .polyline([point(slot.center, from), point(slot.center, to)]), fill: nil, stroke: stroke)
  }

  private var plain: Path {
    let scale = panel.scale(base.other)
    let (low, high) = (scale.place(summary.q1), scale.place(summary.q3))
    return .rectangle(
      panel.rectangle(
        along: slot.center - width / 2...slot.center + width / 2,
        across: min(low, high)...max(low, high), side: base))
  }

  private var notched: Path {
    let (low, high) = (
      max(summary.q1, summary.notch.lowerBound), min(summary.q3, summary.notch.upperBound)
    )
    let right = [
      (width / 2, summary.q1), (width / 2, low), (width / 4, summary.median), (width / 2, high),
      (width / 2, summary.q3),
    ]
    return .polygon(
      right.map { point(slot.center + $0, $1) }
        + right.reversed().map { point(slot.center - $0, $1) })
  }

  /// The places a quarter point or more apart: what lies nearer looks the same.
  private func apart(_ points: [Point]) -> [Point] {
    var last: Point?
    return points.filter { point in
      if let last, abs(last.x.value - point.x.value) + abs(last.y.value - point.y.value) < 0.25 {
        return false
      }
      last = point
      return true
    }
  }
}
