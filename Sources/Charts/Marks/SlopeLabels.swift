import Drawing

/// The values beside the ends of a panel's slopes: at the left always, at the right where no label
/// beside the panel tells them.
struct SlopeLabels {
  private let mark: SlopeMark
  private let lines: [SlopeLines.Line]
  private let places: [Double]
  private let panel: Panel

  private static let line: Points = 10.5
  private static let gap: Points = 7

  init(_ mark: SlopeMark, _ lines: [SlopeLines.Line], _ places: [Double], _ panel: Panel) {
    (self.mark, self.lines, self.places, self.panel) = (mark, lines, places, panel)
  }

  var elements: [SceneElement] {
    guard let first = places.first, let last = places.last else { return [] }
    var elements = places.count > 1 ? labels(at: first, isLeft: true) { $0.start } : []
    let isNamed = mark.layer.panelCount == 1 && !mark.layer.colors.categories.isEmpty
    if !isNamed || panel.dashesCategories {
      elements += labels(at: last, isLeft: false) { $0.end }
    }
    return elements + SlopeMiddleLabels(mark, lines, places, panel).elements
  }

  private func labels(at x: Double, isLeft: Bool, value: (SlopeLines.Line) -> Double?)
    -> [SceneElement]
  {
    let words = Words(formatter: panel.context.formatter)
    let wanted = lines.compactMap { line -> (line: SlopeLines.Line, level: Double, text: String)? in
      guard let value = value(line), x.isFinite else { return nil }
      let level = panel.y.place(value)
      let text = words.number(value, like: mark.layer.rows[.y])
      return level.isFinite ? (line, level, text) : nil
    }.sorted { ($0.level, $0.line.group) < ($1.level, $1.line.group) }
    // Of more values than the panel is high for, the rest are told by the pointer alone.
    let shown = fitting(wanted)
    let frame = panel.frame
    let centers = spread(
      shown.map { ($0.level, SlopeLabels.line.value) },
      within: frame.y.value - 4...max(frame.y.value, frame.maxY.value))
    return zip(shown, centers).flatMap { label, center in
      draw(
        label.text, label.line, from: Point(x: Points(x), y: Points(label.level)), center, isLeft)
    }
  }

  /// As many labels as the panel is high for: of more, those of lines with a colour come first.
  private func fitting<Label>(_ labels: [(line: SlopeLines.Line, level: Double, text: Label)])
    -> [(line: SlopeLines.Line, level: Double, text: Label)]
  {
    let room = max(1, Int((panel.frame.height + 8) / SlopeLabels.line))
    guard labels.count > room else { return labels }
    let ranked = labels.indices.sorted {
      (mark.isPooled(labels[$0].line) ? 1 : 0, $0) < (mark.isPooled(labels[$1].line) ? 1 : 0, $1)
    }
    return ranked.prefix(room).sorted().map { labels[$0] }
  }

  private func draw(
    _ text: String, _ line: SlopeLines.Line, from end: Point, _ center: Double, _ isLeft: Bool
  ) -> [SceneElement] {
    let theme = panel.context.theme
    let paint = theme.legible(mark.layer.colors.paint(line.group))
    let side: Double = isLeft ? -1 : 1
    let x = end.x + SlopeLabels.gap * side
    let room = abs(panel.x.bands?.step ?? 0) / 2 - SlopeLabels.gap.value
    let fitted = panel.context.measuring.fitted(text, theme.label, width: Points(max(8, room)))
    let run = TextRun(fitted, font: theme.label, paint: paint)
    let leader = [
      Point(x: end.x + 3 * side, y: end.y), Point(x: x - 1 * side, y: Points(center)),
    ]
    let hasMoved = abs(center - end.y.value) > 5
    return
      (hasMoved
      ? [.path(.polyline(leader), fill: nil, stroke: Stroke(paint, width: 0.5))] : [])
      + [
        .text(
          run, at: Point(x: x, y: Points(center) + 2.75), anchor: isLeft ? .end : .start,
          rotation: 0)
      ]
  }
}
