import Charts
import Drawing
import Formatting
import Frame
import JSON
import Statistics

/// A column with its summary in each group of rows.
struct DescribedColumn {
  /// A group of rows: which, and what it is called.
  struct Group {
    /// Nil where all rows are one group.
    let label: Value?
    let text: String?
    /// Nil for all rows.
    let rows: [Int]?
  }

  /// One group's summary of the column.
  struct Part {
    let group: Group
    let column: Column
    /// Nil for a column that holds no numbers.
    let numbers: Describe?
    let texts: DescribeText?
  }

  let name: String
  let parts: [Part]
  let isNumeric: Bool
  /// Whether the column's values are whole by their type.
  let isWhole: Bool

  init(name: String, column: Column, groups: [Group]) {
    self.name = name
    let isNumeric = column.type.isNumeric
    self.isNumeric = isNumeric
    isWhole = column.type == .integer
    parts = groups.map { group in
      let own = group.rows.map { column.picking($0) } ?? column
      return Part(
        group: group, column: own, numbers: isNumeric ? Describe(own) : nil,
        texts: isNumeric ? nil : DescribeText(own))
    }
  }

  /// The column's objects in `results.json`, one a group.
  var results: [JSONValue] { parts.map(result) }

  private func result(_ part: Part) -> JSONValue {
    var fields: ResultFields = [("column", .string(name))]
    if let label = part.group.label { fields.append(("group", JSONValue(label))) }
    if let summary = part.numbers {
      fields += [
        ("n", .count(summary.n)), ("missing", .count(summary.missing)),
        ("mean", .number(summary.mean)), ("std", .number(summary.standardDeviation)),
        ("min", .number(summary.min)), ("q1", .number(summary.q1)),
        ("median", .number(summary.median)), ("q3", .number(summary.q3)),
        ("max", .number(summary.max)), ("skewness", .number(summary.skewness)),
        ("kurtosis", .number(summary.kurtosis)),
      ]
      if summary.infinite > 0 { fields.append(("infinite", .count(summary.infinite))) }
      return .object(fields, reason: summary.reason)
    }
    guard let summary = part.texts else { return .object(fields) }
    fields += [
      ("n", .count(summary.n)), ("missing", .count(summary.missing)),
      ("distinct", .count(summary.distinct)),
      (
        "top",
        .array(summary.top.map { ["value": JSONValue($0.value), "n": .count($0.count)] })
      ),
    ]
    return .object(fields)
  }
}

/// Prints summaries: numbers in one table, other columns in a second one, then what was left out.
struct DescribePrinter {
  /// What the groups are, in words; nil without groups.
  let by: String?
  let drawing: DrawingContext
  let rowCount: Int

  private var formatter: ValueFormatter { drawing.formatter }

  func content(of columns: [DescribedColumn]) -> [Content] {
    let numeric = columns.filter(\.isNumeric)
    let others = columns.filter { !$0.isNumeric }
    var content: [Content] = []
    if !numeric.isEmpty { content.append(.table(numbersTable(numeric))) }
    if !others.isEmpty { content.append(.table(textsTable(others))) }
    content.append(.note([Inline(note(on: columns, hasNumbers: !numeric.isEmpty))]))
    return content
  }

  // MARK: Numbers

  private func numbersTable(_ columns: [DescribedColumn]) -> TableContent {
    let heads = ["n", "Missing", "Mean", "SD", "Min", "Q1", "Median", "Q3", "Max", "Skew", "Kurt."]
    let summary =
      "Summary statistics of \(Words.list(columns.map(\.name)))"
      + (by.map { " by \($0.lowercased())" } ?? "")
    return TableContent(
      columns: [TableContent.Column(head: by ?? "Column", alignment: .left)]
        + heads.map { TableContent.Column(head: $0, alignment: .right) }
        + [TableContent.Column(head: "", alignment: .left)],
      rows: columns.flatMap { rows(of: $0, cells: numberCells) }, summary: summary)
  }

  /// One row a group; the column's name is the first cell, or the head of its groups.
  private func rows(
    of column: DescribedColumn,
    cells: (DescribedColumn, DescribedColumn.Part) -> [TableContent.Cell]
  ) -> [TableContent.Row] {
    let name = TableColumn.words(column.name)
    let rows = column.parts.map { part -> TableContent.Row in
      .cells([TableContent.Cell(part.group.text ?? name)] + cells(column, part))
    }
    return by == nil ? rows : [.groupHead(name)] + rows
  }

  private func numberCells(_ column: DescribedColumn, _ part: DescribedColumn.Part)
    -> [TableContent.Cell]
  {
    guard let summary = part.numbers else { return [] }
    let digits = Digits(spread: summary.standardDeviation)
    func number(_ value: Double?, isWhole: Bool = false) -> TableContent.Cell {
      TableContent.Cell(digits.text(value, isWhole: isWhole, with: formatter))
    }
    func shape(_ value: Double?) -> TableContent.Cell {
      TableContent.Cell(Digits(decimals: 2).text(value, with: formatter))
    }
    // Without a spread there is no measure of the digits: whole numbers stay whole.
    let hasSpread = (summary.standardDeviation ?? 0) > 0
    let whole = column.isWhole || !hasSpread
    return [
      TableContent.Cell(formatter.count(summary.n)),
      TableContent.Cell(formatter.count(summary.missing)),
      number(summary.mean, isWhole: !hasSpread), number(summary.standardDeviation, isWhole: true),
      number(summary.min, isWhole: whole), number(summary.q1, isWhole: whole),
      number(summary.median, isWhole: whole), number(summary.q3, isWhole: whole),
      number(summary.max, isWhole: whole), shape(summary.skewness), shape(summary.kurtosis),
      TableContent.Cell("", scene: histogram(part.column)),
    ]
  }

  private func histogram(_ column: Column) -> Scene {
    MiniHistogram.draw(
      column.doubles, size: Size(width: 44, height: 11), paint: drawing.theme.categories[0])
  }

  // MARK: Other columns

  private func textsTable(_ columns: [DescribedColumn]) -> TableContent {
    TableContent(
      columns: [
        TableContent.Column(head: by ?? "Column", alignment: .left),
        TableContent.Column(head: "n", alignment: .right),
        TableContent.Column(head: "Missing", alignment: .right),
        TableContent.Column(head: "Distinct", alignment: .right),
        TableContent.Column(head: "Most frequent", alignment: .left),
      ],
      rows: columns.flatMap { rows(of: $0, cells: textCells) },
      summary: "Most frequent values of \(Words.list(columns.map(\.name)))")
  }

  private func textCells(_ column: DescribedColumn, _ part: DescribedColumn.Part)
    -> [TableContent.Cell]
  {
    guard let summary = part.texts else { return [] }
    let top = summary.top.map { entry in
      "\(formatter.text(entry.value)) \(formatter.percentage(entry.share))"
    }
    return [
      TableContent.Cell(formatter.count(summary.n)),
      TableContent.Cell(formatter.count(summary.missing)),
      TableContent.Cell(formatter.count(summary.distinct)),
      TableContent.Cell(top.isEmpty ? formatter.text(.null) : top.joined(separator: ", ")),
    ]
  }

  // MARK: What was left out

  private func note(on columns: [DescribedColumn], hasNumbers: Bool) -> String {
    let words = Words(formatter: formatter)
    var sentences = [words.count(rowCount, "row", "rows") + "; missing values are left out."]
    if hasNumbers {
      sentences.append(
        "SD divides by n − 1; quartiles interpolate (R-7); skewness and excess kurtosis are "
          + "corrected for small samples.")
    }
    return (sentences + reasons(in: columns) + infinities(in: columns)).joined(separator: " ")
  }

  /// Why numbers are missing, each reason once, such as `No values: weight and height.`.
  private func reasons(in columns: [DescribedColumn]) -> [String] {
    var names: [(reason: String, names: [String])] = []
    for (name, part) in subjects(in: columns) {
      guard let reason = part.numbers?.reason?.reason else { continue }
      if let index = names.firstIndex(where: { $0.reason == reason }) {
        names[index].names.append(name)
      } else {
        names.append((reason, [name]))
      }
    }
    return names.map { entry in
      "\(TableColumn.words(entry.reason)): \(Words.list(entry.names))."
    }
  }

  private func infinities(in columns: [DescribedColumn]) -> [String] {
    let words = Words(formatter: formatter)
    return subjects(in: columns).compactMap { name, part in
      guard let infinite = part.numbers?.infinite, infinite > 0 else { return nil }
      return "\(name): \(words.count(infinite, "infinite value", "infinite values")) left out."
    }
  }

  private func subjects(in columns: [DescribedColumn]) -> [(String, DescribedColumn.Part)] {
    columns.flatMap { column in
      column.parts.map { part in
        (part.group.text.map { "\(column.name) of \($0)" } ?? column.name, part)
      }
    }
  }
}
