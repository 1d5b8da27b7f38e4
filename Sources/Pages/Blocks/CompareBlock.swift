import Charts
package import Diagnostics
import Evaluation
package import Expressions
import Formatting
import Frame
import JSON
package import Spec
import Statistics

/// Groups compared: one measure in boxes, tests and effect sizes; one column of categories as a cross
/// table; or several columns as the first table of a cohort study.
package struct CompareBlock: Block {
  package static let kind = "compare"

  /// What is compared.
  enum Subject: Hashable, Sendable {
    case value(ColumnChoice)
    case values([ColumnChoice])
  }

  let data: QueryName
  let subject: Subject
  let by: ColumnChoice
  /// The column whose values say which rows are pairs; nil for independent rows.
  let paired: ColumnChoice?
  let wishes: ComparisonWishes
  /// How numbers of several columns are summed up.
  let center: CohortTable.Centre
  let format: ValueFormat?
  package let family: FamilyScope

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> CompareBlock? {
    let data = fields.query("data")
    let subject = readSubject(fields)
    let by = fields.required("by").flatMap { _ in fields.columns("by")?.first }
    let paired = fields.columns("paired")?.first
    let wishes = ComparisonWishes(fields)
    let center = fields.choice("center", of: CohortTable.Centre.self) ?? .mean
    let format = fields.format("format")
    let family = fields.choice("family", of: FamilyScope.self) ?? .block
    guard let data, let subject, let by else { return nil }
    checkTogether(fields, subject)
    return CompareBlock(
      data: data, subject: subject, by: by, paired: paired, wishes: wishes, center: center,
      format: format, family: family)
  }

  /// Fields that belong to one column in full, or to several columns in one table.
  private static func checkTogether(_ fields: FieldReader, _ subject: Subject) {
    let (strange, wanted) =
      switch subject {
      case .values: (["test", "effects", "posthoc", "paired", "format"], "value")
      case .value: (["center"], "values")
      }
    for key in strange where fields.has(key) {
      fields.problems.error(
        "'\(key)' goes with '\(wanted)'", at: fields.place(of: key),
        hints: ["'value' compares one column in full, 'values' several in one table"])
    }
  }

  /// `value` or `values`, of which one is needed.
  private static func readSubject(_ fields: FieldReader) -> Subject? {
    let value = fields.columns("value")
    let values = fields.columns("values")
    if value != nil, values != nil {
      fields.problems.error(
        "a comparison has 'value' or 'values', not both", at: fields.place(of: "values"),
        hints: ["'value' compares one column in full, 'values' several in one table"])
    }
    if let value { return value.count == 1 ? .value(value[0]) : .values(value) }
    if let values { return .values(values) }
    _ = fields.required("value")
    return nil
  }

  package var expressions: [(expression: Expression, over: String?)] {
    (columns + [by] + [paired].compactMap(\.self)).map { ($0.expression, data.name) }
  }

  private var columns: [ColumnChoice] {
    switch subject {
    case .value(let value): [value]
    case .values(let values): values
    }
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  /// More groups than this are no comparison that a reader can follow.
  private static let mostGroups = 60

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let rows = try Rows(of: data, in: context.drawing)
    guard rows.count > 0 else { return .empty(rows.emptiness, results: noResults) }
    let labels = try rows.column(by)
    let groupCount = labels.distinctValues.count
    guard groupCount <= CompareBlock.mostGroups else {
      return .empty(
        "'\(by.name)' has \(groupCount) values; at most \(CompareBlock.mostGroups) are compared.",
        results: noResults)
    }
    switch subject {
    case .values(let values):
      return try cohortTable(of: values, in: rows, by: labels, in: &context)
    case .value(let value):
      let column = try rows.column(value)
      let countsCategories = wishes.tests?.allSatisfy(\.countsCategories) ?? false
      return column.type.isNumeric && !countsCategories
        ? try numbers(value, column, in: rows, by: labels, id: id, in: &context)
        : categories(value, column, by: labels, in: &context)
    }
  }

  /// One column of numbers between groups.
  private func numbers(
    _ value: ColumnChoice, _ column: Column, in rows: Rows, by labels: Column, id: String,
    in context: inout CompositionContext
  ) throws(Diagnostic) -> ComposedBlock {
    let ids: Column? = if let paired { try rows.column(paired) } else { nil }
    let comparison: GroupComparison
    do {
      comparison = try GroupComparison(
        Measured(column), by: labels, pairedBy: ids, options: wishes.options)
    } catch {
      return .empty("No comparison: \(error.reason).", results: noResults)
    }
    let printer = ComparisonPrinter(
      comparison: comparison, corrected: correct(comparison.tests, in: &context),
      value: value.name, by: by.name, paired: paired?.name, format: format,
      drawing: context.drawing)
    var content: [Content] = [
      .chart(printer.chart(width: context.width), id: id), .table(printer.table()),
    ]
    if let pairs = printer.pairTable() { content.append(.table(pairs)) }
    content.append(.note([Inline(printer.note)]))
    return ComposedBlock(content: content, results: printer.results)
  }

  /// One column of categories between groups.
  private func categories(
    _ value: ColumnChoice, _ column: Column, by labels: Column,
    in context: inout CompositionContext
  ) -> ComposedBlock {
    if let paired {
      return .empty(
        "'\(value.name)' is compared as categories; rows paired by '\(paired.name)' need numbers.",
        results: noResults)
    }
    guard column.distinctValues.count <= CrosstabBlock.mostValues else {
      return .empty(
        "'\(value.name)' has \(column.distinctValues.count) values; at most "
          + "\(CrosstabBlock.mostValues) are compared as categories.", results: noResults)
    }
    let comparison: CategoryComparison
    do {
      comparison = try CategoryComparison(
        Crosstab(labels, column), tests: wishes.tests, furtherTests: wishes.furtherTests,
        effects: wishes.effects, furtherEffects: wishes.furtherEffects, level: wishes.level)
    } catch {
      return .empty("No comparison: \(error.reason).", results: noResults)
    }
    let printer = CrosstabPrinter(
      comparison: comparison, corrected: correct(comparison.tests, in: &context),
      row: by.name, column: value.name, weights: nil, drawing: context.drawing)
    return ComposedBlock(
      content: printer.tables([.counts, .row]).map { .table($0) } + [.note([Inline(printer.note)])],
      results: [("value", .string(value.name)), ("by", .string(by.name))]
        + printer.comparisonResults)
  }

  /// Several columns in one table.
  private func cohortTable(
    of values: [ColumnChoice], in rows: Rows, by labels: Column,
    in context: inout CompositionContext
  ) throws(Diagnostic) -> ComposedBlock {
    var sources: [CohortTable.Source] = []
    for value in values where value.name != by.name {
      sources.append(CohortTable.Source(value.name, try rows.column(value)))
    }
    let table: CohortTable
    do {
      table = try CohortTable(
        sources, by: labels, centre: center, adjustment: wishes.adjustment, level: wishes.level)
    } catch {
      return .empty("No comparison: \(error.reason).", results: noResults)
    }
    let corrected = context.family.correct(
      table.variables.map(\.test.p), by: wishes.adjustment, over: family)
    let printer = CohortTablePrinter(
      table: table, corrected: corrected, by: by.name, drawing: context.drawing)
    return ComposedBlock(
      content: [.table(printer.content), .note([Inline(printer.note)])], results: printer.results)
  }

  /// The tests of one question are corrected only together with those of other blocks.
  private func correct(_ tests: [TestOutcome], in context: inout CompositionContext)
    -> CorrectedTests
  {
    context.family.correct(
      tests.map(\.p), by: family == .report ? wishes.adjustment : .none, over: family)
  }

  private var noResults: ResultFields {
    let subject: ResultFields =
      switch subject {
      case .value(let value): [("value", .string(value.name))]
      case .values(let values): [("values", .array(values.map { .string($0.name) }))]
      }
    return subject + [
      ("by", .string(by.name)), ("groups", .array([])), ("tests", .array([])),
      ("effects", .array([])),
    ]
  }
}
