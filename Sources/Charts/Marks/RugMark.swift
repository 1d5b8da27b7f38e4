import Drawing
import Frame
import JSON

/// Short strokes inside the edges of a panel, one a row: below for x, at the left for y.
struct RugMark: Mark {
  static let name = "rug"
  static let needs: [Channel] = [.x]
  static let takes: [Channel] = [.y, .color]
  static let cleans: [Channel] = [.x, .y]
  static let measures: [[Channel]] = [[.x]]
  static let sample = LegendSample.line

  private let layer: Layer

  init(_ layer: Layer, _ settings: NoSettings) { self.layer = layer }

  /// More rows than this are drawn once a half point.
  private static let mostStrokes = 2000
  private static let length = 4.0

  private var isThinned: Bool { layer.rows.count > RugMark.mostStrokes }

  private var sides: [Side] {
    [Side.x, .y].filter { layer.rows[$0.channel].map { !$0.isCategorical } ?? false }
  }

  func demand(_ side: Side) -> AxisDemand { AxisDemand(layer.rows[side.channel]) }

  func draw(in panel: Panel) -> [SceneElement] {
    sides.flatMap { side in strokes(side, panel) }
  }

  private func strokes(_ side: Side, _ panel: Panel) -> [SceneElement] {
    guard case .continuous(let scale) = panel.scale(side) else { return [] }
    let numbers = layer.numbers(side.channel)
    var places: [Int: [Double]] = [:]
    var seen: [Int: Set<Int>] = [:]
    for row in numbers.indices where layer.panels[row] == panel.index {
      let place = scale.place(numbers[row])
      guard place.isFinite else { continue }
      let group = layer.groups[row]
      if isThinned, !seen[group, default: []].insert(Int((place * 2).rounded())).inserted {
        continue
      }
      places[group, default: []].append(isThinned ? (place * 2).rounded() / 2 : place)
    }
    let edge = panel.scale(side.other).ends.start
    let end = side == .x ? edge - RugMark.length : edge + RugMark.length
    let opacity =
      layer.rows.opacity
      ?? max(
        0.25, min(0.8, 1.1 - 0.3 * logarithm(Double(max(1, places.values.map(\.count).max() ?? 1))))
      )
    return places.keys.sorted().map { group in
      let steps = (places[group] ?? []).flatMap { place -> [Path.Step] in
        [
          .move(panel.point(along: place, across: edge, side: side)),
          .line(panel.point(along: place, across: end, side: side)),
        ]
      }
      let stroke = Stroke(layer.colors.paint(group).opacity(opacity), width: 0.6)
      return .path(Path(steps), fill: nil, stroke: stroke)
    }
  }

  func story(in words: Words) -> Story {
    var story = Story(
      kind: "Rug", measure: "", unit: "one stroke per row", findings: words.ranges(layer),
      points: layer.rows.count)
    if isThinned { story.methods = ["Strokes of the rug at the same half point are drawn once"] }
    return story
  }
}
