import Drawing
import Frame
import JSON

/// Upright or lying lines between two limits, with a dot at the mean where rows are summed up here.
struct ErrorbarMark: Mark {
  static let name = "errorbar"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.x2, .y2, .color]
  static let cleans: [Channel] = [.x, .y, .x2, .y2]
  static let measures: [[Channel]] = [[.x, .y]]
  static let sample = LegendSample.line
  static let traits: MarkTraits = [.turnsForLongNames]

  private let spreads: Spreads

  init(_ layer: Layer, _ settings: SpreadSettings) { spreads = Spreads(layer, settings) }

  func demand(_ side: Side) -> AxisDemand { spreads.demand(side) }

  func draw(in panel: Panel) -> [SceneElement] {
    let shown = spreads.all.filter { $0.panel == panel.index }
    guard let column = spreads.layer.rows[spreads.base.channel] else { return [] }
    let scale = panel.scale(spreads.base)
    let places = scale.places(of: column.column, rows: shown.map(\.row))
    let slots = Slots(
      groups: shown.map(\.group), places: places, width: scale.bands?.bandwidth ?? 0)
    return shown.indices.flatMap { index -> [SceneElement] in
      guard places[index].isFinite else { return [] }
      let cap = scale.bands == nil ? 3 : min(4, slots.width(index) * 0.3)
      return draw(shown[index], at: slots.center(index), cap: cap, panel)
    }
  }

  private func draw(_ spread: Spread, at center: Double, cap: Double, _ panel: Panel)
    -> [SceneElement]
  {
    let scale = panel.scale(spreads.base.other)
    func point(_ along: Double, _ level: Double) -> Point {
      panel.point(along: along, across: scale.place(level), side: spreads.base)
    }
    let paint = paint(spread.group, panel.context.theme)
    var elements: [SceneElement] = []
    if scale.place(spread.low).isFinite, scale.place(spread.high).isFinite {
      var steps: [Path.Step] = [
        .move(point(center, spread.low)), .line(point(center, spread.high)),
      ]
      for level in [spread.low, spread.high] {
        steps += [.move(point(center - cap, level)), .line(point(center + cap, level))]
      }
      // On paper's edge the line stands out from a bar of whatever colour.
      let edge = Stroke(panel.context.theme.paper, width: 3.2)
      elements.append(.path(Path(steps), fill: nil, stroke: edge))
      elements.append(.path(Path(steps), fill: nil, stroke: Stroke(paint, width: 1.2)))
    }
    if let mean = spread.mean, scale.place(mean).isFinite {
      let paper = panel.context.theme.paper
      elements.append(.dots([point(center, mean)], shape: .circle, radius: 3.1, paint: paper))
      elements.append(.dots([point(center, mean)], shape: .circle, radius: 2.1, paint: paint))
    }
    return elements
  }

  /// Darker than the category, to be seen on a bar of its colour.
  private func paint(_ group: Int, _ theme: Theme) -> Paint {
    let layer = spreads.layer
    guard layer.rows[.color] != nil else { return theme.ink }
    return layer.colors.paint(group).mixed(with: theme.ink, share: 0.35)
      .opacity(layer.rows.opacity ?? 1)
  }

  func counts(panel: Int) -> [Value: Int] {
    guard spreads.base == .x, let places = spreads.layer.rows[.x]?.column else { return [:] }
    return spreads.all.filter { $0.panel == panel && $0.n != nil }.reduce(into: [:]) {
      $0[places[$1.row], default: 0] += $1.n ?? 0
    }
  }

  func story(in words: Words) -> Story {
    spreads.story("Means with error bars", shape: "bars", words)
  }

  var results: [(key: String, value: JSONValue)] { spreads.results }
}
