import Markup
import Pages

extension MailBodyWriter {
  /// Writes key figures in rows, fewer in a row where numbers are long.
  mutating func write(_ tiles: [FigureTile]) {
    let longest = tiles.map { $0.value.count + ($0.unit?.count ?? 0) }.max() ?? 0
    let across = longest <= 6 ? 4 : longest <= 10 ? 3 : longest <= 20 ? 2 : 1
    element("table", MailBodyWriter.layout) { writer in
      for start in stride(from: 0, to: tiles.count, by: across) {
        writer.element("tr") { writer in
          for index in start..<start + across {
            writer.write(index < tiles.count ? tiles[index] : nil, share: 100 / across)
            if index < start + across - 1 { writer.element("td", ["width": "16"]) { _ in } }
          }
        }
      }
    }
  }

  private mutating func write(_ tile: FigureTile?, share: Int) {
    element("td", ["width": "\(share)%", "valign": "top", "style": "padding:12px 0 0"]) { writer in
      guard let tile else { return }
      writer.element("div", ["class": "line", "style": writer.style.tile]) { writer in
        writer.element("div", ["class": "grey", "style": writer.style.label], text: tile.label)
        writer.element("div", ["class": "ink", "style": writer.style.number]) { writer in
          writer.data(tile.value)
          if let unit = tile.unit { writer.data(" " + unit) }
        }
        if let comparison = tile.comparison {
          writer.element("div", ["class": "grey", "style": writer.style.change]) { writer in
            writer.data((tile.direction.map { $0.arrow + " " } ?? "") + comparison)
          }
        }
      }
    }
  }

  /// The attributes of a table that only arranges.
  static var layout: KeyValuePairs<StaticString, String?> {
    [
      "role": "presentation", "width": "100%", "cellpadding": "0", "cellspacing": "0",
      "border": "0",
    ]
  }
}

extension Int {
  /// The direction of a change as a sign.
  var arrow: String { self < 0 ? "▼" : self > 0 ? "▲" : "▶" }
}
