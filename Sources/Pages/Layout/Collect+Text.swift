import Drawing

extension Collector {
  /// A paragraph as one slab a line; no page begins or ends with a single line of it.
  func text(
    _ inlines: [Inline], _ type: TypeStyle, role: String, in strip: Strip, keeps: Bool = false
  ) -> [Slab] {
    let runs = inlines.filter { !$0.text.isEmpty }.map { run($0, in: type) }
    guard !runs.isEmpty else { return [] }
    let lines = measuring.lines(of: runs, width: strip.width)
    return lines.enumerated().map { index, line in
      var slab = Slab(height: type.leading, role: role)
      draw(line, type, x: strip.x, top: 0, on: &slab)
      slab.keepsWithNext = keeps || (lines.count > 1 && (index == 0 || index == lines.count - 2))
      return slab
    }
  }

  /// Draws a line of wrapped text, with the areas of its links.
  func draw(_ line: TextLine, _ type: TypeStyle, x: Points, top: Points, on slab: inout Slab) {
    let baseline = top + measuring.baseline(of: type)
    for placed in line.runs {
      let start = Point(x: x + placed.x, y: baseline)
      slab.elements.append(.text(placed.run, at: start, anchor: .start, rotation: 0))
      guard let target = placed.run.link else { continue }
      slab.links.append(
        (Rectangle(x: start.x, y: top, width: placed.width, height: type.leading), target))
      slab.elements.append(underline(from: start, width: placed.width, paint: placed.run.paint))
    }
  }

  private func underline(from start: Point, width: Points, paint: Paint) -> SceneElement {
    let y = start.y + 1.5
    return .path(
      .polyline([Point(x: start.x, y: y), Point(x: start.x + width, y: y)]), fill: nil,
      stroke: Stroke(paint, width: style.hairline))
  }

  private func run(_ inline: Inline, in type: TypeStyle) -> TextRun {
    var font = type.font
    if inline.isStrong { font.weight = max(600, font.weight + 200) }
    if inline.isEmphasized { font.isItalic = true }
    if inline.isCode {
      font.families = PageStyle.monospaced
      font.size = font.size * 0.9
    }
    let paint = inline.link == nil ? type.paint : style.theme.legible(style.theme.accent)
    return TextRun(inline.text, font: font, paint: paint, link: inline.link)
  }

  /// List items, each with its number or a bullet.
  mutating func list(_ items: [[Content]], firstNumber: Int?, in strip: Strip) -> [Flow] {
    var flow: [Flow] = []
    for (index, item) in items.enumerated() {
      let kind: PieceKind = index == 0 ? .text : .listItem
      if index > 0 { previous = .listItem }
      let gap = style.gap(after: previous, before: kind)
      previous = nil
      var inner = collect(item, in: strip.indented(by: 16))
      let marker = firstNumber.map { "\($0 + index)." } ?? "•"
      let element = self.marker(marker, in: strip)
      inner.modifyFirstSlab { $0.elements.append(element) }
      flow += [.space(gap)] + inner
    }
    previous = .text
    return flow
  }

  private func marker(_ text: String, in strip: Strip) -> SceneElement {
    .text(
      TextRun(text, font: style.body.font, paint: style.theme.grey),
      at: Point(x: strip.x + 11, y: measuring.baseline(of: style.body)), anchor: .end, rotation: 0)
  }

  /// A quotation, with a rule at its left.
  mutating func quote(_ contents: [Content], in strip: Strip) -> [Flow] {
    var flow = collect(contents, in: strip.indented(by: 12))
    let stroke = Stroke(style.theme.rule, width: 2)
    let x = strip.x + 2
    flow.modifyEverySlab { slab in
      let line = Path.polyline([Point(x: x, y: 0), Point(x: x, y: slab.height)])
      slab.elements.append(.path(line, fill: nil, stroke: stroke))
    }
    return flow
  }

  /// Preformatted text on a raised ground; lines that are too long are wrapped.
  mutating func code(_ text: String, in strip: Strip) -> [Flow] {
    let type = style.code
    let run = TextRun(text, font: type.font, paint: type.paint)
    let lines = measuring.lines(of: [run], width: strip.width - 16)
    let slabs = lines.map { line -> Slab in
      var slab = Slab(height: type.leading, role: "code")
      let ground = Rectangle(x: strip.x, y: 0, width: strip.width, height: type.leading + 0.1)
      slab.elements = [.path(.rectangle(ground), fill: style.theme.raised, stroke: nil)]
      draw(line, type, x: strip.x + 8, top: 0, on: &slab)
      return slab
    }
    return piece(.text, slabs)
  }
}
