import Markup
import Pages

extension MailBodyWriter {
  mutating func writeHeading(_ level: Int, _ text: String) {
    let level = min(max(1, level), 3)
    switch level {
    case 1: element("h2", ["class": "ink", "style": style.heading(1)], text: text)
    case 2: element("h3", ["class": "ink", "style": style.heading(2)], text: text)
    default: element("h4", ["class": "ink", "style": style.heading(3)], text: text)
    }
  }

  mutating func writeTitle(_ text: String, _ subtitle: String?) {
    element("p", ["class": "ink", "style": style.blockTitle], text: text)
    if let subtitle { writeSubtitle(subtitle) }
  }

  mutating func writeSubtitle(_ text: String) {
    element("p", ["class": "grey", "style": style.subtitle], text: text)
  }

  mutating func writeParagraph(_ runs: [Inline], kind: String?, _ style: String) {
    element("p", ["class": kind, "style": style]) { $0.write(runs) }
  }

  /// Writes runs of text.
  mutating func write(_ runs: [Inline]) {
    for run in runs { write(run) }
  }

  private mutating func write(_ run: Inline) {
    var run = run
    if let link = run.link {
      run.link = nil
      // A mail has no places of its own that a link could lead to.
      guard case .external(let address) = LinkTarget(link) else { return write(run) }
      element("a", ["href": address, "style": style.link]) { $0.write(run) }
    } else if run.isStrong {
      run.isStrong = false
      element("strong") { $0.write(run) }
    } else if run.isEmphasized {
      run.isEmphasized = false
      element("em") { $0.write(run) }
    } else if run.isCode {
      element("code", text: run.text)
    } else {
      data(run.text)
    }
  }

  mutating func writeList(_ items: [[Content]], _ isOrdered: Bool, _ start: Int) {
    if isOrdered {
      element("ol", ["start": start == 1 ? nil : String(start)]) { $0.write(items: items) }
    } else {
      element("ul") { $0.write(items: items) }
    }
  }

  private mutating func write(items: [[Content]]) {
    for item in items {
      element("li") { writer in
        if case .paragraph(let runs) = item.first {
          writer.write(runs)
          writer.write(Array(item.dropFirst()))
        } else {
          writer.write(item)
        }
      }
    }
  }
}
