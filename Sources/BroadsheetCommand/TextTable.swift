import Frame

/// A frame as columns of text for a terminal: numbers right, words left, `–` for null.
struct TextTable {
  private let head: [String]
  private let rows: [[String]]
  private let isRight: [Bool]

  init(_ frame: DataFrame) {
    head = frame.names
    rows = (0..<frame.rowCount).map { row in
      frame.columns.map { $0[row].isNull ? "–" : TextTable.printable($0[row].description) }
    }
    isRight = frame.columns.map { $0.type.isNumeric }
  }

  /// A table of texts under heads.
  init(head: [String], rows: [[String]]) {
    self.head = head
    self.rows = rows.map { $0.map(TextTable.printable) }
    isRight = head.map { _ in false }
  }

  /// The table, without a line end.
  var text: String {
    let widths = head.indices.map { column in
      ([head] + rows).map { $0[column].count }.max() ?? 0
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    let lines = ([head] + rows).map { line($0, widths) }
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.indices.map { column in
      let blanks = String(repeating: " ", count: widths[column] - cells[column].count)
      return isRight[column] ? blanks + cells[column] : cells[column] + blanks
    }
    let text = padded.joined(separator: "  ")
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// Control characters would move a terminal's cursor or worse.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.value < 32 || (127...159).contains($0.value) ? "\u{fffd}" : $0
        }))
  }
}
