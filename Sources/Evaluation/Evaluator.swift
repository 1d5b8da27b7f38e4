package import Diagnostics
package import Expressions
package import Frame

// CONTRACT: bodies come with the Evaluation module; signatures are relied on by Charts and Pages.

/// Computes a report's own expressions on fetched rows.
package struct Evaluator: Sendable {
  package let data: ReportData

  package init(_ data: ReportData) { self.data = data }

  /// The one value of an expression over the whole report, such as `mean(people.risk)`.
  package func value(of expression: Expression) throws(Diagnostic) -> Value { .null }

  /// An expression's value for each row of a frame. An aggregate is the same on every row; a
  /// window function sees the rows in their order.
  package func column(of expression: Expression, over frame: DataFrame) throws(Diagnostic) -> Column {
    Column(doubles: [])
  }

  /// One value a group of rows for an expression that holds aggregates, such as `mean(risk)`.
  package func column(of expression: Expression, over frame: DataFrame, groups: [[Int]])
    throws(Diagnostic) -> Column
  {
    Column(doubles: [])
  }
}
