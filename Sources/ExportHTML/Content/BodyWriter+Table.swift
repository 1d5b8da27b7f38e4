import Drawing
import Markup
import Pages

extension BodyWriter {
  /// Writes a table in a frame of its own that scrolls where the window is narrow.
  mutating func write(_ table: TableContent) {
    writeScrolling { writer in
      writer.element("table") { writer in
        writer.element("caption", ["class": "unseen"], text: table.summary)
        writer.writeHead(table.columns)
        for rows in groups(of: table.rows) {
          writer.out.endLine()
          writer.element("tbody") { $0.write(rows, of: table) }
        }
      }
    }
    if let cut = table.cut {
      out.endLine()
      element("p", ["class": "note"], text: cut)
    }
  }

  /// Writes something wide that is scrolled by itself, with the keyboard too.
  mutating func writeScrolling(_ contents: (inout BodyWriter) -> Void) {
    element(
      "div", ["class": "scroll", "role": "group", "aria-label": "Table", "tabindex": "0"], contents)
  }

  private mutating func writeHead(_ columns: [TableContent.Column]) {
    element("thead") { writer in
      writer.element("tr") { writer in
        for column in columns {
          let kind = column.hasBars ? nil : column.alignment.css
          writer.element("th", ["scope": "col", "class": kind], text: column.head)
        }
      }
    }
  }

  private mutating func write(_ rows: ArraySlice<TableContent.Row>, of table: TableContent) {
    let widths = BarWidths(of: table)
    for row in rows {
      out.endLine()
      switch row {
      case .groupHead(let text):
        element("tr", ["class": "group"]) { writer in
          let span = String(max(1, table.columns.count))
          writer.element("th", ["scope": "rowgroup", "colspan": span], text: text)
        }
      case .cells(let cells): element("tr") { $0.write(cells, table.columns, widths) }
      case .totals(let cells):
        element("tr", ["class": "totals"]) { $0.write(cells, table.columns, widths) }
      }
    }
  }

  private mutating func write(
    _ cells: [TableContent.Cell], _ columns: [TableContent.Column], _ widths: BarWidths
  ) {
    for (index, (cell, column)) in zip(cells, columns).enumerated() {
      var kinds: [String] = []
      if let fill = cell.fill { kinds.append(fills.name(of: fill)) }
      if column.hasBars {
        kinds.append("bar")
      } else if let alignment = column.alignment.css {
        kinds.append(alignment)
      }
      let kind = kinds.isEmpty ? nil : kinds.joined(separator: " ")
      if index == 0, cell.scene == nil {
        element("th", ["scope": "row", "class": kind]) { $0.write(cell, widths[index]) }
      } else {
        element("td", ["class": kind]) { $0.write(cell, widths[index]) }
      }
    }
  }

  /// Writes a cell: its drawing, its bar and number, or its text.
  private mutating func write(_ cell: TableContent.Cell, _ width: Int?) {
    if let scene = cell.scene {
      write(scene, label: cell.text)
    } else if let width {
      element("div") { writer in
        writer.element("span", ["class": "track"]) { writer in
          if let bar = cell.bar { writer.write(bar, cell.barPaint) }
        }
        writer.element("span", ["style": "width:\(width)ch"]) { $0.write(textOf: cell) }
      }
    } else {
      write(textOf: cell)
    }
  }

  private mutating func write(textOf cell: TableContent.Cell) {
    if cell.isStrong {
      element("strong", text: cell.text)
    } else {
      data(cell.text)
    }
  }

  private mutating func write(_ bar: ClosedRange<Double>, _ paint: Paint?) {
    let (begin, end) = (bar.lowerBound.share, bar.upperBound.share)
    let style = "left:\((begin * 100).css)%;width:\(((end - begin) * 100).css)%"
    let name = fills.name(of: paint ?? theme.accent)
    element("i", ["class": name, "style": style]) { _ in }
  }
}

/// The rows cut before each head of a group.
private func groups(of rows: [TableContent.Row]) -> [ArraySlice<TableContent.Row>] {
  let heads = rows.indices.filter { index in
    if case .groupHead = rows[index] { true } else { false }
  }
  let starts = Array(Set([rows.startIndex] + heads)).sorted()
  return zip(starts, starts.dropFirst() + [rows.endIndex]).map { rows[$0..<$1] }
}

/// How many digits wide the numbers beside bars are, the same in all rows of a column: only then
/// do the bars share one scale.
private struct BarWidths {
  private let widths: [Int?]

  init(of table: TableContent) {
    widths = table.columns.indices.map { column in
      guard table.columns[column].hasBars else { return nil }
      return table.rows.reduce(1) { width, row in
        switch row {
        case .cells(let cells), .totals(let cells):
          max(width, column < cells.count ? cells[column].text.count : 0)
        case .groupHead: width
        }
      }
    }
  }

  subscript(column: Int) -> Int? { column < widths.count ? widths[column] : nil }
}

extension TableContent.Alignment {
  /// The class of a cell; nil for words, which stand at the left without one.
  var css: String? {
    switch self {
    case .left: nil
    case .right: "n"
    case .center: "c"
    }
  }
}
