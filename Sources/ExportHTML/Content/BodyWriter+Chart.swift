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
      for page in chart.pages {
        writer.writePlot(page)
        writer.out.endLine()
      }
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

  /// Writes the drawing, as wide as the page and never so small that its words cannot be read.
  private mutating func writePlot(_ chart: Chart) {
    let width = "--width:\(chart.scene.size.width.value.css)"
    let label = chart.title ?? "Chart"
    element(
      "div",
      ["class": "plot", "role": "group", "aria-label": label, "tabindex": "0", "style": width]
    ) { $0.write(chart.scene, label: chart.altText) }
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
