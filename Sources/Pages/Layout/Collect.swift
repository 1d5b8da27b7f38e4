import Charts
import Drawing

/// A report's contents as slabs in one long flow, measured but not yet on pages.
struct Collection: Sendable {
  let flow: [Flow]
  /// Heads that are repeated where their slabs go on over the page.
  let heads: [Slab]
  let outline: [OutlineEntry]

  init(_ document: Document, in area: Rectangle, with layout: PageLayout) {
    outline = document.content.flatMap(\.headings)
    var collector = Collector(layout: layout, pageHeight: area.height, outline: outline)
    let strip = Strip(x: 0, width: area.width)
    flow =
      collector.opening(of: document, in: strip) + collector.collect(document.content, in: strip)
    heads = collector.heads
  }
}

/// A vertical strip of the text area: where contents stand side by side, one of several.
struct Strip: Hashable, Sendable {
  let x: Points
  let width: Points

  func indented(by indent: Points) -> Strip {
    // However deep lists nest, some room for words is left.
    Strip(x: x + indent, width: max(24, width - indent))
  }
}

/// Turns contents into slabs, in the order of reading.
struct Collector {
  let layout: PageLayout
  let pageHeight: Points
  let outline: [OutlineEntry]
  var heads: [Slab] = []
  /// The kind of the piece before, which decides the room above the next.
  var previous: PieceKind?

  var style: PageStyle { layout.style }
  var measuring: any TextMeasuring { layout.measuring }

  init(layout: PageLayout, pageHeight: Points, outline: [OutlineEntry]) {
    self.layout = layout
    self.pageHeight = pageHeight
    self.outline = outline
  }

  /// The report's title and standfirst.
  mutating func opening(of document: Document, in strip: Strip) -> [Flow] {
    guard !document.title.isEmpty else { return [] }
    var flow = piece(
      .title, text([Inline(document.title)], style.title, role: "title", in: strip, keeps: true))
    if !document.standfirst.isEmpty {
      flow += piece(
        .standfirst, text(document.standfirst, style.standfirst, role: "standfirst", in: strip))
    }
    return flow
  }

  /// Contents one under the other.
  mutating func collect(_ contents: [Content], in strip: Strip) -> [Flow] {
    var flow: [Flow] = []
    for content in contents {
      if content.belongsToWhatIsAbove { flow.keepLastSlabWithNext() }
      flow += collect(content, in: strip)
    }
    return flow
  }

  private mutating func collect(_ content: Content, in strip: Strip) -> [Flow] {
    switch content {
    case .heading(let level, let text, let anchor):
      return heading(level: level, text, anchor: anchor, in: strip)
    case .paragraph(let inlines):
      return piece(.text, text(inlines, style.body, role: "paragraph", in: readable(strip)))
    case .title(let title, let subtitle): return blockTitle(title, subtitle, in: strip)
    case .caption(let inlines):
      return piece(.small, text(inlines, style.caption, role: "caption", in: readable(strip)))
    case .note(let inlines):
      return piece(.small, text(inlines, style.note, role: "note", in: strip))
    case .list(let items, let isOrdered, let start):
      return list(items, firstNumber: isOrdered ? start : nil, in: strip)
    case .quote(let inner): return quote(inner, in: strip)
    case .code(let text): return code(text, in: strip)
    case .rule: return rule(in: strip)
    case .figures(let tiles): return figures(tiles, in: strip)
    case .table(let table): return self.table(table, in: strip)
    case .chart(let chart, let id): return self.chart(chart, id: id, in: strip)
    case .columns(let columns): return self.columns(columns, in: strip)
    case .choice(let id, let options): return choice(id: id, options, in: strip)
    case .block(let id, let inner): return block(id: id, inner, in: strip)
    case .contents(let title): return contents(title, in: strip)
    case .pageBreak:
      previous = nil
      return [.pageBreak]
    }
  }

  /// Slabs with the room above that their kind asks for.
  mutating func piece(_ kind: PieceKind, _ slabs: [Slab]) -> [Flow] {
    guard !slabs.isEmpty else { return [] }
    let gap = style.gap(after: previous, before: kind)
    previous = kind
    return [.space(gap)] + slabs.map { .slab($0) }
  }

  private mutating func heading(level: Int, _ words: String, anchor: String, in strip: Strip)
    -> [Flow]
  {
    var slabs = text(
      [Inline(words)], style.heading(level), role: "heading", in: strip, keeps: true)
    if !slabs.isEmpty { slabs[0].anchors.append(anchor) }
    return piece(.heading, slabs)
  }

  private mutating func blockTitle(_ title: String, _ subtitle: String?, in strip: Strip) -> [Flow]
  {
    var slabs = text([Inline(title)], style.blockTitle, role: "title", in: strip, keeps: true)
    if let subtitle, !subtitle.isEmpty {
      slabs += text([Inline(subtitle)], style.subtitle, role: "subtitle", in: strip, keeps: true)
    }
    return piece(.title2, slabs)
  }

  private mutating func rule(in strip: Strip) -> [Flow] {
    let line = Path.polyline([Point(x: strip.x, y: 0.25), Point(x: strip.x + strip.width, y: 0.25)])
    let stroke = Stroke(style.theme.rule, width: style.hairline)
    return piece(
      .rule, [Slab(height: 0.5, role: "rule", elements: [.path(line, fill: nil, stroke: stroke)])])
  }

  private mutating func chart(_ chart: Chart, id: String, in strip: Strip) -> [Flow] {
    var slabs: [Slab] = []
    if let title = chart.title, !title.isEmpty {
      slabs += text([Inline(title)], style.blockTitle, role: "title", in: strip, keeps: true)
    }
    if let subtitle = chart.subtitle, !subtitle.isEmpty {
      slabs += text([Inline(subtitle)], style.subtitle, role: "subtitle", in: strip, keeps: true)
    }
    var flow = piece(.chart, slabs + chart.pages.map { picture($0, in: strip) })
    flow.modifyFirstSlab { $0.anchors.append(id) }
    previous = .chart
    if let note = chart.note, !note.isEmpty {
      flow.keepLastSlabWithNext()
      flow += piece(.small, text([Inline(note)], style.note, role: "note", in: strip))
      previous = .chart
    }
    return flow
  }

  /// The plot, made smaller as a whole where it is wider than its strip or taller than a page.
  private func picture(_ chart: Chart, in strip: Strip) -> Slab {
    let above: Points = 6
    let scene = chart.scene.fitting(width: strip.width, height: pageHeight - 64)
    let group = SceneGroup(scene.elements, role: "plot", offset: Point(x: strip.x, y: above))
    var slab = Slab(
      height: scene.size.height + above, role: "chart", elements: [.group(group)])
    let area = Rectangle(
      x: strip.x, y: above, width: scene.size.width, height: scene.size.height)
    slab.figures = [(area, chart.altText)]
    return slab
  }

  private mutating func columns(
    _ columns: [(share: Double, content: [Content])], in strip: Strip
  ) -> [Flow] {
    let widths = ColumnWidths(shares: columns.map(\.share), total: strip.width).widths
    let gap = style.gap(after: previous, before: .chart)
    var x = strip.x
    var flows: [[Flow]] = []
    for (column, width) in zip(columns, widths) {
      previous = nil
      flows.append(collect(column.content, in: Strip(x: x, width: width)))
      x = x + width + ColumnWidths.gap
    }
    previous = .chart
    return [.space(gap), .columns(flows)]
  }

  /// Alternatives one after another, each under its label.
  private mutating func choice(
    id: String, _ options: [(label: String, content: [Content])], in strip: Strip
  ) -> [Flow] {
    var flow: [Flow] = []
    for option in options {
      flow += piece(
        .label,
        text([Inline(option.label)], style.choiceLabel, role: "choice", in: strip, keeps: true))
      flow += collect(option.content, in: strip)
    }
    flow.modifyFirstSlab { $0.anchors.append(id) }
    return flow
  }

  private mutating func block(id: String, _ inner: [Content], in strip: Strip) -> [Flow] {
    var flow = collect(inner, in: strip)
    flow.modifyFirstSlab { if !$0.anchors.contains(id) { $0.anchors.append(id) } }
    // The room above belongs to the outside: it is dropped where the block opens a page.
    guard case .space(let room)? = flow.first else { return [.together(flow)] }
    return [.space(room), .together(Array(flow.dropFirst()))]
  }

  private mutating func contents(_ title: String, in strip: Strip) -> [Flow] {
    guard !outline.isEmpty else { return [] }
    var flow = piece(
      .heading, text([Inline(title)], style.heading(1), role: "heading", in: strip, keeps: true))
    let entries = outline.map { entry -> Slab in
      let line = strip.indented(by: 12 * Double(max(0, entry.level - 1)))
      let shown = measuring.cut(entry.title, to: line.width - 48, font: style.body.font)
      let baseline = measuring.baseline(of: style.body)
      var slab = Slab(height: 15, role: "contents")
      slab.elements = [
        .text(
          TextRun(shown, font: style.body.font, paint: style.body.paint),
          at: Point(x: line.x, y: baseline), anchor: .start, rotation: 0)
      ]
      slab.links = [
        (Rectangle(x: line.x, y: 0, width: line.width, height: 15), "#\(entry.anchor)")
      ]
      slab.entry = ContentsEntry(
        anchor: entry.anchor, title: shown, level: entry.level, x: line.x, width: line.width)
      return slab
    }
    flow += piece(.text, entries)
    return flow
  }

  /// The strip no wider than a comfortable line of body text.
  func readable(_ strip: Strip) -> Strip {
    let sample = "the quick brown fox jumps over the lazy dog and the cat looks on in quiet awe"
    let font = style.body.font
    let width = measuring.extent(of: String(sample.prefix(style.measure)), font: font).width
    return Strip(x: strip.x, width: min(strip.width, width))
  }
}

extension Content {
  /// Every heading in the content, in order.
  fileprivate var headings: [OutlineEntry] {
    switch self {
    case .heading(let level, let text, let anchor):
      [OutlineEntry(title: text, level: level, anchor: anchor)]
    case .list(let items, _, _): items.flatMap { $0.flatMap(\.headings) }
    case .quote(let inner), .block(_, let inner): inner.flatMap(\.headings)
    case .columns(let columns): columns.flatMap { $0.content.flatMap(\.headings) }
    case .choice(_, let options): options.flatMap { $0.content.flatMap(\.headings) }
    default: []
    }
  }

  /// Whether the content explains what stands above it, and so stays with it.
  fileprivate var belongsToWhatIsAbove: Bool {
    switch self {
    case .note, .caption: true
    default: false
    }
  }
}

extension [Flow] {
  /// Changes the first slab, wherever it is nested.
  mutating func modifyFirstSlab(_ change: (inout Slab) -> Void) {
    _ = modifyFirst(change)
  }

  private mutating func modifyFirst(_ change: (inout Slab) -> Void) -> Bool {
    for index in indices {
      switch self[index] {
      case .slab(var slab):
        change(&slab)
        self[index] = .slab(slab)
        return true
      case .together(var inner):
        if inner.modifyFirst(change) {
          self[index] = .together(inner)
          return true
        }
      case .columns(var columns):
        for column in columns.indices where columns[column].modifyFirst(change) {
          self[index] = .columns(columns)
          return true
        }
      case .space, .pageBreak: continue
      }
    }
    return false
  }

  /// Changes every slab, wherever it is nested.
  mutating func modifyEverySlab(_ change: (inout Slab) -> Void) {
    for index in indices {
      switch self[index] {
      case .slab(var slab):
        change(&slab)
        self[index] = .slab(slab)
      case .together(var inner):
        inner.modifyEverySlab(change)
        self[index] = .together(inner)
      case .columns(var columns):
        for column in columns.indices { columns[column].modifyEverySlab(change) }
        self[index] = .columns(columns)
      case .space, .pageBreak: continue
      }
    }
  }

  /// Lets no page end after the last slab.
  mutating func keepLastSlabWithNext() {
    guard case .slab(var slab)? = last else { return }
    slab.keepsWithNext = true
    self[count - 1] = .slab(slab)
  }
}
