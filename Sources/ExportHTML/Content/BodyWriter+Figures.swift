import Markup
import Pages

extension BodyWriter {
  /// Writes key figures side by side.
  mutating func write(_ tiles: [FigureTile]) {
    element("dl", ["class": "figures"]) { writer in
      writer.out.endLine()
      for tile in tiles {
        writer.element("div") { $0.write(tile) }
        writer.out.endLine()
      }
    }
  }

  private mutating func write(_ tile: FigureTile) {
    element("dt", text: tile.label)
    element("dd", ["class": "value"]) { writer in
      writer.element("span", ["class": "number"]) { writer in
        writer.data(tile.value)
        if let unit = tile.unit { writer.element("span", ["class": "unit"], text: " " + unit) }
      }
      if let sparkline = tile.sparkline {
        writer.write(sparkline, label: "Course of \(tile.label)")
      }
    }
    if let comparison = tile.comparison {
      element("dd", ["class": "change"]) { writer in
        if let direction = tile.direction {
          // The words say the direction too, so that the sign is for the eye alone.
          writer.element("span", ["class": "arrow", "aria-hidden": "true"], text: direction.arrow)
          writer.out.write(" ")
        }
        writer.data(comparison)
      }
    }
  }
}

extension Int {
  /// The direction of a change as a sign.
  fileprivate var arrow: String { self < 0 ? "▼" : self > 0 ? "▲" : "▶" }
}
