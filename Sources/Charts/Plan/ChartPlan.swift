package import Diagnostics
package import Expressions
package import Spec

/// A chart as its author wrote it: layers of marks with their channels.
package struct ChartPlan: Sendable {
  /// Every expression with the query whose rows it is computed over.
  package var expressions: [(expression: Expression, over: String?)] { [] }

  /// The queries that the chart names, with the places of the names.
  package var queries: [(name: String, place: SourcePlace)] { [] }

  /// Reads a chart's own fields (not id, title, caption, note, when, on_empty; and it does not call
  /// `finish()`); nil where it cannot be drawn, with the reasons among the reader's problems.
  package static func read(_ fields: FieldReader) -> ChartPlan? { nil }
}
