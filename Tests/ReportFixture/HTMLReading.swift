import Foundation
import TestSupport

/// A page as Python's `html.parser` reads it: an opinion that is not the writer's own.
package struct HTMLReading: Decodable, Sendable {
  /// End tags that do not match, ids given twice, labels and links that lead nowhere.
  package let faults: [String]
  /// The start tags in order.
  package let elements: [String]
  /// Attributes whose names begin with `on`, and links to scripts.
  package let handlers: [String]
  /// All text between tags.
  package let text: String

  package init(_ html: String) throws {
    guard let reading = try HTMLReading.all([html]).first else { throw HTMLReadingError() }
    self = reading
  }

  /// Many pages, read by one process.
  package static func all(_ pages: [String]) throws -> [HTMLReading] {
    let options = CommandOptions(input: try JSONEncoder().encode(pages))
    let result = try run("python3", ["-c", HTMLReading.script], options: options)
    return try JSONDecoder().decode([HTMLReading].self, from: result.output)
  }

  /// The start tags in order without those of some names.
  package func elements(without names: Set<String>) -> [String] {
    elements.filter { !names.contains($0) }
  }

  /// A text as a page shows it: control characters as pictures, `\n` for a line end.
  package func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar.value {
      case 0x0a, 0x09: result.unicodeScalars.append(scalar)
      case ..<0x20: result.unicodeScalars.append(Unicode.Scalar(scalar.value + 0x2400) ?? "?")
      case 0x7f: result += "␡"
      case 0x80...0x9f: result += "�"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let script = """
    import json, sys
    from html.parser import HTMLParser
    VOID = {"meta", "link", "br", "hr", "input", "img"}
    class Reader(HTMLParser):
        def __init__(self):
            super().__init__()
            self.open, self.ids, self.wanted = [], set(), []
            self.out = {"faults": [], "elements": [], "handlers": [], "text": ""}
        def handle_starttag(self, tag, attributes):
            self.out["elements"].append(tag)
            names = [name for name, _ in attributes]
            if len(set(names)) != len(names): self.fault(f"attribute twice in {tag}")
            for name, value in attributes:
                if name == "id":
                    if value in self.ids: self.fault(f"id twice: {value}")
                    if not value or any(c.isspace() for c in value): self.fault(f"bad id {value!r}")
                    self.ids.add(value)
                if name.startswith("on") or "javascript:" in (value or "")[:20].lower():
                    self.out["handlers"].append(f"{tag} {name}={value}")
                if name in ("for", "aria-labelledby", "aria-describedby"): self.wanted.append(value)
            if tag not in VOID: self.open.append(tag)
        def handle_startendtag(self, tag, attributes):
            self.handle_starttag(tag, attributes)
            if tag not in VOID: self.open.pop()
        def handle_endtag(self, tag):
            if not self.open or self.open[-1] != tag: self.fault(f"</{tag}> within {self.open[-3:]}")
            else: self.open.pop()
        def handle_data(self, data): self.out["text"] += data
        def handle_comment(self, data): self.fault(f"comment {data!r}")
        def unknown_decl(self, data): self.fault(f"declaration {data!r}")
        def fault(self, text): self.out["faults"].append(text)
    def read(page):
        reader = Reader()
        reader.feed(page)
        reader.close()
        for name in reader.wanted:
            if name not in reader.ids: reader.fault(f"no element has the id {name!r}")
        if reader.open: reader.fault(f"never closed: {reader.open}")
        return reader.out
    json.dump([read(page) for page in json.loads(sys.stdin.buffer.read())], sys.stdout)
    """
}

/// The page could not be read.
struct HTMLReadingError: Error {}
