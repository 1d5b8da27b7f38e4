package import Diagnostics
package import Expressions
import Formatting
package import Spec

/// A value compared between groups: box chart, table, tests, effect sizes.
package struct CompareBlock: Block {
  package static let kind = "compare"

  /// Tests that compare a value between independent groups.
  enum Test: String, Sendable, CaseIterable {
    case auto, welch_t, student_t, mann_whitney, welch_anova, anova, kruskal_wallis
  }

  let data: QueryName
  let value: ColumnChoice
  let by: ColumnChoice
  let tests: [Test]
  let format: ValueFormat?

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> CompareBlock? {
    let data = fields.query("data")
    let value = fields.required("value").flatMap { _ in fields.columns("value")?.first }
    let by = fields.required("by").flatMap { _ in fields.columns("by")?.first }
    let tests = (fields.list("test", orSingle: true) ?? []).compactMap {
      readTest($0, problems: reading.problems)
    }
    let format = fields.format("format")
    guard let data, let value, let by else { return nil }
    return CompareBlock(data: data, value: value, by: by, tests: tests, format: format)
  }

  private static func readTest(_ node: SpecNode, problems: Problems) -> Test? {
    guard let text = node.text("'test'", problems: problems) else { return nil }
    if let test = Test(rawValue: text.text) { return test }
    problems.error(
      "there is no test '\(text.text)' between groups", at: node.place,
      hints: hints(forUnknown: text.text, among: Test.allCases.map(\.rawValue)))
    return nil
  }

  package var expressions: [(expression: Expression, over: String?)] {
    [(value.expression, data.name), (by.expression, data.name)]
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    ComposedBlock(content: [])
  }
}
