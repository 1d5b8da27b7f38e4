import Charts
import Drawing
import Formatting
import Frame
import JSON
import Statistics

/// Prints missing values: map, tables, sentences and results from the same counts.
struct MissingPrinter {
  /// A group of rows whose missing values are counted apart.
  struct Group {
    let label: Value
    let text: String
    let rows: [Int]
    /// Whether there are more groups than are shown.
    let isCut: Bool
  }

  private let columns: [(name: String, column: Column)]
  private let patterns: MissingPatterns
  private let groups: [(group: Group, patterns: MissingPatterns)]
  private let by: String?
  private let mostPatterns: Int
  private let drawing: DrawingContext

  private var formatter: ValueFormatter { drawing.formatter }
  private var words: Words { Words(formatter: formatter) }

  /// More columns than this are no map that a reader can follow; those with missing values come first.
  private static let mostLines = 40

  init(
    columns: [(name: String, column: Column)], groups: [Group], by: String?, mostPatterns: Int,
    drawing: DrawingContext
  ) throws(StatisticsError) {
    self.columns = columns
    (self.by, self.mostPatterns, self.drawing) = (by, mostPatterns, drawing)
    patterns = try MissingPatterns(columns)
    var counted: [(group: Group, patterns: MissingPatterns)] = []
    for group in groups {
      let part = columns.map { (name: $0.name, column: $0.column.picking(group.rows)) }
      counted.append((group, try MissingPatterns(part)))
    }
    self.groups = counted
  }

  /// Whether anything is missing.
  var hasMissing: Bool { patterns.complete < patterns.rows }

  // MARK: Results

  var results: ResultFields {
    var fields: ResultFields = [
      ("rows", .array(patterns.columns.map { .object(result($0)) })),
      ("complete", .count(patterns.complete)),
      (
        "patterns",
        .array(patterns.patterns.prefix(mostPatterns).map(result))
      ),
      ("pattern_count", .count(patterns.patterns.count)),
    ]
    if by != nil {
      let groups = groups.flatMap { part in
        part.patterns.columns.map { column in
          JSONValue.object(result(column) + [("group", JSONValue(part.group.label))])
        }
      }
      fields.append(("groups", .array(groups)))
    }
    return fields
  }

  private func result(_ column: MissingPatterns.Count) -> ResultFields {
    [
      ("column", .string(column.name)), ("n", .count(column.n)),
      ("missing", .count(column.missing)), ("share", .number(column.share)),
    ]
  }

  private func result(_ pattern: MissingPatterns.Pattern) -> JSONValue {
    [
      "missing": .array(pattern.missing.map { .string(columns[$0].name) }),
      "n": .count(pattern.count),
    ]
  }

  // MARK: Map

  func chart(width: Points) -> Chart {
    let gaps = columns.map { MissingPatterns.gaps(in: $0.column) }
    let shown =
      (columns.indices.filter { gaps[$0] != nil } + columns.indices.filter { gaps[$0] == nil })
      .prefix(MissingPrinter.mostLines).sorted()
    let lines = shown.map { MissingnessMap.Line(name: columns[$0].name, gaps: gaps[$0]) }
    return Chart(
      subtitle: "Missing values in the order of the rows", altText: altText, data: data,
      width: width, in: drawing,
      drawing: MissingnessMap(lines: lines, rowCount: patterns.rows).draw)
  }

  private var altText: String {
    let most = patterns.columns.filter { $0.missing > 0 }.sorted { $0.missing > $1.missing }
    let told = most.prefix(5).map { column in
      "\(column.name) \(percentage(column.share))"
    }
    return "Map of missing values in \(words.count(patterns.rows, "row", "rows")) of "
      + "\(words.count(columns.count, "column", "columns")). Missing: \(Words.list(told))."
  }

  private var data: DataFrame {
    DataFrame([
      ("column", Column(texts: patterns.columns.map(\.name))),
      ("n", Column(integers: patterns.columns.map { Int64($0.n) })),
      ("missing", Column(integers: patterns.columns.map { Int64($0.missing) })),
      ("share", Column(doubles: patterns.columns.map(\.share))),
    ])
  }

  // MARK: Tables

  func table() -> TableContent {
    let heads = ["n", "Missing"].map { TableContent.Column(head: $0, alignment: .right) }
    let parts = groups.map { TableContent.Column(head: $0.group.text, alignment: .right) }
    return TableContent(
      columns: [TableContent.Column(head: "Column", alignment: .left)] + heads
        + [TableContent.Column(head: "Share", alignment: .right, hasBars: true)] + parts,
      rows: patterns.columns.indices.map { .cells(cells(of: $0)) },
      summary: "Missing values of \(Words.list(columns.map(\.name)))"
        + (by.map { ", shares by \($0.lowercased())" } ?? ""))
  }

  private func cells(of place: Int) -> [TableContent.Cell] {
    let column = patterns.columns[place]
    let share = TableContent.Cell(
      percentage(column.share), bar: 0...(column.share ?? 0),
      barPaint: drawing.theme.accent)
    let groups = groups.map { TableContent.Cell(percentage($0.patterns.columns[place].share)) }
    return [
      TableContent.Cell(TableColumn.words(column.name)),
      TableContent.Cell(formatter.count(column.n)),
      TableContent.Cell(formatter.count(column.missing)), share,
    ] + groups
  }

  /// Which columns are missing together; nil where that says no more than the columns' counts.
  func patternTable() -> TableContent? {
    guard mostPatterns > 0, patterns.patterns.contains(where: { $0.missing.count > 1 }) else {
      return nil
    }
    let shown = patterns.patterns.prefix(mostPatterns)
    let all = patterns.patterns.count
    return TableContent(
      columns: [
        TableContent.Column(head: "Missing together", alignment: .left),
        TableContent.Column(head: "Rows", alignment: .right),
        TableContent.Column(head: "Share", alignment: .right, hasBars: true),
      ],
      rows: shown.map { pattern in
        let names = pattern.missing.map { columns[$0].name }
        return .cells([
          TableContent.Cell(names.isEmpty ? "nothing (complete rows)" : list(names)),
          TableContent.Cell(formatter.count(pattern.count)),
          TableContent.Cell(
            percentage(pattern.share), bar: 0...pattern.share,
            barPaint: drawing.theme.accent),
        ])
      },
      cut: shown.count < all
        ? "\(formatter.count(shown.count)) of \(words.count(all, "pattern", "patterns"))" : nil,
      summary: "Which columns are missing together, most frequent first")
  }

  private func list(_ names: [String]) -> String {
    guard names.count > 8 else { return Words.list(names) }
    return names.prefix(7).joined(separator: ", ") + " and \(names.count - 7) more"
  }

  // MARK: Note

  var note: String {
    let rows = words.count(patterns.rows, "row", "rows")
    guard hasMissing else { return "\(rows); no value is missing." }
    let complete = formatter.count(patterns.complete)
    let share = Double(patterns.complete) / Double(max(patterns.rows, 1))
    var sentences = [
      "\(rows), \(complete) complete (\(percentage(share))).",
      "Missing is an absent value or not a number; an infinite value is not missing.",
    ]
    if let by {
      let without = groups.contains { $0.group.label.isNull } ? ", rows without it among them" : ""
      sentences.append("Shares by \(by.lowercased())\(without).")
    }
    if groups.contains(where: \.group.isCut) {
      sentences.append("Only the \(groups.count) largest groups are shown.")
    }
    return sentences.joined(separator: " ")
  }

  /// A share in per cent: one digit where whole per cents would hide it.
  private func percentage(_ share: Double?) -> String {
    guard let share else { return formatter.text(.null) }
    let isSmall = share > 0 && share < 0.1 || share > 0.9 && share < 1
    return formatter.percentage(share, decimals: isSmall ? 1 : 0)
  }
}
