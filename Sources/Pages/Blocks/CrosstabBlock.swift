import Charts
package import Diagnostics
import Evaluation
package import Expressions
import Frame
import JSON
package import Spec
import Statistics

/// Two columns counted against each other: counts, shares, expected counts, residuals, test and effect
/// sizes.
package struct CrosstabBlock: Block {
  package static let kind = "crosstab"

  let data: QueryName
  let rows: ColumnChoice
  let columns: ColumnChoice
  /// A column that says for how many rows each row stands.
  let weights: ColumnChoice?
  let wishes: ComparisonWishes
  let show: [CrosstabPrinter.Part]
  package let family: FamilyScope

  /// More values than this are no table that a reader can follow.
  static let mostValues = 40

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> CrosstabBlock? {
    let data = fields.query("data")
    let rows = fields.required("rows").flatMap { _ in fields.columns("rows")?.first }
    let columns = fields.required("columns").flatMap { _ in fields.columns("columns")?.first }
    let weights = fields.columns("weights")?.first
    let wishes = ComparisonWishes(crosstab: fields)
    let show = ComparisonWishes.named(
      "show", "part of a cross table", of: CrosstabPrinter.Part.self, fields)
    let family = fields.choice("family", of: FamilyScope.self) ?? .block
    guard let data, let rows, let columns else { return nil }
    return CrosstabBlock(
      data: data, rows: rows, columns: columns, weights: weights, wishes: wishes,
      show: show ?? [.counts, .row], family: family)
  }

  package var expressions: [(expression: Expression, over: String?)] {
    ([rows, columns] + [weights].compactMap(\.self)).map { ($0.expression, data.name) }
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let all = try Rows(of: data, in: context.drawing)
    guard all.count > 0 else { return .empty(all.emptiness, results: noResults) }
    let (first, second) = (try all.column(rows), try all.column(columns))
    for (choice, column) in [(rows, first), (columns, second)] {
      let count = column.distinctValues.count
      guard count <= CrosstabBlock.mostValues else {
        return .empty(
          "'\(choice.name)' has \(count) values; at most \(CrosstabBlock.mostValues) are shown.",
          results: noResults)
      }
    }
    let weights: [Double]? = if let weights { try all.column(weights).doubles } else { nil }
    let comparison: CategoryComparison
    do {
      comparison = try CategoryComparison(
        Crosstab(first, second, weights: weights), tests: wishes.tests, effects: wishes.effects,
        level: wishes.level)
    } catch {
      return .empty("No cross table: \(error.reason).", results: noResults)
    }
    guard comparison.table.n > 0 else {
      return .empty(
        "No row of '\(all.query)' has both \(rows.name) and \(columns.name).", results: noResults)
    }
    let corrected = context.family.correct(
      comparison.tests.map(\.p), by: family == .report ? wishes.adjustment : .none, over: family)
    let printer = CrosstabPrinter(
      comparison: comparison, corrected: corrected, row: rows.name, column: columns.name,
      weights: self.weights?.name, drawing: context.drawing)
    return ComposedBlock(
      content: printer.tables(show).map { .table($0) } + [.note([Inline(printer.note)])],
      results: printer.results)
  }

  private var noResults: ResultFields {
    [
      ("rows", .array([])), ("columns", .array([])), ("counts", .array([])),
      ("tests", .array([])), ("effects", .array([])),
    ]
  }
}
