import Charts
package import Diagnostics
import Evaluation
package import Expressions
import Formatting
import Frame
import JSON
package import Spec
import Statistics

/// A value compared between groups: box chart, table, tests, effect sizes.
package struct CompareBlock: Block {
  package static let kind = "compare"

  let data: QueryName
  let value: ColumnChoice
  let by: ColumnChoice
  /// Nil for the automatic choice.
  let tests: [GroupTest]?
  let format: ValueFormat?
  let adjustment: PAdjustment
  package let family: FamilyScope

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> CompareBlock? {
    let data = fields.query("data")
    let value = fields.required("value").flatMap { _ in fields.columns("value")?.first }
    let by = fields.required("by").flatMap { _ in fields.columns("by")?.first }
    let tests = readTests(fields)
    let format = fields.format("format")
    let adjustment = fields.choice("adjust", of: PAdjustment.self) ?? .holm
    let family = fields.choice("family", of: FamilyScope.self) ?? .block
    guard let data, let value, let by else { return nil }
    return CompareBlock(
      data: data, value: value, by: by, tests: tests, format: format, adjustment: adjustment,
      family: family)
  }

  /// `auto`, or one or several names of tests.
  private static func readTests(_ fields: FieldReader) -> [GroupTest]? {
    let texts = (fields.list("test", orSingle: true) ?? []).compactMap {
      $0.text("'test'", problems: fields.problems)
    }
    let tests = texts.filter { $0.text != "auto" }.compactMap { text -> GroupTest? in
      if let test = GroupTest(rawValue: text.text) { return test }
      fields.problems.error(
        "there is no test '\(text.text)' between groups", at: text.place,
        hints: hints(
          forUnknown: text.text, among: ["auto"] + GroupTest.allCases.map(\.rawValue)))
      return nil
    }
    return tests.isEmpty ? nil : tests
  }

  package var expressions: [(expression: Expression, over: String?)] {
    [(value.expression, data.name), (by.expression, data.name)]
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  /// More groups than this are no comparison that a reader can follow.
  private static let mostGroups = 60

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let rows = try Rows(of: data, in: context.drawing)
    guard rows.count > 0 else { return .empty(rows.emptiness, results: noResults) }
    let values = try rows.column(value).doubles
    let labels = try rows.column(by)
    let groupCount = labels.distinctValues.count
    guard groupCount <= CompareBlock.mostGroups else {
      return .empty(
        "'\(by.name)' has \(groupCount) values; at most \(CompareBlock.mostGroups) are compared.",
        results: noResults)
    }
    let comparison: GroupComparison
    do {
      comparison = try GroupComparison(values, by: labels, tests: tests)
    } catch {
      return .empty("No comparison: \(error.reason).", results: noResults)
    }
    // The tests of one question are corrected only together with those of other blocks.
    let corrected = context.family.correct(
      comparison.tests.map(\.p), by: family == .report ? adjustment : .none, over: family)
    let printer = ComparisonPrinter(
      comparison: comparison, corrected: corrected, value: value.name, by: by.name,
      format: format, drawing: context.drawing)
    return ComposedBlock(
      content: [
        .chart(printer.chart(width: context.width), id: id), .table(printer.table()),
        .note([Inline(printer.note)]),
      ], results: printer.results)
  }

  private var noResults: ResultFields {
    [
      ("value", .string(value.name)), ("by", .string(by.name)), ("groups", .array([])),
      ("tests", .array([])), ("effects", .array([])),
    ]
  }
}
