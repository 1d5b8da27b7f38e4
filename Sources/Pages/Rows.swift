import Charts
import Diagnostics
import Evaluation
import Expressions
import Frame

/// The rows of the query that a block is about.
struct Rows: Sendable {
  let query: String
  let frame: DataFrame
  private let evaluator: Evaluator

  /// Finds the rows of a query that was fetched.
  init(of query: QueryName, in context: DrawingContext) throws(Diagnostic) {
    guard let frame = context.evaluator.data.frames[query.name] else {
      throw Diagnostic(
        "there is no query '\(query.name)'", at: query.place,
        hints: hints(
          forUnknown: query.name, among: context.evaluator.data.frames.keys.sorted()))
    }
    self.query = query.name
    self.frame = frame
    evaluator = context.evaluator
  }

  var count: Int { frame.rowCount }

  /// Why a block over no rows is empty.
  var emptiness: String { "No rows in '\(query)'." }

  /// Every column of the query.
  var everyColumn: [ColumnChoice] { frame.names.map(ColumnChoice.init(column:)) }

  /// Every column of the query that holds numbers.
  var numericColumns: [ColumnChoice] {
    zip(frame.names, frame.columns).filter { $0.1.type.isNumeric }
      .map { ColumnChoice(column: $0.0) }
  }

  /// The values of a chosen column, one a row.
  func column(_ choice: ColumnChoice) throws(Diagnostic) -> Column {
    try column(choice.expression)
  }

  /// The values of an expression, one a row.
  func column(_ expression: Expression) throws(Diagnostic) -> Column {
    if let name = expression.columnName, let column = frame[name] { return column }
    return try evaluator.column(of: expression, over: frame)
  }
}
