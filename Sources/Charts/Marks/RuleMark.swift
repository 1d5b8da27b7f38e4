import Drawing
import Frame

/// A line across the panel at a value of x or of y, or a stretch from x to x2 or y to y2.
struct RuleMark: Mark {
  static let name = "rule"
  static let needs: [Channel] = []
  static let takes: [Channel] = [.x, .y, .x2, .y2, .color, .label]
  static let cleans: [Channel] = [.x, .y, .x2, .y2]
  static let sample = LegendSample.line
  static let traits: MarkTraits = [.turnsWithOthers]

  private let layer: Layer
  private let rows: [Int]

  /// More rules than this are a texture, not lines to be read.
  private static let most = 200

  init(_ layer: Layer, _ settings: NoSettings) {
    self.layer = layer
    var seen: Set<[Value]> = []
    rows = Array(
      (0..<layer.rows.count).filter { row in
        let place = [Channel.x, .y, .x2, .y2].map { layer.rows[$0]?.column[row] ?? .null }
        return seen.insert([.integer(Int64(layer.panels[row]))] + place).inserted
      }
      .prefix(RuleMark.most))
  }

  func demand(_ side: Side) -> AxisDemand {
    AxisDemand(layer.rows[side.channel]).joined(AxisDemand(layer.rows[side.endChannel]))
  }

  func draw(in panel: Panel) -> [SceneElement] {
    rows.filter { layer.panels[$0] == panel.index }.flatMap { row -> [SceneElement] in
      let x = ends(.x, row, panel)
      let y = ends(.y, row, panel)
      guard let x, let y else { return [] }
      let line = [Point(x: Points(x.0), y: Points(y.0)), Point(x: Points(x.1), y: Points(y.1))]
      let stroke = Stroke(paint(row, panel), width: 0.9, dashes: isSpan ? [] : [3, 2])
      let element = SceneElement.path(.polyline(line), fill: nil, stroke: stroke)
      guard let label = label(row, line[1], panel) else { return [element] }
      return [element, label]
    }
  }

  private var isSpan: Bool { layer.rows[.x2] != nil || layer.rows[.y2] != nil }

  /// Where the line begins and ends on a side: the whole panel where the side is not given.
  private func ends(_ side: Side, _ row: Int, _ panel: Panel) -> (Double, Double)? {
    let scale = panel.scale(side)
    guard let column = layer.rows[side.channel] else { return scale.ends }
    let from = scale.places(of: column.column, rows: [row])[0]
    let to = layer.rows[side.endChannel].map { scale.places(of: $0.column, rows: [row])[0] } ?? from
    return from.isFinite && to.isFinite ? (from, to) : nil
  }

  private func paint(_ row: Int, _ panel: Panel) -> Paint {
    layer.rows[.color] == nil ? panel.context.theme.grey : layer.colors.paint(layer.groups[row])
  }

  private func label(_ row: Int, _ end: Point, _ panel: Panel) -> SceneElement? {
    guard let channel = layer.rows[.label] else { return nil }
    let theme = panel.context.theme
    let words = Words(formatter: panel.context.formatter)
    let text = words.text(channel, row: row)
    let run = TextRun(
      panel.context.measuring.fitted(text, theme.label, width: panel.frame.width * 0.5),
      font: theme.label, paint: theme.legible(paint(row, panel)))
    let isUpright = layer.rows[.y] == nil
    // Above a lying line at its right end, right of the top of an upright one.
    let place =
      isUpright
      ? Point(x: end.x + 3, y: panel.frame.y + theme.label.size * 0.8)
      : Point(x: panel.frame.maxX, y: end.y - 3)
    let width = panel.context.measuring.extent(of: run.text, font: run.font).width
    let turnsBack = isUpright && place.x + width > panel.frame.maxX
    return .text(
      run, at: turnsBack ? Point(x: end.x - 3, y: place.y) : place,
      anchor: isUpright && !turnsBack ? .start : .end, rotation: 0)
  }

  func story(in words: Words) -> Story {
    let lines = [Channel.x, .y].compactMap { channel -> String? in
      guard let column = layer.rows[channel], let row = rows.first, rows.count == 1,
        let number = column.column[row].number
      else { return nil }
      return
        "a line marks \(words.inSentence(column.label.oneLine)) \(words.number(number, like: column))"
    }
    return Story(kind: "Rules", measure: "", unit: "", findings: lines, points: rows.count)
  }
}
