import Drawing

extension Collector {
  /// Key figures, at most four across, rows evenly filled.
  mutating func figures(_ tiles: [FigureTile], in strip: Strip) -> [Flow] {
    guard !tiles.isEmpty else { return [] }
    let gap: Points = 15
    let widest = max(1, min(4, Int(((strip.width + gap) / Points(105 + gap.value)).rounded(.down))))
    let rowCount = (tiles.count + widest - 1) / widest
    let across = (tiles.count + rowCount - 1) / rowCount
    // One or two figures keep the width of a full row, or they would look lost.
    let columns = across >= 3 ? across : widest
    let width = (strip.width - gap * Double(columns - 1)) / Double(columns)
    var flow: [Flow] = []
    for start in stride(from: 0, to: tiles.count, by: across) {
      let row = tiles[start..<min(start + across, tiles.count)]
      let strips = row.indices.map { index in
        Strip(x: strip.x + (width + gap) * Double(index - start), width: width)
      }
      flow += piece(.figures, [figureRow(Array(row), in: strips)])
    }
    return flow
  }

  private func figureRow(_ tiles: [FigureTile], in strips: [Strip]) -> Slab {
    var slab = Slab(height: 0, role: "figures")
    for (tile, strip) in zip(tiles, strips) {
      var drawer = TileDrawer(collector: self, strip: strip)
      drawer.draw(tile)
      slab.elements.append(.group(SceneGroup(drawer.elements, role: "figure")))
      slab.height = max(slab.height, drawer.y)
    }
    return slab
  }
}

/// Draws one key figure from the top down.
private struct TileDrawer {
  let collector: Collector
  let strip: Strip
  var y: Points = 0
  var elements: [SceneElement] = []

  private var style: PageStyle { collector.style }
  private var measuring: any TextMeasuring { collector.measuring }

  mutating func draw(_ tile: FigureTile) {
    hairline()
    y = 8
    lines(tile.label, style.figureLabel)
    y = y + 2
    number(tile)
    if let comparison = tile.comparison, !comparison.isEmpty {
      change(comparison, direction: tile.direction)
    }
    y = y + 2
  }

  private mutating func hairline() {
    let line = Path.polyline([
      Point(x: strip.x, y: 0.375), Point(x: strip.x + strip.width, y: 0.375),
    ])
    elements.append(
      .path(line, fill: nil, stroke: Stroke(style.theme.ink, width: style.inkLine)))
  }

  /// Wrapped text of one style.
  private mutating func lines(_ text: String, _ type: TypeStyle, indent: Points = 0) {
    let run = TextRun(text, font: type.font, paint: type.paint)
    for line in measuring.lines(of: [run], width: strip.width - indent) {
      var slab = Slab(height: type.leading, role: "")
      collector.draw(line, type, x: strip.x + indent, top: y, on: &slab)
      elements += slab.elements
      y = y + type.leading
    }
  }

  /// The number with its unit; a sparkline at its right where there is room.
  private mutating func number(_ tile: FigureTile) {
    var type = style.figureValue
    let unit = tile.unit.map { TextRun($0, font: style.figureUnit.font, paint: style.theme.grey) }
    let unitWidth =
      unit.map { measuring.extent(of: $0.text, font: $0.font).width + 3 } ?? Points(0)
    while type.font.size > 9, width(tile.value, type) + unitWidth > strip.width {
      type = TypeStyle(font: type.font.size(type.font.size - 1), leading: 24, paint: type.paint)
    }
    let taken = width(tile.value, type) + unitWidth
    guard taken <= strip.width else {
      // Too long even when small: wrapped, since half a number is a wrong number.
      lines([tile.value, tile.unit].compactMap(\.self).joined(separator: " "), style.choiceLabel)
      return
    }
    let baseline = y + measuring.baseline(of: style.figureValue)
    place(TextRun(tile.value, font: type.font, paint: type.paint), x: strip.x, baseline)
    if let unit { place(unit, x: strip.x + width(tile.value, type) + 3, baseline) }
    if let sparkline = tile.sparkline { spark(sparkline, after: taken) }
    y = y + type.leading
  }

  private mutating func spark(_ scene: Scene, after taken: Points) {
    let room = strip.width - taken - 10
    guard room >= 28, !scene.elements.isEmpty else { return }
    let width = min(scene.size.width, room)
    let height = min(scene.size.height, 18)
    let fitted = scene.scaled(to: Size(width: width, height: height), scalingType: false)
    let place = Point(x: strip.x + strip.width - width, y: y + 13 - height / 2)
    elements.append(.group(SceneGroup(fitted.elements, role: "sparkline", offset: place)))
  }

  private mutating func change(_ words: String, direction: Int?) {
    guard let direction else {
      lines(words, style.figureChange)
      return
    }
    let middle = y + style.figureChange.leading / 2
    elements.append(
      .path(arrow(direction, x: strip.x, middle: middle), fill: style.theme.grey, stroke: nil))
    lines(words, style.figureChange, indent: 9)
  }

  /// A triangle that points up, down, or to the right for no change.
  private func arrow(_ direction: Int, x: Points, middle: Points) -> Path {
    let (left, right, top, bottom) = (x, x + 6, middle - 2.5, middle + 2.5)
    if direction > 0 {
      return .polygon([
        Point(x: left, y: bottom), Point(x: right, y: bottom), Point(x: x + 3, y: top),
      ])
    }
    if direction < 0 {
      return .polygon([
        Point(x: left, y: top), Point(x: right, y: top), Point(x: x + 3, y: bottom),
      ])
    }
    return .polygon([
      Point(x: x + 0.5, y: middle - 3), Point(x: x + 5.5, y: middle),
      Point(x: x + 0.5, y: middle + 3),
    ])
  }

  private func width(_ text: String, _ type: TypeStyle) -> Points {
    measuring.extent(of: text, font: type.font).width
  }

  private mutating func place(_ run: TextRun, x: Points, _ baseline: Points) {
    elements.append(.text(run, at: Point(x: x, y: baseline), anchor: .start, rotation: 0))
  }
}
