import Charts
import Drawing
import Markup
import Pages

/// Writes the contents of a report as the HTML that mail programs understand: tables for layout,
/// styles in each element, pictures by content id.
struct MailBodyWriter: MarkupWriting {
  var out = MarkupText()
  let style: MailStyle
  let enclosures: MailEnclosures
  let limits: MailLimits
  private(set) var pictures: [MailPicture] = []

  init(theme: Theme, enclosures: MailEnclosures, limits: MailLimits) {
    style = MailStyle(theme: theme)
    self.enclosures = enclosures
    self.limits = limits
  }

  /// Writes a report's contents, as many as the limit holds.
  mutating func writeContent(of document: Document) {
    for (index, content) in document.content.enumerated() {
      let before = self
      write(content)
      out.endLine()
      if let most = limits.bytes, out.text.utf8.count > most {
        self = before
        let left = document.content.count - index
        let rest = "This message is cut here: \(left) more parts\(enclosures.whereTheRestIs)."
        element("p", ["class": "quiet", "style": style.note], text: rest)
        return
      }
    }
  }

  mutating func write(_ contents: [Content]) {
    for content in contents {
      write(content)
      out.endLine()
    }
  }

  mutating func write(_ content: Content) {
    switch content {
    case .heading(let level, let text, _): writeHeading(level, text)
    case .title(let text, let subtitle): writeTitle(text, subtitle)
    case .paragraph(let runs): writeParagraph(runs, kind: nil, style.paragraph)
    case .caption(let runs): writeParagraph(runs, kind: "grey", style.caption)
    case .note(let runs): writeParagraph(runs, kind: "quiet", style.note)
    case .list(let items, let isOrdered, let start): writeList(items, isOrdered, start)
    case .quote(let contents):
      element("div", ["class": "grey hair", "style": style.quote]) { $0.write(contents) }
    case .code(let text): element("pre", ["class": "raised", "style": style.code], text: text)
    case .rule: void("hr", ["class": "hair", "style": style.rule])
    case .figures(let tiles): write(tiles)
    case .table(let table): write(table)
    case .chart(let chart, let id): write(chart, id: id)
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

  /// Writes a chart as a picture between its words; without a picture, what it shows in words.
  private mutating func write(_ chart: Chart, id: String) {
    if let title = chart.title { writeTitle(title, chart.subtitle) }
    if chart.title == nil, let subtitle = chart.subtitle { writeSubtitle(subtitle) }
    let pages = chart.pages
    let pictures = enclosures.charts[id] ?? []
    for (index, page) in pages.enumerated() {
      let name = index == 0 ? id : "\(id)-\(index + 1)"
      write(pictures.indices.contains(index) ? pictures[index] : [], of: page, name: name)
    }
    if let note = chart.note { writeParagraph([Inline(note)], kind: "quiet", style.note) }
  }

  private mutating func write(_ bytes: [UInt8], of chart: Chart, name: String) {
    if let size = PNGSize(bytes) {
      let natural = chart.scene.size.width.value * Double(MailStyle.width) / 507
      let width = max(1, min(MailStyle.width, natural.isFinite ? Int(natural.rounded()) : 1))
      let height = max(1, (size.height * width + size.width / 2) / max(1, size.width))
      let picture = MailPicture(id: name, bytes: bytes)
      if !pictures.contains(where: { $0.contentID == picture.contentID }) {
        pictures.append(picture)
      }
      void(
        "img",
        [
          "src": "cid:" + picture.contentID, "width": String(width), "height": String(height),
          "alt": chart.altText,
          "style": "display:block;width:100%;max-width:\(width)px;height:auto;border:0",
        ])
    } else {
      writeParagraph([Inline(chart.altText)], kind: "grey", style.caption)
    }
  }
}

extension MailPicture {
  /// A chart's picture; charts that look the same share one.
  fileprivate init(id: String, bytes: [UInt8]) {
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    contentID = fingerprint.text + "@broadsheet.invalid"
    file = MailFile(name: id + ".png", mediaType: "image/png", bytes: bytes)
  }
}

/// The size of a PNG in pixels.
struct PNGSize: Hashable, Sendable {
  let width: Int
  let height: Int

  /// Reads the first chunk of a PNG; nil for other bytes.
  init?(_ bytes: [UInt8]) {
    let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    guard bytes.count >= 24, bytes.starts(with: signature) else { return nil }
    func number(at start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    width = number(at: 16)
    height = number(at: 20)
    guard width > 0, height > 0 else { return nil }
  }
}
