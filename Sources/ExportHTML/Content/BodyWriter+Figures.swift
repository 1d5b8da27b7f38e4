import Markup
import Pages

extension BodyWriter {
  /// Writes key figures side by side; where numbers are long, fewer side by side, and in a size in
  /// which the longest stands on one line, since half a number is another number.
  mutating func write(_ tiles: [FigureTile]) {
    let width = tiles.map(\.longestWord).max() ?? 0
    let style = width > BodyWriter.commonWidth ? "--em:\(width.css)" : nil
    element("dl", ["class": "figures", "style": style]) { writer in
      writer.out.endLine()
      for tile in tiles {
        writer.element("div") { $0.write(tile) }
        writer.out.endLine()
      }
    }
  }

  /// The width in ems of a number that four figures side by side have room for.
  private static let commonWidth = 5.4

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

extension FigureTile {
  /// At least the width in ems of the longest part of the value that is not broken, to tenths.
  fileprivate var longestWord: Double {
    let widths = value.split(separator: " ").map { word in
      word.map { $0.isNumber ? 0.7 : ",.'’:;\u{202F}".contains($0) ? 0.33 : 0.85 }.reduce(0, +)
    }
    return ((widths.max() ?? 0) * 10).rounded(.up) / 10
  }
}

extension Int {
  /// The direction of a change as a sign.
  fileprivate var arrow: String { self < 0 ? "▼" : self > 0 ? "▲" : "▶" }
}
