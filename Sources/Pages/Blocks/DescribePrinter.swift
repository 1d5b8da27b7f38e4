import Charts
import Drawing
import Formatting
import Frame
import Statistics

/// Prints summaries: numbers in one table, other columns in a second one, then what was left out.
struct DescribePrinter {
  /// What the groups are, in words; nil without groups.
  let by: String?
  let drawing: DrawingContext
  let rowCount: Int
  let settings: DescribeSettings
  /// Nil for rows that count once.
  let weights: FrequencyWeights?

  private var formatter: ValueFormatter { drawing.formatter }

  func content(of columns: [DescribedColumn]) -> [Content] {
    let numeric = columns.filter(\.isNumeric)
    let others = columns.filter { !$0.isNumeric }
    var content: [Content] = []
    if !numeric.isEmpty {
      content.append(.table(numbersTable(numeric)))
      if !quantileHeads.isEmpty { content.append(.table(quantilesTable(numeric))) }
    }
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
    let (skewness, kurtosis) = settings.shape.figures(of: summary)
    return [
      TableContent.Cell(formatter.count(summary.n)),
      TableContent.Cell(formatter.count(summary.missing)),
      number(summary.mean, isWhole: !hasSpread), number(summary.standardDeviation, isWhole: true),
      number(summary.min, isWhole: whole), number(summary.q1, isWhole: whole),
      number(summary.median, isWhole: whole), number(summary.q3, isWhole: whole),
      number(summary.max, isWhole: whole), shape(skewness), shape(kurtosis),
      TableContent.Cell("", scene: histogram(part)),
    ]
  }

  private func histogram(_ part: DescribedColumn.Part) -> Scene {
    MiniHistogram.draw(
      part.drawnValues, size: Size(width: 44, height: 11), paint: drawing.theme.accent)
  }

  // MARK: Quantiles

  /// The heads of the quantiles and of the trimmed mean that the spec asks for.
  private var quantileHeads: [String] {
    let heads = settings.options.probabilities.map { probability in
      let percent = probability * 100
      return "P" + Digits(for: [percent]).text(percent, with: formatter)
    }
    let trimmed = formatter.percentage(settings.options.trimmedShare)
    return heads + (settings.showsTrimmed ? ["Mean, \(trimmed) trimmed"] : [])
  }

  private func quantilesTable(_ columns: [DescribedColumn]) -> TableContent {
    TableContent(
      columns: [TableContent.Column(head: by ?? "Column", alignment: .left)]
        + quantileHeads.map { TableContent.Column(head: $0, alignment: .right) },
      rows: columns.flatMap { rows(of: $0, cells: quantileCells) },
      summary: "Quantiles of \(Words.list(columns.map(\.name)))")
  }

  private func quantileCells(_ column: DescribedColumn, _ part: DescribedColumn.Part)
    -> [TableContent.Cell]
  {
    guard let summary = part.numbers else { return [] }
    let digits = Digits(spread: summary.standardDeviation)
    let isWhole = column.isWhole || (summary.standardDeviation ?? 0) == 0
    var cells = settings.options.probabilities.indices.map { place in
      let value = summary.quantiles.indices.contains(place) ? summary.quantiles[place] : nil
      return TableContent.Cell(digits.text(value, isWhole: isWhole, with: formatter))
    }
    if settings.showsTrimmed {
      cells.append(TableContent.Cell(digits.text(summary.trimmedMean?.value, with: formatter)))
    }
    return cells
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
    if let weights { sentences.append(note(on: weights)) }
    if hasNumbers { sentences.append(methods) }
    return (sentences + reasons(in: columns) + infinities(in: columns)).joined(separator: " ")
  }

  private func note(on weights: FrequencyWeights) -> String {
    let words = Words(formatter: formatter)
    let name = settings.weights?.name ?? ""
    let total = words.count(weights.total, "row", "rows")
    let counted = "Each row counts as often as \(name) says, \(total) in all."
    guard weights.missing > 0 else { return counted }
    return counted + " \(words.count(weights.missing, "row", "rows")) without a weight left out."
  }

  /// The conventions of the figures, in one sentence.
  private var methods: String {
    let kind = settings.options.quantileKind
    let quantiles = kind == .r7 ? "quartiles interpolate (R-7)" : "quantiles by rule \(kind.title)"
    let shape =
      settings.shape == .adjusted ? "corrected for small samples" : "those of the population"
    return "SD divides by n − 1; \(quantiles); skewness and excess kurtosis are \(shape)."
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
