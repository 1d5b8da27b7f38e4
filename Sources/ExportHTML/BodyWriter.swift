import Drawing
import Formatting
import Markup
import Pages

/// Writes the contents of a report as HTML, and gathers on the way what its style has to define.
struct BodyWriter: MarkupWriting {
  var out = MarkupText()
  let theme: Theme
  let formatter: ValueFormatter
  /// The headings, for a table of contents.
  let outline: [OutlineHeading]
  /// Backgrounds of cells and bars.
  var fills = FillTable()
  /// Widths of drawings that narrow windows show in another one.
  var narrowed = NarrowedWidths()
  /// Paints and fonts of drawings.
  var drawings: SVGStyles
  /// The level of the element that stands over what is written now: 1 for the report's title.
  var depth = 1
  private var anchors: Set<String> = ["report"]
  /// How many names have been given to elements that no author named.
  private var names = 0

  init(document: Document, theme: Theme, formatter: ValueFormatter) {
    self.theme = theme
    self.formatter = formatter
    drawings = SVGStyles(theme: theme)
    outline = OutlineHeading.all(of: document.content)
  }

  /// Writes a report's contents, a section for each heading of level 1.
  mutating func writeContent(of document: Document) {
    for part in parts(of: document.content) {
      guard case .heading(_, _, let anchor) = part.first else {
        write(part)
        continue
      }
      element("section", ["aria-labelledby": BodyWriter.anchor(anchor)]) { $0.write(part) }
      out.endLine()
    }
  }

  /// Writes contents one after another.
  mutating func write(_ contents: [Content]) {
    for content in contents {
      write(content)
      out.endLine()
    }
  }

  mutating func write(_ content: Content) {
    switch content {
    case .heading(let level, let text, let anchor): writeHeading(level, text, anchor)
    case .title(let text, let subtitle): writeTitle(text, subtitle: subtitle)
    case .paragraph(let runs): element("p", ["dir": direction(of: runs)]) { $0.write(runs) }
    case .caption(let runs): writeAside(runs, kind: "caption")
    case .note(let runs): writeAside(runs, kind: "note")
    case .list(let items, let isOrdered, let start): writeList(items, isOrdered, start)
    case .quote(let contents): element("blockquote") { $0.write(contents) }
    case .code(let text): writeCode(text)
    case .rule: void("hr")
    case .figures(let tiles): write(tiles)
    case .table(let table): write(table)
    case .chart(let chart, let id): write(chart, id: id)
    case .columns(let columns): write(columns: columns)
    case .choice(let id, let options): writeChoice(id, options)
    case .block(let id, let contents): writeBlock(id, contents)
    case .contents(let title): writeTableOfContents(title)
    case .pageBreak: element("div", ["class": "page-break"]) { _ in }
    }
  }

  /// The name of an anchor as an attribute: without white space, which an id must not have.
  static func anchor(_ name: String) -> String {
    String(name.map { $0.isWhitespace ? "-" : $0 })
  }

  /// The anchor as an id, nil where an earlier element has it: an id is given once.
  mutating func claim(_ name: String) -> String? {
    let anchor = BodyWriter.anchor(name)
    return !anchor.isEmpty && anchors.insert(anchor).inserted ? anchor : nil
  }

  /// A name for an element that no author named.
  mutating func nextName() -> String {
    names += 1
    return "part-\(names)"
  }

  /// Writes a drawing; without a label it is decoration.
  mutating func write(_ scene: Scene, label: String) {
    let svg = svg(of: scene, label: label)
    out.write(svg)
  }

  /// The markup of a drawing; without a label it is decoration.
  mutating func svg(of scene: Scene, label: String) -> MarkupFragment {
    MarkupFragment(
      trusted: SVGWriter.svg(
        of: scene, styles: &drawings, idPrefix: nextName(), title: label.isEmpty ? nil : label))
  }
}

/// The contents cut before each heading of level 1.
private func parts(of contents: [Content]) -> [[Content]] {
  var parts: [[Content]] = []
  for content in contents {
    if case .heading(level: ...1, _, _) = content {
      parts.append([content])
    } else if parts.isEmpty {
      parts.append([content])
    } else {
      parts[parts.count - 1].append(content)
    }
  }
  return parts
}

/// A heading with the anchor that leads to it.
struct OutlineHeading: Hashable, Sendable {
  let level: Int
  let text: String
  let anchor: String

  /// The headings of a report, however deep they stand.
  static func all(of contents: [Content]) -> [OutlineHeading] {
    contents.flatMap { content -> [OutlineHeading] in
      switch content {
      case .heading(let level, let text, let anchor):
        [OutlineHeading(level: level, text: text, anchor: anchor)]
      case .block(_, let contents), .quote(let contents): all(of: contents)
      case .columns(let columns): columns.flatMap { all(of: $0.content) }
      case .choice(_, let options): options.flatMap { all(of: $0.content) }
      case .list(let items, _, _): items.flatMap(all(of:))
      default: []
      }
    }
  }
}
