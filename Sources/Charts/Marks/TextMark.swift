import Drawing
import Frame

/// Words at places; a word that would cover an earlier one is left out and counted.
struct TextMark: Mark {
  static let name = "text"
  static let needs: [Channel] = [.x, .y, .label]
  static let takes: [Channel] = [.color]
  static let traits: MarkTraits = [.needsNoGrid]

  private let layer: Layer

  init(_ layer: Layer, _ settings: NoSettings) { self.layer = layer }

  func demand(_ side: Side) -> AxisDemand { AxisDemand(layer.rows[side.channel]) }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let x = layer.rows[.x], let y = layer.rows[.y], let label = layer.rows[.label] else {
      return []
    }
    let rows = layer.rows(inPanel: panel.index)
    let xs = panel.x.places(of: x.column, rows: rows)
    let ys = panel.y.places(of: y.column, rows: rows)
    let theme = panel.context.theme
    let words = Words(formatter: panel.context.formatter)
    var taken = Occupancy()
    return rows.indices.compactMap { index in
      guard xs[index].isFinite, ys[index].isFinite else { return nil }
      let written = words.text(label, row: rows[index])
      let text = panel.context.measuring.fitted(
        written, theme.label, width: panel.frame.width * 0.6)
      let extent = panel.context.measuring.extent(of: text, font: theme.label)
      let half = extent.width * 0.5
      // Words near an edge are moved inside instead of being cut.
      let middle = max(panel.frame.x + half, min(panel.frame.maxX - half, Points(xs[index])))
      let area = Rectangle(
        x: middle - half, y: Points(ys[index]) - extent.height / 2, width: extent.width,
        height: extent.height)
      guard taken.take(area) else { return nil }
      let paint =
        layer.rows[.color] == nil
        ? theme.ink : theme.legible(layer.colors.paint(layer.groups[rows[index]]))
      return .text(
        TextRun(text, font: theme.label, paint: paint),
        at: Point(x: middle, y: Points(ys[index]) + extent.ascent * 0.36), anchor: .middle,
        rotation: 0)
    }
  }

  func story(in words: Words) -> Story {
    Story(
      kind: "Labels", measure: words.yByX(layer), unit: "", findings: words.ranges(layer),
      points: layer.rows.count)
  }
}

/// Areas that are taken, so that no two labels cover each other.
struct Occupancy {
  private var taken: [Rectangle] = []

  /// Takes an area; false where it would cover one that is taken.
  mutating func take(_ area: Rectangle) -> Bool {
    let isFree = taken.allSatisfy { other in
      area.maxX <= other.x || area.x >= other.maxX || area.maxY <= other.y || area.y >= other.maxY
    }
    if isFree { taken.append(area) }
    return isFree
  }
}
