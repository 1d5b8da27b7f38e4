import Charts
import Drawing
import Formatting
import Frame
import Markup
import Pages

extension BodyWriter {
  /// The most rows of data that are written behind a chart.
  private static let mostRows = 200

  /// Writes a chart with its words and, folded away, the data behind it.
  mutating func write(_ chart: Chart, id: String) {
    element("figure", ["class": "chart", "id": claim(id)]) { writer in
      writer.out.endLine()
      if let title = chart.title { writer.writeCaption(title, chart.subtitle) }
      if chart.title == nil, let subtitle = chart.subtitle {
        writer.element("figcaption") { writer in
          writer.element("p", ["class": "block-subtitle"], text: subtitle)
        }
      }
      writer.writePlots(of: chart)
      if let note = chart.note {
        writer.element("p", ["class": "note"], text: note)
        writer.out.endLine()
      }
      writer.writeData(behind: chart)
    }
  }

  private mutating func writeCaption(_ title: String, _ subtitle: String?) {
    element("figcaption") { $0.writeTitle(title, subtitle: subtitle) }
    out.endLine()
  }

  /// Writes the drawing, and beside it the one for narrow screens, of which the style shows one.
  ///
  /// What is not shown is not read aloud either, so both carry the chart's words.
  private mutating func writePlots(of chart: Chart) {
    let slim = slimDrawings(of: chart)
    let name = slim.isEmpty ? nil : narrowed.name(of: chart.scene.size.width)
    for page in chart.pages {
      let svg = svg(of: page.scene, label: page.altText)
      writePlot(svg, width: page.scene.size.width, of: page, kind: name.map { "wide \($0)" })
    }
    for (scene, svg) in zip(chart.narrow, slim) {
      writePlot(svg, width: scene.size.width, of: chart, kind: name.map { "slim \($0)" })
    }
  }

  /// The most characters of a second drawing; a longer one is not worth its weight on a phone.
  private static let mostCharacters = 128 * 1024
  /// Words smaller than this cannot be read on a phone, where a point of a narrow drawing is about
  /// 1.4 pixels.
  private static let smallestWords: Points = 6.3

  /// The drawings for narrow screens; none where the wide one, scrolled, serves readers better.
  private mutating func slimDrawings(of chart: Chart) -> [MarkupFragment] {
    guard
      chart.narrow.allSatisfy({ scene in
        scene.elements.allSatisfy { $0.hasWords(atLeast: BodyWriter.smallestWords) }
      })
    else { return [] }
    let count = chart.narrow.count
    let drawings = chart.narrow.enumerated().map { index, scene in
      let part = count > 1 ? "Part \(index + 1) of \(count). " : ""
      return svg(of: scene, label: part + chart.altText)
    }
    let characters = drawings.reduce(0) { $0 + $1.text.utf8.count }
    return characters <= BodyWriter.mostCharacters ? drawings : []
  }

  /// Writes a drawing as wide as the page and never so small that its words cannot be read.
  private mutating func writePlot(
    _ svg: MarkupFragment, width: Points, of chart: Chart, kind: String?
  ) {
    let name = ["plot", kind].compactMap(\.self).joined(separator: " ")
    element(
      "div",
      [
        "class": name, "role": "group", "aria-label": chart.title ?? "Chart", "tabindex": "0",
        "style": "--width:\(width.value.css)",
      ]
    ) { $0.out.write(svg) }
    out.endLine()
  }

  private mutating func writeData(behind chart: Chart) {
    let data = chart.data
    guard data.rowCount > 0, !data.names.isEmpty else { return }
    let shown = min(data.rowCount, BodyWriter.mostRows)
    element("details") { writer in
      let total = writer.formatter.count(data.rowCount)
      let count =
        shown < data.rowCount
        ? "first \(shown) of \(total) rows" : data.rowCount == 1 ? "1 row" : "\(total) rows"
      writer.element("summary", text: "Data behind this chart: \(count)")
      writer.out.endLine()
      writer.writeScrolling { writer in
        writer.element("table") { $0.write(data, rows: shown) }
      }
      writer.out.endLine()
    }
    out.endLine()
  }

  private mutating func write(_ data: DataFrame, rows: Int) {
    let kinds = data.columns.map { $0.type.isNumeric ? "n" : nil as String? }
    element("thead") { writer in
      writer.element("tr") { writer in
        for (name, kind) in zip(data.names, kinds) {
          writer.element("th", ["scope": "col", "class": kind], text: name)
        }
      }
    }
    element("tbody") { writer in
      for row in 0..<rows {
        writer.out.endLine()
        writer.element("tr") { writer in
          for (column, kind) in zip(data.columns, kinds) {
            writer.element("td", ["class": kind], text: writer.formatter.text(column[row]))
          }
        }
      }
    }
  }
}

extension SceneElement {
  /// Whether no words in it are smaller than a size.
  fileprivate func hasWords(atLeast size: Points) -> Bool {
    switch self {
    case .text(let run, _, _, _): run.font.size >= size
    case .group(let group): group.elements.allSatisfy { $0.hasWords(atLeast: size) }
    case .path, .dots, .mask: true
    }
  }
}
