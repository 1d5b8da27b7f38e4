import Drawing
import Markup
import Pages

extension MailBodyWriter {
  /// Writes the first rows of a table, and says how many of how many they are.
  mutating func write(_ table: TableContent) {
    let shown = table.withoutDrawings
    element(
      "table",
      [
        "width": "100%", "cellpadding": "0", "cellspacing": "0", "border": "0",
        "style": style.table, "aria-label": table.summary,
      ]
    ) { writer in
      writer.writeHead(shown.columns)
      for row in shown.rows.prefix(writer.limits.rows) {
        writer.out.endLine()
        writer.write(row, shown.columns)
      }
    }
    let cuts = [table.cut, shown.cutNote(limits.rows, enclosures)].compactMap(\.self)
    if !cuts.isEmpty {
      element("p", ["class": "quiet", "style": style.note], text: cuts.joined(separator: ". "))
    }
  }

  private mutating func writeHead(_ columns: [TableContent.Column]) {
    element("tr") { writer in
      for column in columns {
        writer.element(
          "th",
          [
            "scope": "col", "align": column.alignment.rawValue, "class": "grey line",
            "style": writer.style.head,
          ], text: column.head)
      }
    }
  }

  private mutating func write(_ row: TableContent.Row, _ columns: [TableContent.Column]) {
    element("tr") { writer in
      switch row {
      case .groupHead(let text):
        let span = String(max(1, columns.count))
        writer.element(
          "th",
          [
            "colspan": span, "align": "left", "class": "ink line", "style": writer.style.total,
          ], text: text)
      case .cells(let cells):
        for (cell, column) in zip(cells, columns) {
          writer.write(cell, column, writer.style.cell, "hair")
        }
      case .totals(let cells):
        for (cell, column) in zip(cells, columns) {
          writer.write(cell, column, writer.style.total, "line")
        }
      }
    }
  }

  private mutating func write(
    _ cell: TableContent.Cell, _ column: TableContent.Column, _ cellStyle: String, _ kind: String
  ) {
    let fill = cell.fill.map(style.fill) ?? ""
    element(
      "td",
      ["align": column.alignment.rawValue, "class": kind, "style": cellStyle + fill]
    ) { writer in
      if cell.isStrong {
        writer.element("strong", text: cell.text)
      } else {
        writer.data(cell.text)
      }
      if column.hasBars, let bar = cell.bar { writer.write(bar, cell.barPaint) }
    }
  }

  /// Writes a bar under its number: three cells of which the middle one is painted.
  private mutating func write(_ bar: ClosedRange<Double>, _ paint: Paint?) {
    let percent = [bar.lowerBound, bar.upperBound].map { bound in
      bound.isFinite ? Int((max(0, min(1, bound)) * 100).rounded()) : 0
    }
    let paint = paint ?? style.accent
    let color = style.theme.paper.light.mixed(with: paint.light, share: paint.opacity).hex
    let cells = [
      (percent[0], nil), (max(0, percent[1] - percent[0]), color), (100 - percent[1], nil),
    ]
    element("table", MailBodyWriter.layout) { writer in
      writer.element("tr") { writer in
        for (width, color) in cells where width > 0 {
          writer.element(
            "td",
            [
              "width": "\(width)%", "bgcolor": color, "height": "5",
              "style": "font-size:1px;line-height:5px",
            ]
          ) { $0.data("\u{a0}") }
        }
      }
    }
  }
}

extension TableContent {
  /// The table without the columns that hold only drawings, which mail cannot show.
  var withoutDrawings: TableContent {
    let kept = columns.indices.filter { column in
      rows.isEmpty
        || rows.contains { row in
          switch row {
          case .cells(let cells): column < cells.count && cells[column].scene == nil
          case .groupHead, .totals: false
          }
        }
    }
    guard kept.count < columns.count, !kept.isEmpty else { return self }
    func picked(_ cells: [Cell]) -> [Cell] {
      kept.filter { $0 < cells.count }.map { cells[$0] }
    }
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in
      switch row {
      case .cells(let cells): .cells(picked(cells))
      case .totals(let cells): .totals(picked(cells))
      case .groupHead: row
      }
    }
    return table
  }

  /// What is said where only the first rows are shown; nil where all are.
  func cutNote(_ limit: Int, _ enclosures: MailEnclosures) -> String? {
    rows.count > limit
      ? "First \(limit) of \(rows.count) lines\(enclosures.whereTheRestIs)" : nil
  }
}
