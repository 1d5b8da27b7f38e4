import Drawing

extension Collector {
  /// A table: rows of slabs under a head that is repeated on each page; columns that do not fit
  /// side by side follow below under the first column again.
  mutating func table(_ table: TableContent, in strip: Strip) -> [Flow] {
    guard !table.columns.isEmpty else { return [] }
    var measures = TableMeasures(style: style, measuring: measuring)
    let widths = TableWidths(table, room: strip.width, measures: &measures)
    var flow: [Flow] = []
    for (index, part) in widths.parts.enumerated() {
      if widths.parts.count > 1 {
        flow += partLabel(part, index, of: table, parts: widths.parts.count, in: strip)
      }
      var setter = TableSetter(
        collector: self, table: table, part: part, columnWidths: widths, strip: strip,
        widths: measures.cells)
      let head = setter.head()
      let continued = setter.continued(head)
      heads.append(continued)
      let rows = setter.rows(below: continued.height, head: heads.count - 1)
      flow += piece(.table, [head] + rows)
      measures.cells = setter.widths
    }
    if let cut = table.cut {
      flow.keepLastSlabWithNext()
      flow += piece(.small, text([Inline(cut)], style.note, role: "note", in: strip))
      previous = .table
    }
    return flow
  }

  private mutating func partLabel(
    _ part: TableWidths.Part, _ index: Int, of table: TableContent, parts: Int, in strip: Strip
  ) -> [Flow] {
    let own = part.columns.filter { index == 0 || $0 > 0 }
    let range = own.count < 2 ? "Column" : "Columns"
    let names = [own.first, own.count > 1 ? own.last : nil].compactMap { $0.map { String($0 + 1) } }
    let words = "\(range) \(names.joined(separator: " to ")) of \(table.columns.count)"
    previous = index == 0 ? previous : .table
    return piece(.small, text([Inline(words)], style.note, role: "note", in: strip, keeps: true))
  }
}

/// Sets the rows of one part of a table.
private struct TableSetter {
  let collector: Collector
  let table: TableContent
  let part: TableWidths.Part
  let words: [Points]
  let padding: Points
  let strip: Strip
  var widths: TextWidths
  private let lefts: [Points]
  private let cellType: TypeStyle
  private let strongType: TypeStyle
  private let baseline: Points

  /// The room above and below the words of a row.
  private let margin: Points = 3

  init(
    collector: Collector, table: TableContent, part: TableWidths.Part, columnWidths: TableWidths,
    strip: Strip, widths: TextWidths
  ) {
    self.collector = collector
    self.table = table
    self.part = part
    words = columnWidths.words
    padding = columnWidths.padding
    self.strip = strip
    self.widths = widths
    var x = strip.x
    lefts = part.widths.map { width in
      defer { x = x + width }
      return x
    }
    cellType = collector.style.cell
    strongType = TypeStyle(
      font: cellType.font.weight(500), leading: cellType.leading, paint: cellType.paint)
    baseline = collector.measuring.baseline(of: cellType)
  }

  private var style: PageStyle { collector.style }
  private var right: Points { (lefts.last ?? strip.x) + (part.widths.last ?? 0) }

  // MARK: Head

  /// The columns' names over an ink line.
  func head() -> Slab {
    let type = style.cellHead
    let set = part.columns.enumerated().map { place, column -> [TextLine] in
      let run = TextRun(table.columns[column].head, font: type.font, paint: type.paint)
      return collector.measuring.lines(ofLong: run, width: inner(place))
    }
    let most = set.map(\.count).max() ?? 1
    var slab = Slab(height: type.leading * Double(most) + 2 * margin, role: "table-head")
    for (place, lines) in set.enumerated() {
      let top = margin + type.leading * Double(most - lines.count)
      let column = table.columns[part.columns[place]]
      // Over bars the head stands where the bars begin.
      draw(lines, type, place, alignment: column.hasBars ? .left : column.alignment, top, &slab)
    }
    slab.elements.append(line(at: slab.height - 0.375, style.theme.ink, style.inkLine))
    slab.keepsWithNext = true
    return slab
  }

  /// The head as repeated where the table goes on over the page.
  func continued(_ head: Slab) -> Slab {
    let type = style.note
    let above = type.leading + 2
    let at = Point(x: strip.x, y: collector.measuring.baseline(of: type))
    return Slab(
      height: head.height + above, role: "table-head",
      elements: [
        .text(
          TextRun("Continued", font: type.font, paint: type.paint), at: at, anchor: .start,
          rotation: 0),
        .group(SceneGroup(head.elements, role: "head", offset: Point(x: 0, y: above))),
      ])
  }

  // MARK: Rows

  /// Every row as slabs; one taller than the page has below its head is cut between lines.
  mutating func rows(below headHeight: Points, head: Int) -> [Slab] {
    let room = collector.pageHeight - headHeight - 1
    let most = max(1, Int(((room - 2 * margin) / cellType.leading).rounded(.down)))
    var slabs: [Slab] = []
    slabs.reserveCapacity(table.rows.count)
    for (index, row) in table.rows.enumerated() {
      var set = self.slabs(of: row, mostLines: most)
      let next = table.rows.indices.contains(index + 1) ? table.rows[index + 1] : nil
      // No row stands alone at a page's foot under its head, nor alone on the last page.
      let isEdge = index == 0 || index == table.rows.count - 2
      if isEdge || row.isGroupHead || next?.isTotals == true, next != nil {
        set[set.count - 1].keepsWithNext = true
      }
      for part in set.indices { set[part].head = head }
      slabs += set
    }
    return slabs
  }

  private mutating func slabs(of row: TableContent.Row, mostLines: Int) -> [Slab] {
    switch row {
    case .cells(let cells): return self.slabs(of: cells, isTotal: false, mostLines: mostLines)
    case .totals(let cells): return self.slabs(of: cells, isTotal: true, mostLines: mostLines)
    case .groupHead(let words): return groupHead(words)
    }
  }

  private func groupHead(_ words: String) -> [Slab] {
    let run = TextRun(words, font: strongType.font, paint: style.theme.grey)
    let room = right - strip.x - 2 * padding
    let lines = collector.measuring.lines(ofLong: run, width: room)
    return lines.enumerated().map { index, line in
      let above: Points = index == 0 ? 9 : 0
      let isLast = index == lines.count - 1
      var slab = Slab(
        height: above + cellType.leading + (isLast ? margin : 0), role: "group-head")
      collector.draw(
        line, strongType, x: strip.x + padding, top: above, on: &slab)
      if isLast { slab.elements.append(hairline(at: slab.height)) }
      // No page begins or ends with a single line of a long head.
      slab.keepsWithNext = index == 0 || index >= lines.count - 2
      return slab
    }
  }

  private mutating func slabs(of cells: [TableContent.Cell], isTotal: Bool, mostLines: Int)
    -> [Slab]
  {
    var wrapped: [Int: [TextLine]] = [:]
    var lineCount = 1
    var height = cellType.leading
    for (place, column) in part.columns.enumerated() where column < cells.count {
      let cell = cells[column]
      if let scene = cell.scene {
        height = max(height, scene.size.height)
      } else if !isOneLine(cell.text, place, hasBar: cell.bar != nil) {
        let run = TextRun(
          cell.text, font: type(of: cell, isTotal).font, paint: paint(of: cell))
        let lines = collector.measuring.lines(ofLong: run, width: wordRoom(place))
        wrapped[place] = lines
        lineCount = max(lineCount, lines.count)
      }
    }
    var slabs: [Slab] = []
    for first in stride(from: 0, to: lineCount, by: mostLines) {
      let window = first..<min(first + mostLines, lineCount)
      let tall = max(first == 0 ? height : 0, cellType.leading * Double(window.count))
      var slab = Slab(height: tall + 2 * margin, role: isTotal ? "totals" : "row")
      for (place, column) in part.columns.enumerated() where column < cells.count {
        let lines = wrapped[place].map { Array($0[window.clamped(to: 0..<$0.count)]) }
        draw(cells[column], place, lines: lines, isFirst: first == 0, isTotal, on: &slab)
      }
      slab.elements.append(
        isTotal
          ? line(at: 0.375, style.theme.ink, style.inkLine) : hairline(at: slab.height))
      slabs.append(slab)
    }
    return slabs
  }

  // MARK: Cells

  private func draw(
    _ cell: TableContent.Cell, _ place: Int, lines: [TextLine]?, isFirst: Bool, _ isTotal: Bool,
    on slab: inout Slab
  ) {
    if let fill = cell.fill {
      let area = Rectangle(
        x: lefts[place] + 0.75, y: 0, width: part.widths[place] - 1.5, height: slab.height - 0.5)
      slab.elements.append(.path(.rectangle(area), fill: fill, stroke: nil))
    }
    let alignment = table.columns[part.columns[place]].alignment
    if let lines {
      draw(lines, type(of: cell, isTotal), place, alignment: alignment, margin, &slab)
      return
    }
    guard isFirst else { return }
    if let scene = cell.scene {
      let at = Point(
        x: lefts[place] + padding, y: (slab.height - scene.size.height) / 2)
      slab.elements.append(.group(SceneGroup(scene.elements, role: "cell", offset: at)))
      return
    }
    if let bar = cell.bar { draw(bar, cell.barPaint, place, on: &slab) }
    guard !cell.text.isEmpty else { return }
    let run = TextRun(cell.text, font: type(of: cell, isTotal).font, paint: paint(of: cell))
    let (x, anchor) = start(place, alignment)
    slab.elements.append(
      .text(run, at: Point(x: x, y: margin + baseline), anchor: anchor, rotation: 0))
  }

  private func draw(
    _ lines: [TextLine], _ type: TypeStyle, _ place: Int,
    alignment: TableContent.Alignment, _ top: Points, _ slab: inout Slab
  ) {
    for (index, line) in lines.enumerated() {
      let spare = inner(place) - line.extent.width
      let indent = alignment == .left ? 0 : alignment == .right ? spare : spare / 2
      collector.draw(
        line, type, x: lefts[place] + padding + max(0, indent),
        top: top + type.leading * Double(index), on: &slab)
    }
  }

  private func draw(
    _ bar: ClosedRange<Double>, _ paint: Paint?, _ place: Int, on slab: inout Slab
  ) {
    let words = self.words[part.columns[place]]
    let room = inner(place) - words - 8
    guard room > 4, bar.lowerBound.isFinite, bar.upperBound.isFinite else { return }
    let (from, to) = (max(0, bar.lowerBound), min(1, bar.upperBound))
    guard to > from else { return }
    let area = Rectangle(
      x: lefts[place] + padding + room * from, y: slab.height / 2 - 3.2,
      width: room * (to - from), height: 6.4)
    let color = paint ?? style.theme.accent
    slab.elements.append(.path(.rectangle(area), fill: color, stroke: nil))
  }

  private func start(_ place: Int, _ alignment: TableContent.Alignment) -> (Points, TextAnchor) {
    let left = lefts[place] + padding
    switch alignment {
    case .left: return (left, .start)
    case .right: return (left + inner(place), .end)
    case .center: return (left + inner(place) / 2, .middle)
    }
  }

  private func type(of cell: TableContent.Cell, _ isTotal: Bool) -> TypeStyle {
    cell.isStrong || isTotal ? strongType : cellType
  }

  private func paint(of cell: TableContent.Cell) -> Paint {
    cell.fill.map { style.theme.words(on: $0) } ?? cellType.paint
  }

  private mutating func isOneLine(_ text: String, _ place: Int, hasBar: Bool) -> Bool {
    let breaks =
      text.utf8.contains { $0 == 10 || $0 == 13 || $0 == 0xe2 } && text.contains(where: \.isNewline)
    return !breaks && widths.width(text) <= wordRoom(place) + 0.01
  }

  private func wordRoom(_ place: Int) -> Points { inner(place) }

  private func inner(_ place: Int) -> Points {
    max(4, part.widths[place] - 2 * padding)
  }

  private func hairline(at y: Points) -> SceneElement {
    line(at: y - 0.25, style.theme.rule, style.hairline)
  }

  private func line(at y: Points, _ paint: Paint, _ width: Points) -> SceneElement {
    .path(
      .polyline([Point(x: strip.x, y: y), Point(x: right, y: y)]), fill: nil,
      stroke: Stroke(paint, width: width))
  }
}

extension TableContent.Row {
  fileprivate var isGroupHead: Bool {
    if case .groupHead = self { true } else { false }
  }

  fileprivate var isTotals: Bool {
    if case .totals = self { true } else { false }
  }
}
