import Drawing
import Frame

/// Short strokes, one a row: a measure along one side, perhaps categories along the other; over bars
/// they mark a level of each, as a target.
struct TickMark: Mark {
  static let name = "tick"
  static let needs: [Channel] = [.x]
  static let takes: [Channel] = [.y, .color]
  static let cleans: [Channel] = [.x, .y]
  static let sample = LegendSample.line
  static let traits: MarkTraits = [.linesUpNumbersOfY]

  private let layer: Layer
  /// The side along which the categories are lined up.
  private let base: Side
  /// Where shapes of the same colours stand side by side.
  private var slots: SharedSlots?
  private var isOverBars = false

  init(_ layer: Layer, _ settings: NoSettings) {
    self.layer = layer
    base = layer.rows.measuresUpwards ? .x : .y
  }

  func beside(_ marks: [any Mark]) -> TickMark {
    var mark = self
    mark.slots = SharedSlots(layer, beside: marks)
    mark.isOverBars = marks.contains { ($0 as? BarMark)?.base == base }
    return mark
  }

  func demand(_ side: Side) -> AxisDemand {
    if side == base, base == .x { return AxisDemand(layer.rows[.x], asBands: true) }
    if side == .y, layer.rows[.y] == nil {
      var demand = AxisDemand(range: nil)
      demand.categories = [.text("")]
      return demand
    }
    return AxisDemand(layer.rows[side.channel], asBands: side == base)
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let bands = panel.scale(base).bands else { return [] }
    let rows = layer.rows(inPanel: panel.index)
    let levels = layer.places(base.other, rows: rows, in: panel, nil)
    let middles =
      layer.rows[base.channel] == nil
      ? rows.map { _ in bands.center(0) } : layer.places(base, rows: rows, in: panel, slots)
    let half = isOverBars ? bands.bandwidth / 2 / Double(slots?.count ?? 1) : strip(bands)
    // Strokes of one path do not darken each other: in many paths, crowded places show as such.
    let stretch = max(64, rows.count / TickMark.layers)
    return stride(from: 0, to: rows.count, by: stretch).flatMap { start in
      strokes(
        rows[start..<min(start + stretch, rows.count)].indices.filter {
          levels[$0].isFinite && middles[$0].isFinite
        }
        .map { (layer.groups[rows[$0]], levels[$0], middles[$0] - half...middles[$0] + half) },
        opacity(rows.count), panel)
    }
  }

  private func strip(_ bands: BandScale) -> Double { min(bands.bandwidth, 28) / 2 }

  private func opacity(_ count: Int) -> Double {
    if isOverBars { return layer.rows.opacity ?? 1 }
    return layer.rows.opacity ?? max(0.15, min(0.8, 1.1 - 0.3 * logarithm(Double(max(1, count)))))
  }

  /// How many times a place is darkened at most.
  private static let layers = 24

  /// One path a group.
  private func strokes(
    _ strokes: [(group: Int, level: Double, along: ClosedRange<Double>)], _ opacity: Double,
    _ panel: Panel
  ) -> [SceneElement] {
    var paths: [Int: [Path.Step]] = [:]
    for stroke in strokes {
      paths[stroke.group, default: []] += [
        .move(panel.point(along: stroke.along.lowerBound, across: stroke.level, side: base)),
        .line(panel.point(along: stroke.along.upperBound, across: stroke.level, side: base)),
      ]
    }
    return paths.keys.sorted().map { group in
      // On a bar of its own colour a stroke would not be seen.
      let paint = isOverBars ? panel.context.theme.ink : layer.colors.paint(group)
      let stroke = Stroke(paint.opacity(opacity), width: isOverBars ? 1.6 : 0.8)
      return .path(Path(paths[group] ?? []), fill: nil, stroke: stroke)
    }
  }

  private func medians(_ words: Words) -> [String] {
    guard layer.rows[base.other.channel]?.isCategorical == false else { return [] }
    let values = GroupedValues(layer, base: base)
    return values.findings(values.medians, words)
  }

  func story(in words: Words) -> Story {
    let place =
      layer.rows[base.channel].map { " by \(words.inSentence($0.label.oneLine))" } ?? ""
    return Story(
      kind: "Strip plot", measure: "\(layer.rows[base.other.channel]?.label.oneLine ?? "")\(place)",
      unit: "one stroke per row, n = \(words.count(layer.rows.count))",
      findings: words.ranges(layer) + medians(words),
      points: layer.rows.count)
  }
}

extension LayerRows {
  /// Whether a measure of y stands over categories of x.
  var measuresUpwards: Bool {
    self[.x].map(\.isCategorical) == true && self[.y].map(\.isCategorical) == false
  }
}
