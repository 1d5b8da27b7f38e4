import Drawing
import Frame
import JSON

/// A ribbon between two limits along the rows in their order; it breaks where a limit is missing.
struct BandMark: Mark {
  static let name = "band"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.x2, .y2, .color]
  static let cleans: [Channel] = [.x]
  static let breaks: [Channel] = [.y, .y2]
  static let measures: [[Channel]] = [[.x, .y]]
  static let sumsUp: [Channel] = [.x, .y]
  static let traits: MarkTraits = [.seesBeyondDomain]

  private let spreads: Spreads

  init(_ layer: Layer, _ settings: SpreadSettings) { spreads = Spreads(layer, settings) }

  func demand(_ side: Side) -> AxisDemand {
    var demand = spreads.demand(side)
    demand.isTight = side == spreads.base
    return demand
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let layer = spreads.layer
    guard let column = layer.rows[spreads.base.channel] else { return [] }
    let shown = spreads.all.filter { $0.panel == panel.index }
    let places = panel.scale(spreads.base).places(of: column.column, rows: shown.map(\.row))
    let groups = Dictionary(grouping: shown.indices) { shown[$0].group }
    return groups.keys.sorted().flatMap { group -> [SceneElement] in
      let order = (groups[group] ?? []).filter { places[$0].isFinite }
        .sorted { (places[$0], $0) < (places[$1], $1) }
      let paint = layer.colors.paint(group).opacity(layer.rows.opacity ?? layer.wash(0.22))
      return ribbons(order.map { (places[$0], shown[$0]) }, panel).map { ribbon in
        // A place between two gaps has no width; it must not vanish.
        ribbon.steps.count == 2
          ? .path(ribbon, fill: nil, stroke: Stroke(paint, width: 1.5))
          : .path(ribbon, fill: paint, stroke: nil)
      }
    }
  }

  /// One outline for each stretch of places that have both limits.
  private func ribbons(_ places: [(along: Double, spread: Spread)], _ panel: Panel) -> [Path] {
    let scale = panel.scale(spreads.base.other)
    var stretches: [[(along: Double, low: Double, high: Double)]] = [[]]
    for (along, spread) in places {
      let (low, high) = (
        spreads.place(spread.low, on: scale), spreads.place(spread.high, on: scale)
      )
      if spreads.isShown(spread, on: scale) {
        stretches[stretches.count - 1].append((along, low, high))
      } else if !stretches[stretches.count - 1].isEmpty {
        stretches.append([])
      }
    }
    return stretches.filter { !$0.isEmpty }.map { stretch in
      func edge(_ level: KeyPath<(along: Double, low: Double, high: Double), Double>) -> [Point] {
        stretch.map { panel.point(along: $0.along, across: $0[keyPath: level], side: spreads.base) }
      }
      return stretch.count == 1
        ? .polyline(edge(\.low) + edge(\.high)) : .polygon(edge(\.high) + edge(\.low).reversed())
    }
  }

  func hindrance(in words: Words) -> String? { spreads.hindrance(words) }

  func story(in words: Words) -> Story { spreads.story("Band", shape: "band", words) }

  var results: [(key: String, value: JSONValue)] { spreads.results }
}
