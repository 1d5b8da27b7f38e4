import Markup
import Pages

/// A table as aligned columns of plain text; where not all columns fit beside one another, each
/// row is told as lines of `head: value`.
struct TextTable: Hashable, Sendable {
  private let table: TableContent
  private let width: Int
  private let limit: Int

  init(_ table: TableContent, width: Int, limit: Int) {
    self.table = table
    self.width = width
    self.limit = limit
  }

  /// The table's lines.
  var lines: [String] {
    guard let widths else { return records }
    var lines = line(table.columns.map(\.head), widths)
    lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
    for row in table.rows.prefix(limit) {
      switch row {
      case .groupHead(let text): lines += [""] + text.inOneLine.wrapped(to: width, breaks: true)
      case .cells(let cells): lines += line(cells.map(\.text), widths)
      case .totals(let cells):
        lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
        lines += line(cells.map(\.text), widths)
      }
    }
    return lines
  }

  /// The fewest places of a column whose text is wrapped.
  private static let fewestPlaces = 8

  /// The columns' widths: those of their texts, the widest narrowed until all fit; nil where they
  /// cannot.
  private var widths: [Int]? {
    var widths = table.columns.map { max(1, $0.head.inOneLine.places) }
    for row in table.rows.prefix(limit) {
      guard let cells = row.cells else { continue }
      for (index, cell) in cells.enumerated() where index < widths.count {
        widths[index] = max(widths[index], cell.text.inOneLine.places)
      }
    }
    let gaps = 2 * max(0, widths.count - 1)
    while widths.reduce(gaps, +) > width {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > TextTable.fewestPlaces
      else { return nil }
      // Down to the next widest at once, so that a text of any length takes few steps.
      let excess = widths.reduce(gaps, +) - width
      let next = widths.indices.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let target = max(TextTable.fewestPlaces, min(widths[widest] - 1, next))
      widths[widest] = max(target, widths[widest] - excess)
    }
    return widths
  }

  /// One row; a text wider than its column goes on in further lines.
  private func line(_ texts: [String], _ widths: [Int]) -> [String] {
    let cells = zip(texts, widths).map { $0.inOneLine.wrapped(to: $1, breaks: true) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { index in
      zip(zip(cells, widths), table.columns)
        .map { cell, column in
          let text = index < cell.0.count ? cell.0[index] : ""
          return text.isolated.padded(to: cell.1, column.alignment.side)
        }
        .joined(separator: "  ")
        .trimmingEnd
    }
  }

  private var records: [String] {
    table.rows.prefix(limit).flatMap { row -> [String] in
      switch row {
      case .groupHead(let text): return ["", text.inOneLine]
      case .cells(let cells), .totals(let cells):
        let pairs = zip(table.columns, cells)
        return pairs.flatMap { "\($0.head): \($1.text)".inOneLine.isolated.wrapped(to: width) }
          + [""]
      }
    }
  }
}

extension TableContent.Row {
  fileprivate var cells: [TableContent.Cell]? {
    switch self {
    case .cells(let cells), .totals(let cells): cells
    case .groupHead: nil
    }
  }
}

extension TableContent.Alignment {
  fileprivate var side: TextSide {
    switch self {
    case .left: .left
    case .right: .right
    case .center: .center
    }
  }
}

extension String {
  /// The text in one line, with control characters as their pictures.
  var inOneLine: String {
    withVisibleControls.replacing("\n", with: " ").replacing("\t", with: " ")
  }

  /// The text between marks that keep its direction of writing to itself, where it has one.
  var isolated: String { changesDirection ? "\u{2068}\(self)\u{2069}" : self }

  /// The text without spaces at its end.
  var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
