import Markup
import Pages

extension BodyWriter {
  /// Writes a heading; its element is at most one level below the one before it, so that no level
  /// is left out, while its looks are those of the level asked for.
  mutating func writeHeading(_ level: Int, _ text: String, _ anchor: String) {
    depth = min(max(1, level) + 1, depth + 1, 4)
    writeHeading(depth, ["class": "level-\(min(max(level, 1), 3))", "id": claim(anchor)], text)
  }

  /// Writes a block's title and subtitle, one level below the heading over them.
  mutating func writeTitle(_ text: String, subtitle: String?) {
    writeHeading(depth + 1, ["class": "block-title"], text)
    if let subtitle {
      out.endLine()
      element("p", ["class": "block-subtitle"], text: subtitle)
    }
  }

  private mutating func writeHeading(
    _ depth: Int, _ attributes: KeyValuePairs<StaticString, String?>, _ text: String
  ) {
    switch depth {
    case ...2: element("h2", attributes, text: text)
    case 3: element("h3", attributes, text: text)
    case 4: element("h4", attributes, text: text)
    default: element("h5", attributes, text: text)
    }
  }

  /// Writes runs of text.
  mutating func write(_ runs: [Inline]) {
    for run in runs { write(run) }
  }

  private mutating func write(_ run: Inline) {
    var run = run
    if let link = run.link {
      run.link = nil
      guard let target = LinkTarget(link) else { return write(run) }
      element("a", ["href": target.address, "rel": target.relation]) { $0.write(run) }
    } else if run.isStrong {
      run.isStrong = false
      element("strong") { $0.write(run) }
    } else if run.isEmphasized {
      run.isEmphasized = false
      element("em") { $0.write(run) }
    } else if run.isCode {
      element("code", text: run.text)
    } else {
      writeLines(run.text)
    }
  }

  /// Writes text in which a line end stays one.
  private mutating func writeLines(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { void("br") }
      data(String(line))
    }
  }

  /// `auto` where runs hold text of another direction, so that a paragraph in Hebrew or Arabic
  /// begins at its own side.
  func direction(of runs: [Inline]) -> String? {
    runs.contains { $0.text.changesDirection } ? "auto" : nil
  }

  /// Writes small print.
  mutating func writeAside(_ runs: [Inline], kind: String) {
    element("p", ["class": kind, "dir": direction(of: runs)]) { $0.write(runs) }
  }

  mutating func writeCode(_ text: String) {
    element("pre", ["tabindex": "0"]) { $0.element("code", text: text) }
  }

  mutating func writeList(_ items: [[Content]], _ isOrdered: Bool, _ start: Int) {
    if isOrdered {
      element("ol", ["start": start == 1 ? nil : String(start)]) { $0.write(items: items) }
    } else {
      element("ul") { $0.write(items: items) }
    }
  }

  private mutating func write(items: [[Content]]) {
    out.endLine()
    for item in items {
      element("li") { writer in
        // An item of one paragraph is its text: lists in reports are tight.
        if case .paragraph(let runs) = item.first {
          writer.write(runs)
          writer.write(Array(item.dropFirst()))
        } else {
          writer.write(item)
        }
      }
      out.endLine()
    }
  }

  mutating func writeTableOfContents(_ title: String) {
    guard !outline.isEmpty else { return }
    element("nav", ["class": "contents", "aria-label": title]) { writer in
      writer.element("p", ["class": "block-title"], text: title)
      writer.element("ol") { writer in
        for heading in writer.outline {
          writer.element("li", ["class": "level-\(min(max(heading.level, 1), 3))"]) { writer in
            let address = "#" + BodyWriter.anchor(heading.anchor)
            writer.element("a", ["href": address], text: heading.text)
          }
          writer.out.endLine()
        }
      }
    }
  }
}

extension LinkTarget {
  /// The target as the value of `href`.
  var address: String {
    switch self {
    case .external(let address): address
    case .anchor(let name): "#" + BodyWriter.anchor(name)
    }
  }

  /// What the link says about where it leads: a page elsewhere does not learn of the report.
  var relation: String? {
    switch self {
    case .external: "noopener noreferrer"
    case .anchor: nil
    }
  }
}
