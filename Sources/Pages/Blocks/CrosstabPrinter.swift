import Charts
import Drawing
import Formatting
import Frame
import JSON
import Statistics

/// Prints a cross table: counts with shares, expected counts, residuals, sentences and results from
/// the same numbers.
struct CrosstabPrinter {
  /// What a table may show.
  enum Part: String, Sendable, CaseIterable {
    case counts, row, column, total, expected, residuals

    /// Whether cells hold a share of something.
    var isShare: Bool { self == .row || self == .column || self == .total }
  }

  let comparison: CategoryComparison
  /// The tests' p-values after a correction over the report; as they are without one.
  let corrected: CorrectedTests
  let row: String
  let column: String
  /// The column of weights; nil where each row counts once.
  let weights: String?
  let drawing: DrawingContext

  private var table: Crosstab { comparison.table }
  private var formatter: ValueFormatter { drawing.formatter }
  private var words: Words { Words(formatter: formatter) }

  // MARK: Tables

  /// One table of counts and shares, and one each of expected counts and residuals.
  func tables(_ parts: [Part]) -> [TableContent] {
    let shares = parts.filter(\.isShare)
    var tables: [TableContent] = []
    if parts.contains(.counts) || !shares.isEmpty {
      tables.append(counts(withCounts: parts.contains(.counts), shares.first))
      tables += shares.dropFirst().map { counts(withCounts: false, $0) }
    }
    if let test = comparison.chiSquare {
      if parts.contains(.expected) { tables.append(expected(test)) }
      if parts.contains(.residuals) { tables.append(residuals(test)) }
    }
    return tables
  }

  /// Counts with a share in brackets, or shares alone; totals at the end of rows and columns.
  private func counts(withCounts: Bool, _ share: Part?) -> TableContent {
    let rowTotals = table.rowTotals
    let columnTotals = table.columnTotals
    func cell(_ count: Int, _ whole: Int) -> TableContent.Cell {
      guard share != nil else { return TableContent.Cell(formatter.count(count)) }
      let part = whole > 0 ? formatter.percentage(Double(count) / Double(whole)) : dash
      return TableContent.Cell(withCounts ? "\(formatter.count(count)) (\(part))" : part)
    }
    func whole(_ row: Int?, _ column: Int?) -> Int {
      switch share {
      case .row: row.map { rowTotals[$0] } ?? table.n
      case .column: column.map { columnTotals[$0] } ?? table.n
      default: table.n
      }
    }
    let rows = table.rows.indices.map { i -> TableContent.Row in
      .cells(
        [TableContent.Cell(formatter.text(table.rows[i]))]
          + table.columns.indices.map { cell(table.counts[i][$0], whole(i, $0)) }
          + [cell(rowTotals[i], whole(i, nil))])
    }
    let totals = TableContent.Row.totals(
      [TableContent.Cell("Total")]
        + table.columns.indices.map { cell(columnTotals[$0], whole(nil, $0)) }
        + [cell(table.n, table.n)])
    return content(rows + [totals], head: head(share), lastHead: "Total")
  }

  private func expected(_ test: ChiSquare) -> TableContent {
    numbers("Expected", test.expected.map { $0.map(Optional.some) }, decimals: 1)
  }

  private func residuals(_ test: ChiSquare) -> TableContent {
    numbers("Residual", test.residuals, decimals: 2)
  }

  /// A table of numbers in the shape of the counts; residuals beyond 2 stand out.
  private func numbers(_ name: String, _ cells: [[Double?]], decimals: Int) -> TableContent {
    let isResidual = name == "Residual"
    let rows = table.rows.indices.map { i -> TableContent.Row in
      .cells(
        [TableContent.Cell(formatter.text(table.rows[i]))]
          + cells[i].map { number in
            TableContent.Cell(
              Digits(decimals: decimals).text(number, with: formatter),
              isStrong: isResidual && abs(number ?? 0) > 2)
          })
    }
    return content(rows, head: "\(name): \(heading)", lastHead: nil)
  }

  private func content(_ rows: [TableContent.Row], head: String, lastHead: String?) -> TableContent
  {
    let heads = table.columns.map { formatter.text($0) } + [lastHead].compactMap(\.self)
    return TableContent(
      columns: [TableContent.Column(head: head, alignment: .left)]
        + heads.map { TableContent.Column(head: $0, alignment: .right) },
      rows: rows, summary: "\(heading), \(formatter.count(table.n)) rows")
  }

  private var heading: String { "\(TableColumn.words(row)) by \(column)" }

  private func head(_ share: Part?) -> String {
    switch share {
    case .row: "\(heading), % of row"
    case .column: "\(heading), % of column"
    case .total: "\(heading), % of all"
    default: heading
    }
  }

  private var dash: String { formatter.text(.null) }

  // MARK: Sentences

  /// The finding with its test and effects, method, what looks broken, what was left out.
  var note: String {
    ([finding] + otherTests + effects + correction + concerns + [missing]).joined(separator: " ")
  }

  private var finding: String {
    guard let main = comparison.tests.first, let p = corrected.adjusted.first ?? nil,
      let told = words.test(main)
    else {
      let reason = comparison.tests.first?.reason?.reason ?? "not defined"
      return "\(TableColumn.words(column)) by \(row) is not tested: \(reason)."
    }
    let verdict =
      p < ComparisonPrinter.significance
      ? "\(TableColumn.words(column)) goes with \(row)"
      : "No association of \(column) and \(row) is shown"
    return "\(verdict): \(told), n = \(formatter.count(table.n)) (\(main.method))."
  }

  private var otherTests: [String] {
    comparison.tests.dropFirst().map { test in
      words.test(test).map { "\($0)." }
        ?? "\(test.title): \(test.reason?.reason ?? "not defined")."
    }
  }

  private var effects: [String] {
    let told = comparison.effects.compactMap { effect in
      words.effect(effect).map { effect.name == CramersV.name ? $0 + withoutBias : $0 }
    }
    guard !told.isEmpty else { return [] }
    return [told.joined(separator: ", ") + orientation + "."] + adjusted
  }

  /// V with its bias removed, beside V.
  private var withoutBias: String {
    comparison.correctedV.map { " (bias-corrected \(formatter.number($0, decimals: 3)))" } ?? ""
  }

  /// Which way risks and odds are compared.
  private var orientation: String {
    guard comparison.effects.contains(where: { $0.name == RiskRatio.name && $0.value != nil }),
      let event = table.columns.last, let first = table.rows.first, let last = table.rows.last
    else { return "" }
    return " (\(column) \(formatter.text(event)): \(row) \(formatter.text(last)) against "
      + "\(formatter.text(first)))"
  }

  private var adjusted: [String] {
    comparison.effects.contains(where: \.isAdjusted)
      ? ["A cell is 0: ½ added to each for the ratios."] : []
  }

  private var correction: [String] {
    guard corrected.scope == .report, let told = corrected.sentence(with: formatter) else {
      return []
    }
    let shown = corrected.adjusted.map { $0.map(formatter.pValue) ?? "not defined" }
    return ["Corrected \(Words.list(shown)): \(told)"]
  }

  private var concerns: [String] { comparison.concerns.map { $0.sentence(with: formatter) } }

  private var missing: String {
    let weighted = weights.map { "Rows counted by \($0). " } ?? ""
    guard table.missing > 0 else { return weighted + "Missing: none." }
    let what = weights.map { ", \($0)" } ?? ""
    return weighted
      + "Left out: \(words.count(table.missing, "row", "rows")) without \(row), \(column)\(what)."
  }

  // MARK: Results

  /// All of a cross table.
  var results: ResultFields {
    var fields: ResultFields = [
      ("rows", .array(table.rows.map { JSONValue($0) })),
      ("columns", .array(table.columns.map { JSONValue($0) })),
      ("counts", .array(table.counts.map { .array($0.map { .count($0) }) })),
      ("n", .count(table.n)), ("missing", .count(table.missing)),
    ]
    if let test = comparison.chiSquare {
      fields += [
        ("expected", .array(test.expected.map { .array($0.map { .number($0) }) })),
        ("residuals", .array(test.residuals.map { .array($0.map { .number($0) }) })),
      ]
    }
    return fields + tests
  }

  /// A comparison of groups by categories: the groups with their counts in place of the table.
  var comparisonResults: ResultFields {
    let groups = table.rows.indices.map { i -> JSONValue in
      [
        "group": JSONValue(table.rows[i]), "n": .count(table.rowTotals[i]),
        "counts": .array(table.counts[i].map { .count($0) }),
      ]
    }
    return [
      ("groups", .array(groups)), ("categories", .array(table.columns.map { JSONValue($0) })),
      ("missing", .count(table.missing)),
    ] + tests
  }

  private var tests: ResultFields {
    let made = zip(comparison.tests, corrected.adjusted).map { test, p in
      test.result(adjusted: p, in: corrected)
    }
    let fields: ResultFields = [
      ("tests", .array(made)), ("effects", .array(comparison.effects.map(\.result))),
      ("cramers_v_corrected", .number(comparison.correctedV)),
    ]
    return fields + (corrected.scope == .report ? corrected.results : [])
  }
}

extension ComparisonConcern {
  /// The concern as a footnote says it.
  func sentence(with formatter: ValueFormatter) -> String {
    switch self {
    case .tinyGroup(let label, let n):
      return "Few values: \(formatter.text(label)) has \(formatter.count(n))."
    case .unequalSpread(let ratio):
      return "Variances look unequal: one SD is \(formatter.number(ratio, decimals: 1)) times "
        + "another; Welch's test does not mind."
    case .smallExpected(let count, let cells):
      return "Chi-squared is rough here: \(formatter.count(count)) of \(formatter.count(cells)) "
        + "expected counts are below 5."
    case .tooLargeForExact:
      return "The table is too large for Fisher's exact test."
    }
  }
}
