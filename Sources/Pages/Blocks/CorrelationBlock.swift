package import Diagnostics
import Evaluation
package import Expressions
import Frame
import JSON
package import Spec
import Statistics

/// Correlations of all pairs of columns: heat map or table, with n, interval and adjusted p.
package struct CorrelationBlock: Block {
  package static let kind = "correlation"

  /// What is printed.
  enum Show: String, Sendable, CaseIterable {
    case heatmap, table, both
  }

  let data: QueryName
  /// Nil for every numeric column of the query.
  let columns: [ColumnChoice]?
  let method: CorrelationMethod
  let adjustment: PAdjustment
  let show: Show
  package let family: FamilyScope

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> CorrelationBlock? {
    let data = fields.query("data")
    let columns = fields.columns("columns")
    let method = fields.choice("method", of: CorrelationMethod.self) ?? .pearson
    let adjustment = fields.choice("adjust", of: PAdjustment.self) ?? .holm
    let show = fields.choice("show", of: Show.self) ?? .heatmap
    let family = fields.choice("family", of: FamilyScope.self) ?? .block
    if let columns, columns.count < 2 {
      reading.problems.error(
        "a correlation needs at least 2 columns, found \(columns.count)",
        at: fields.place(of: "columns"))
    }
    return data.map {
      CorrelationBlock(
        data: $0, columns: columns, method: method, adjustment: adjustment, show: show,
        family: family)
    }
  }

  package var expressions: [(expression: Expression, over: String?)] {
    (columns ?? []).map { ($0.expression, data.name) }
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let rows = try Rows(of: data, in: context.drawing)
    let chosen = columns ?? rows.numericColumns
    let none: ResultFields = results(of: [])
    guard rows.count > 0 else { return .empty(rows.emptiness, results: none) }
    guard chosen.count > 1 else {
      return .empty("'\(rows.query)' has fewer than two columns of numbers.", results: none)
    }
    var variables: [CorrelationMatrix.Variable] = []
    for choice in chosen {
      variables.append(CorrelationMatrix.Variable(choice.name, try rows.column(choice).doubles))
    }
    let options = CorrelationMatrix.Options(method: method, adjustment: adjustment)
    let matrix: CorrelationMatrix
    do {
      matrix = try CorrelationMatrix(variables, options)
    } catch {
      return .empty("No correlation: \(error.reason).", results: none)
    }
    let corrected = context.family.correct(matrix.pairs.map(\.p), by: adjustment, over: family)
    let printer = CorrelationPrinter(
      matrix: matrix, corrected: corrected, drawing: context.drawing)
    var content: [Content] = []
    if show != .table { content.append(.chart(printer.chart(width: context.width), id: id)) }
    if show != .heatmap { content.append(.table(printer.table())) }
    if show == .table { content.append(.note([Inline(printer.note)])) }
    return ComposedBlock(content: content, results: results(of: printer.results))
  }

  private func results(of pairs: [JSONValue]) -> ResultFields {
    [
      ("method", .string(method.rawValue)), ("adjust", .string(adjustment.rawValue)),
      ("pairs", .array(pairs)),
    ]
  }
}
