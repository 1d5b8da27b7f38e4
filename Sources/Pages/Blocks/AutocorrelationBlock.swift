import Charts
package import Diagnostics
import Evaluation
package import Expressions
import Frame
import JSON
package import Spec
import Statistics

/// How a series of numbers depends on its own past: autocorrelations, partial ones, or both, with
/// the test that there is no memory.
package struct AutocorrelationBlock: Block {
  package static let kind = "autocorrelation"

  let data: QueryName
  let value: ColumnChoice
  /// What the rows are ordered by; nil for the order of the query.
  let order: ColumnChoice?
  /// How many lags; nil for 10 log₁₀ n.
  let lags: Int?
  let show: Show
  let level: Double

  /// Which functions are drawn.
  enum Show: String, CaseIterable, Hashable, Sendable {
    case acf, pacf, both
  }

  package static func read(_ fields: FieldReader, in reading: BlockReading)
    -> AutocorrelationBlock?
  {
    let data = fields.query("data")
    let value = fields.required("value").flatMap { _ in fields.columns("value")?.first }
    let order = fields.columns("order_by")?.first
    let lags = fields.integer("lags", in: 1...400)
    let show = fields.choice("show", of: Show.self) ?? .both
    let level = fields.number("level", in: 0.5...0.999) ?? 0.95
    guard let data, let value else { return nil }
    return AutocorrelationBlock(
      data: data, value: value, order: order, lags: lags, show: show, level: level)
  }

  package var expressions: [(expression: Expression, over: String?)] {
    [value, order].compactMap(\.self).map { ($0.expression, data.name) }
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  package func checkTypes(_ types: KnownTypes, _ problems: Problems) {
    types.needNumbers(value, over: data, problems)
  }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let rows = try Rows(of: data, in: context.drawing)
    let none: ResultFields = [
      ("value", .string(value.name)), ("n", .count(0)), ("lags", .array([])),
    ]
    guard rows.count > 0 else { return .empty(rows.emptiness, results: none) }
    var column = try rows.numbers(value)
    var isUnordered = 0
    if let order {
      let places = try rows.column(order)
      let present = places.sortedRows().filter { !places[$0].isNull }
      isUnordered = rows.count - present.count
      column = column.picking(present)
    }
    do throws(StatisticsError) {
      let found = try AutocorrelationFunction(Measured(column), lags: lags, level: level)
      let printer = AutocorrelationPrinter(
        block: self, function: found, rowCount: column.count, unordered: isUnordered,
        drawing: context.drawing, width: context.width)
      return ComposedBlock(content: printer.content(id: id), results: printer.results)
    } catch {
      return .empty(
        "No autocorrelation of \(value.name): \(error.reason).",
        results: none + [("reason", .string(error.reason))])
    }
  }
}
