package import Diagnostics
package import Expressions
package import Spec

/// Correlations of all pairs of columns: heat map or table, with n, interval and adjusted p.
package struct CorrelationBlock: Block {
  package static let kind = "correlation"

  /// The coefficient.
  enum Method: String, Sendable, CaseIterable {
    case pearson, spearman, kendall
  }

  /// How p-values are adjusted for the number of pairs.
  enum Adjustment: String, Sendable, CaseIterable {
    case none, holm, bh
  }

  /// What is printed.
  enum Show: String, Sendable, CaseIterable {
    case heatmap, table, both
  }

  let data: QueryName
  /// Nil for every numeric column of the query.
  let columns: [ColumnChoice]?
  let method: Method
  let adjustment: Adjustment
  let show: Show

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> CorrelationBlock? {
    let data = fields.query("data")
    let columns = fields.columns("columns")
    let method = fields.choice("method", of: Method.self) ?? .pearson
    let adjustment = fields.choice("adjust", of: Adjustment.self) ?? .holm
    let show = fields.choice("show", of: Show.self) ?? .heatmap
    if let columns, columns.count < 2 {
      reading.problems.error(
        "a correlation needs at least 2 columns, found \(columns.count)",
        at: fields.place(of: "columns"))
    }
    return data.map {
      CorrelationBlock(
        data: $0, columns: columns, method: method, adjustment: adjustment, show: show)
    }
  }

  package var expressions: [(expression: Expression, over: String?)] {
    (columns ?? []).map { ($0.expression, data.name) }
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    ComposedBlock(content: [])
  }
}
