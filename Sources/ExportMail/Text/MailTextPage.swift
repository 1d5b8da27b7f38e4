import Charts
import Markup
import Mustache
import Pages
import Templates

/// The text part of a mail.
struct MailTextPage {
  let document: Document
  let enclosures: MailEnclosures

  /// The width of text.
  private static let width = 72

  var text: String {
    var writer = MailTextWriter(width: MailTextPage.width, enclosures: enclosures)
    writer.write(document.content)
    var fields: [String: Any] = [
      "heading": MailTextWriter.underlined(document.title, with: "=", width: MailTextPage.width)
        .joined(separator: "\n"),
      "content": writer.lines.joined(separator: "\n"),
    ]
    let heads = [document.runningHead.left, document.runningHead.right].filter { !$0.isEmpty }
    let optional = [
      ("standfirst", writer.words(of: document.standfirst)),
      ("running", heads.map { $0.inOneLine.isolated }.joined(separator: " | ")),
      ("footer", (enclosures.attachmentSentence ?? "").inOneLine),
    ]
    for (name, value) in optional where !value.isEmpty {
      fields[name] = value.wrapped(to: MailTextPage.width).joined(separator: "\n")
    }
    return shell.render(fields)
  }

  private var shell: MustacheTemplate {
    do {
      return try MustacheTemplate(string: Templates.mailText)
    } catch {
      preconditionFailure("the embedded template mail-text.mustache is wrong: \(error)")
    }
  }
}

/// Writes the contents of a report as plain text that is pleasant to read.
struct MailTextWriter {
  private(set) var lines: [String] = []
  let width: Int
  let enclosures: MailEnclosures

  /// The most rows of a table.
  private static let mostRows = 25

  init(width: Int, enclosures: MailEnclosures) {
    self.width = max(20, width)
    self.enclosures = enclosures
  }

  mutating func write(_ contents: [Content]) {
    for content in contents { write(content) }
  }

  mutating func write(_ content: Content) {
    switch content {
    case .heading(let level, let text, _):
      begin(after: 2)
      lines += MailTextWriter.underlined(text, with: level <= 1 ? "=" : "-", width: width)
    case .title(let text, let subtitle): writeTitle(text, subtitle)
    case .paragraph(let runs), .caption(let runs): add(words(of: runs).wrapped(to: width))
    case .note(let runs): add(words(of: runs).wrapped(to: width))
    case .list(let items, let isOrdered, let start): writeList(items, isOrdered, start)
    case .quote(let contents): add(indented(contents, first: "> ", rest: "> "))
    case .code(let text):
      let code = text.withVisibleControls.split(separator: "\n", omittingEmptySubsequences: false)
      add(code.map { "    " + $0 })
    case .rule: add(["* * *"])
    case .figures(let tiles): write(tiles)
    case .table(let table): write(table)
    case .chart(let chart, _):
      if let title = chart.title { writeTitle(title, chart.subtitle) }
      add("[Chart: \(chart.altText.inOneLine.isolated)]".wrapped(to: width))
      if let note = chart.note { add(note.inOneLine.isolated.wrapped(to: width)) }
    case .columns(let columns): for column in columns { write(column.content) }
    case .choice(_, let options):
      for option in options {
        writeTitle(option.label, nil)
        write(option.content)
      }
    case .block(_, let contents): write(contents)
    case .contents, .pageBreak: break
    }
  }

  /// Runs of text as words, with the addresses that links lead to.
  func words(of runs: [Inline]) -> String {
    runs.map { run in
      let text = run.text.withVisibleControls.isolated
      guard let link = run.link, case .external(let address) = LinkTarget(link), address != run.text
      else { return text }
      return "\(text) <\(address)>"
    }
    .joined()
  }

  /// A heading over a line.
  static func underlined(_ text: String, with sign: String, width: Int) -> [String] {
    let lines = text.inOneLine.isolated.wrapped(to: width)
    let longest = lines.map(\.places).max() ?? 0
    return lines + [String(repeating: sign, count: min(width, longest))]
  }

  private mutating func writeTitle(_ text: String, _ subtitle: String?) {
    begin(after: 1)
    lines += text.inOneLine.isolated.wrapped(to: width)
    if let subtitle { lines += subtitle.inOneLine.isolated.wrapped(to: width) }
  }

  /// Adds lines after an empty one.
  private mutating func add(_ more: [String]) {
    begin(after: 1)
    lines += more
  }

  private mutating func begin(after empty: Int) {
    guard !lines.isEmpty else { return }
    lines += Array(repeating: "", count: empty)
  }

  private mutating func writeList(_ items: [[Content]], _ isOrdered: Bool, _ start: Int) {
    begin(after: 1)
    for (index, item) in items.enumerated() {
      let mark = isOrdered ? "\(start + index). " : "- "
      lines += indented(item, first: mark, rest: String(repeating: " ", count: mark.count))
    }
  }

  private func indented(_ contents: [Content], first: String, rest: String) -> [String] {
    var writer = MailTextWriter(width: width - rest.count, enclosures: enclosures)
    writer.write(contents)
    return writer.lines.enumerated().map { index, line in
      ((index == 0 ? first : rest) + line).trimmingEnd
    }
  }

  private mutating func write(_ tiles: [FigureTile]) {
    begin(after: 1)
    let values = tiles.map { $0.value.inOneLine + ($0.unit.map { " " + $0.inOneLine } ?? "") }
    let labels = tiles.map(\.label.inOneLine)
    let widest = (
      labels: min(32, labels.map(\.places).max() ?? 0), values: values.map(\.places).max() ?? 0
    )
    for (tile, (label, value)) in zip(tiles, zip(labels, values)) {
      let change = tile.comparison.map { text in
        "   " + (tile.direction.map { $0.arrow + " " } ?? "") + text.inOneLine.isolated
      }
      let line =
        label.isolated.padded(to: widest.labels, .left) + "  "
        + value.isolated.padded(to: min(24, widest.values), .right) + (change ?? "")
      lines.append(line.trimmingEnd)
    }
  }

  private mutating func write(_ table: TableContent) {
    let shown = table.withoutDrawings
    add(TextTable(shown, width: width, limit: MailTextWriter.mostRows).lines)
    if lines.last == "" { lines.removeLast() }
    for note in [table.cut, shown.cutNote(MailTextWriter.mostRows, enclosures)] {
      if let note { lines += "(\(note.inOneLine.isolated))".wrapped(to: width) }
    }
  }
}
