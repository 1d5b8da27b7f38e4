import Drawing
import Frame

/// Short strokes, one a row: a measure along one side, perhaps categories along the other.
struct TickMark: Mark {
  static let name = "tick"
  static let needs: [Channel] = [.x]
  static let takes: [Channel] = [.y, .color]
  static let cleans: [Channel] = [.x, .y]
  static let sample = LegendSample.line

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
    var paths: [Int: [Path.Step]] = [:]
    for index in rows.indices where xs[index].isFinite && ys[index].isFinite {
      paths[layer.groups[rows[index]], default: []] += [
        .move(Point(x: Points(xs[index]), y: Points(ys[index] - half))),
        .line(Point(x: Points(xs[index]), y: Points(ys[index] + half))),
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
