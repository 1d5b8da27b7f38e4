import Drawing
import Frame

/// Short strokes, one a row: a measure along one side, perhaps categories along the other.
struct TickMark: Mark {
  static let name = "tick"
  static let needs: [Channel] = [.x]
  static let takes: [Channel] = [.y, .color]
  static let cleans: [Channel] = [.x, .y]
  static let sample = LegendSample.line
  static let traits: MarkTraits = [.linesUpNumbersOfY]

  private let layer: Layer

  init(_ layer: Layer, _ settings: NoSettings) { self.layer = layer }

  func demand(_ side: Side) -> AxisDemand {
    if side == .y, layer.rows[.y] == nil {
      var demand = AxisDemand(range: nil)
      demand.categories = [.text("")]
      return demand
    }
    return AxisDemand(layer.rows[side.channel], asBands: side == .y)
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let x = layer.rows[.x], let bands = panel.y.bands else { return [] }
    let rows = layer.rows(inPanel: panel.index)
    let xs = panel.x.places(of: x.column, rows: rows)
    let ys =
      layer.rows[.y].map { panel.y.places(of: $0.column, rows: rows) }
      ?? rows.map { _ in bands.center(0) }
    let half = min(bands.bandwidth, 28) / 2
    let opacity =
      layer.rows.opacity ?? max(0.15, min(0.8, 1.1 - 0.3 * logarithm(Double(max(1, rows.count)))))
    // Strokes of one path do not darken each other: in many paths, crowded places show as such.
    let stretch = max(64, rows.count / TickMark.layers)
    return stride(from: 0, to: rows.count, by: stretch).flatMap { start in
      strokes(
        rows[start..<min(start + stretch, rows.count)].indices.filter {
          xs[$0].isFinite && ys[$0].isFinite
        }
        .map { (layer.groups[rows[$0]], xs[$0], ys[$0] - half, ys[$0] + half) }, opacity)
    }
  }

  /// How many times a place is darkened at most.
  private static let layers = 24

  /// One path a group.
  private func strokes(
    _ strokes: [(group: Int, x: Double, top: Double, foot: Double)], _ opacity: Double
  ) -> [SceneElement] {
    var paths: [Int: [Path.Step]] = [:]
    for stroke in strokes {
      paths[stroke.group, default: []] += [
        .move(Point(x: Points(stroke.x), y: Points(stroke.top))),
        .line(Point(x: Points(stroke.x), y: Points(stroke.foot))),
      ]
    }
    return paths.keys.sorted().map { group in
      let stroke = Stroke(layer.colors.paint(group).opacity(opacity), width: 0.8)
      return .path(Path(paths[group] ?? []), fill: nil, stroke: stroke)
    }
  }

  func story(in words: Words) -> Story {
    let place = layer.rows[.y].map { " by \(words.inSentence($0.label.oneLine))" } ?? ""
    return Story(
      kind: "Strip plot", measure: "\(layer.rows[.x]?.label.oneLine ?? "")\(place)",
      unit: "one stroke a row, n = \(words.count(layer.rows.count))", findings: words.ranges(layer),
      points: layer.rows.count)
  }
}
