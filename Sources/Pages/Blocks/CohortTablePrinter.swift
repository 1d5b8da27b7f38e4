import Charts
import Drawing
import Formatting
import Frame
import JSON
import Statistics

/// Prints the first table of a cohort study: a row a variable or category, a column a group, then all,
/// p and standardised difference.
struct CohortTablePrinter {
  /// More categories than this are counted together as other values.
  static let mostCategories = 12
  let table: CohortTable
  let corrected: CorrectedTests
  let by: String
  let drawing: DrawingContext

  private var formatter: ValueFormatter { drawing.formatter }
  private var words: Words { Words(formatter: formatter) }
  private var showsCorrection: Bool {
    corrected.method != .none && table.variables.count > 1
  }

  // MARK: Table

  var content: TableContent {
    let groups = zip(table.labels, table.sizes).map { label, size in
      "\(formatter.text(label)) \(n(size))"
    }
    let heads =
      groups + ["All \(n(table.n))", "p"]
      + (showsCorrection ? ["p (\(corrected.method.title))"] : []) + ["SMD"]
    return TableContent(
      columns: [TableContent.Column(head: "", alignment: .left)]
        + heads.map { TableContent.Column(head: $0, alignment: .right) },
      rows: zip(table.variables, corrected.adjusted).flatMap(rows),
      summary: "\(Words.list(table.variables.map(\.name))) by \(by)")
  }

  /// A group's size in brackets, which a narrow head does not break.
  private func n(_ size: Int) -> String {
    "(n\u{00A0}=\u{00A0}\(formatter.count(size)))"
  }

  private func rows(of variable: CohortTable.Variable, adjusted: Double?) -> [TableContent.Row] {
    let ends = ends(of: variable, adjusted: adjusted)
    let name = TableColumn.words(variable.name)
    switch variable.content {
    case .numbers(let comparison, let overall):
      let digits = Digits(spread: overall.standardDeviation)
      let cells = comparison.groups.map { summary($0.summary, digits) }
      let how = table.centre == .mean ? "mean (SD)" : "median [IQR]"
      return [.cells((["\(name), \(how)"] + cells + [summary(overall, digits)] + ends).map(cell))]
        + missingRow(of: variable)
    case .categories(let comparison):
      return categoryRows(name, comparison, ends) + missingRow(of: variable)
    case .uncounted(let values):
      let dashes = Array(repeating: formatter.text(.null), count: table.labels.count + 1)
      let label = "\(name), \(words.count(values, "value", "values"))"
      return [.cells(([label] + dashes + ends).map(cell))] + missingRow(of: variable)
    }
  }

  private func summary(_ summary: Describe, _ digits: Digits) -> String {
    func number(_ value: Double?) -> String { digits.text(value, with: formatter) }
    guard summary.n > 0 else { return formatter.text(.null) }
    switch table.centre {
    case .mean:
      return "\(number(summary.mean)) (\(number(summary.standardDeviation)))"
    case .median:
      return "\(number(summary.median)) [\(number(summary.q1)), \(number(summary.q3))]"
    }
  }

  /// Stands before the names of a variable's rows; no line ends after it.
  private static let indent = "\u{2003}\u{2060}"

  /// A variable of two categories has one row, that of the last; others a head and a row each.
  private func categoryRows(_ name: String, _ comparison: CategoryComparison, _ ends: [String])
    -> [TableContent.Row]
  {
    let counts = comparison.table
    let blanks = ends.map { _ in "" }
    func row(_ label: String, _ column: Int, _ ends: [String]) -> TableContent.Row {
      .cells(([label] + shares(counts, column) + ends).map(cell))
    }
    guard counts.columns.count != 2 else {
      return [row("\(name): \(formatter.text(counts.columns[1])), n (%)", 1, ends)]
    }
    let shown = counts.columns.indices.prefix(CohortTablePrinter.mostCategories)
    let head = (["\(name), n (%)"] + table.labels.map { _ in "" } + [""] + ends).map(cell)
    let rest = counts.columns.count - shown.count
    let cut: [TableContent.Row] =
      rest > 0
      ? [
        .cells(
          (["\(CohortTablePrinter.indent)and \(words.count(rest, "more value", "more values"))"]
            + table.labels.map { _ in "" } + [""] + blanks).map(cell))
      ] : []
    return [.cells(head)]
      + shown.map {
        row("\(CohortTablePrinter.indent)\(formatter.text(counts.columns[$0]))", $0, blanks)
      } + cut
  }

  /// A category's count and share in each group and in all.
  private func shares(_ counts: Crosstab, _ column: Int) -> [String] {
    let rows = table.labels.map { label in counts.rows.firstIndex(of: label) }
    let cells = rows.map { row in
      row.map { share(counts.counts[$0][column], of: counts.rowTotals[$0]) }
        ?? formatter.text(.null)
    }
    return cells + [share(counts.columnTotals[column], of: counts.n)]
  }

  private func share(_ count: Int, of whole: Int) -> String {
    guard whole > 0 else { return formatter.text(.null) }
    return "\(formatter.count(count)) (\(formatter.percentage(Double(count) / Double(whole))))"
  }

  /// How many values are missing, where any is.
  private func missingRow(of variable: CohortTable.Variable) -> [TableContent.Row] {
    let all = variable.missing.reduce(0, +)
    guard all > 0 else { return [] }
    let counts = (variable.missing + [all]).map { formatter.count($0) }
    let blanks = Array(repeating: "", count: showsCorrection ? 3 : 2)
    return [.cells((["\(CohortTablePrinter.indent)missing, n"] + counts + blanks).map(cell))]
  }

  /// p, p after the correction, and the standardised difference.
  private func ends(of variable: CohortTable.Variable, adjusted: Double?) -> [String] {
    [probability(variable.test.p)] + (showsCorrection ? [probability(adjusted)] : [])
      + [Digits(decimals: 2).text(variable.difference.value, with: formatter)]
  }

  private func probability(_ p: Double?) -> String {
    guard let p else { return formatter.text(.null) }
    if p < 0.001 { return "< \(formatter.number(0.001, decimals: 3))" }
    return formatter.number(p, decimals: 3)
  }

  private func cell(_ text: String) -> TableContent.Cell { TableContent.Cell(text) }

  // MARK: Sentences

  /// Which tests were made, the correction, what looks broken, what was left out.
  var note: String {
    var sentences = tests
    if let told = corrected.sentence(with: formatter, noun: "variable") { sentences.append(told) }
    sentences.append(
      table.labels.count > 2
        ? "SMD: the largest standardised difference of two groups."
        : "SMD: standardised difference.")
    sentences += undefined + withoutPairs + rough
    sentences.append("Missing values are left out of their variable.")
    if table.unlabelled > 0 {
      sentences.append("Left out: \(words.count(table.unlabelled, "row", "rows")) without \(by).")
    }
    return sentences.joined(separator: " ")
  }

  /// Each test once, with its variables.
  private var tests: [String] {
    var named: [(title: String, variables: [String])] = []
    for variable in table.variables where variable.test.p != nil {
      if let place = named.firstIndex(where: { $0.title == variable.test.title }) {
        named[place].variables.append(variable.name)
      } else {
        named.append((variable.test.title, [variable.name]))
      }
    }
    return named.map { "\($0.title): \(Words.list($0.variables))." }
  }

  private var undefined: [String] {
    table.variables.filter { $0.test.p == nil }.map { variable in
      "\(TableColumn.words(variable.name)) is not tested: "
        + "\(variable.test.reason?.reason ?? "not defined")."
    }
  }

  /// Variables whose standardised difference is that of some pairs only.
  private var withoutPairs: [String] {
    table.variables.compactMap { variable in
      guard variable.difference.value != nil, let reason = variable.difference.reason else {
        return nil
      }
      return "SMD of \(variable.name): \(reason.reason)."
    }
  }

  private var rough: [String] {
    let names = table.variables.filter { variable in
      guard case .categories(let comparison) = variable.content else { return false }
      return !comparison.concerns.isEmpty
    }.map(\.name)
    return names.isEmpty
      ? [] : ["Chi-squared is rough for \(Words.list(names)): small expected counts."]
  }

  // MARK: Results

  var results: ResultFields {
    let fields: ResultFields = [
      ("values", .array(table.variables.map { .string($0.name) })), ("by", .string(by)),
      (
        "groups",
        .array(
          zip(table.labels, table.sizes).map { ["group": JSONValue($0), "n": .count($1)] })
      ),
      ("adjust", .string(corrected.method.rawValue)),
      ("variables", .array(zip(table.variables, corrected.adjusted).map(result))),
    ]
    return fields + (corrected.scope == .report ? corrected.results : [])
  }

  private func result(_ variable: CohortTable.Variable, adjusted: Double?) -> JSONValue {
    var fields: ResultFields = [("variable", .string(variable.name))]
    switch variable.content {
    case .numbers(let comparison, let overall):
      fields += [
        ("kind", "numbers"),
        ("groups", .array(comparison.groups.map { result($0.summary, of: $0.label) })),
        ("all", result(overall, of: nil)),
      ]
    case .uncounted(let values):
      fields += [("kind", "categories"), ("distinct", .count(values))]
    case .categories(let comparison):
      let counts = comparison.table
      fields += [
        ("kind", "categories"), ("categories", .array(counts.columns.map { JSONValue($0) })),
        (
          "groups",
          .array(
            zip(counts.rows, counts.counts).map { label, row in
              [
                "group": JSONValue(label), "n": .count(row.reduce(0, +)),
                "counts": .array(row.map { .count($0) }),
              ]
            })
        ),
        ("all", ["n": .count(counts.n), "counts": .array(counts.columnTotals.map { .count($0) })]),
      ]
    }
    fields += [
      ("missing", .array(variable.missing.map { .count($0) })),
      ("test", variable.test.result(adjusted: nil)), ("p_adjusted", .number(adjusted)),
      ("standardized_difference", .number(variable.difference.value)),
    ]
    return .object(fields, reason: variable.difference.reason)
  }

  private func result(_ summary: Describe, of label: Value?) -> JSONValue {
    let group: ResultFields = label.map { [("group", JSONValue($0))] } ?? []
    return .object(
      group + [
        ("n", .count(summary.n)), ("missing", .count(summary.missing)),
        ("mean", .number(summary.mean)), ("std", .number(summary.standardDeviation)),
        ("q1", .number(summary.q1)), ("median", .number(summary.median)),
        ("q3", .number(summary.q3)),
      ], reason: summary.n < 2 ? summary.reason : nil)
  }
}
