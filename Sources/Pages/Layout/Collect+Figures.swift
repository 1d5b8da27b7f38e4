import Drawing

extension Collector {
  /// Key figures, at most four across, rows evenly filled; fewer where numbers are long.
  mutating func figures(_ tiles: [FigureTile], in strip: Strip) -> [Flow] {
    guard !tiles.isEmpty else { return [] }
    let gap: Points = 15
    let longest = tiles.map { numberWidth($0, size: Collector.smallFigure) }.max() ?? 0
    let least = max(105, longest)
    let widest = max(1, min(4, Int(((strip.width + gap) / (least + gap)).rounded(.down))))
    let rowCount = (tiles.count + widest - 1) / widest
    let across = (tiles.count + rowCount - 1) / rowCount
    // One or two figures keep the width of a full row, or they would look lost.
    let columns = across >= 3 ? across : widest
    let width = (strip.width - gap * Double(columns - 1)) / Double(columns)
    var size = style.figureValue.font.size
    while size > 9, tiles.contains(where: { numberWidth($0, size: size) > width }) {
      size = size - 1
    }
    var flow: [Flow] = []
    for start in stride(from: 0, to: tiles.count, by: across) {
      let row = tiles[start..<min(start + across, tiles.count)]
      let strips = row.indices.map { index in
        Strip(x: strip.x + (width + gap) * Double(index - start), width: width)
      }
      flow += piece(.figures, [figureRow(Array(row), size: size, in: strips)])
    }
    return flow
  }

  /// A number is made no smaller than this to stand beside others.
  private static let smallFigure: Points = 13

  /// The width of a value with its unit, the value in a size.
  private func numberWidth(_ tile: FigureTile, size: Points) -> Points {
    let font = style.figureValue.font.size(size)
    return measuring.extent(of: tile.value, font: font).width + unitWidth(tile)
  }

  /// The width of a value's unit with the gap before it.
  fileprivate func unitWidth(_ tile: FigureTile) -> Points {
    tile.unit.map { measuring.extent(of: $0, font: style.figureUnit.font).width + 3 } ?? 0
  }

  private func figureRow(_ tiles: [FigureTile], size: Points, in strips: [Strip]) -> Slab {
    let areBeside = zip(tiles, strips).allSatisfy { tile, strip in
      tile.sparkline == nil || strip.width - numberWidth(tile, size: size) >= 38
    }
    var slab = Slab(height: 0, role: "figures")
    for (tile, strip) in zip(tiles, strips) {
      var drawer = TileDrawer(
        collector: self, strip: strip, size: size, sparksAreBeside: areBeside)
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
  /// The size of the number, one for all figures of a block.
  let size: Points
  /// Whether sparklines stand at the right of their numbers, else below them: alike in a row.
  let sparksAreBeside: Bool
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

  /// The number with its unit, and its sparkline at the right or below.
  private mutating func number(_ tile: FigureTile) {
    let type = style.figureValue
    let font = type.font.size(size)
    let taken = width(tile.value, font) + collector.unitWidth(tile)
    guard taken <= strip.width else {
      // Too long even when small: wrapped, since half a number is a wrong number.
      lines([tile.value, tile.unit].compactMap(\.self).joined(separator: " "), style.choiceLabel)
      if let sparkline = tile.sparkline { spark(sparkline) }
      return
    }
    let baseline = y + measuring.baseline(of: type)
    place(TextRun(tile.value, font: font, paint: type.paint), x: strip.x, baseline)
    if let unit = tile.unit {
      let run = TextRun(unit, font: style.figureUnit.font, paint: style.theme.grey)
      place(run, x: strip.x + width(tile.value, font) + 3, baseline)
    }
    if sparksAreBeside, let sparkline = tile.sparkline { spark(sparkline, after: taken) }
    y = y + type.leading
    if !sparksAreBeside, let sparkline = tile.sparkline { spark(sparkline) }
  }

  /// A sparkline at the right of a number.
  private mutating func spark(_ scene: Scene, after taken: Points) {
    let fitted = fitted(scene, width: strip.width - taken - 10)
    let left = strip.x + strip.width - fitted.size.width
    place(fitted, at: Point(x: left, y: y + 13 - fitted.size.height / 2))
  }

  /// A sparkline below a number.
  private mutating func spark(_ scene: Scene) {
    let fitted = fitted(scene, width: strip.width)
    place(fitted, at: Point(x: strip.x, y: y + 2))
    y = y + fitted.size.height + 4
  }

  private func fitted(_ scene: Scene, width: Points) -> Scene {
    let size = Size(width: min(scene.size.width, width), height: min(scene.size.height, 18))
    return scene.scaled(to: size, scalingType: false)
  }

  private mutating func place(_ scene: Scene, at place: Point) {
    elements.append(.group(SceneGroup(scene.elements, role: "sparkline", offset: place)))
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

  private func width(_ text: String, _ font: Font) -> Points {
    measuring.extent(of: text, font: font).width
  }

  private mutating func place(_ run: TextRun, x: Points, _ baseline: Points) {
    elements.append(.text(run, at: Point(x: x, y: baseline), anchor: .start, rotation: 0))
  }
}
