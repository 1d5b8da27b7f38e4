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

  /// A chosen column that is computed with; an error at its place where it holds words.
  ///
  /// A column without any value may be of any type: nobody knows better.
  func numbers(_ choice: ColumnChoice, hint: String? = nil) throws(Diagnostic) -> Column {
    let column = try column(choice)
    guard column.type != .text || column.missing == column.count else {
      throw Diagnostic(
        "'\(choice.name)' holds text, expected numbers", at: choice.expression.place,
        hints: hint.map { [$0] } ?? [])
    }
    return column
  }

  /// A chosen column of frequency weights: whole numbers from 0 on, or missing.
  func weights(_ choice: ColumnChoice) throws(Diagnostic) -> Column {
    let column = try numbers(choice)
    let doubles = column.doubles
    let odd = doubles.indices.first { row in
      let weight = doubles[row]
      return !weight.isNaN && !(weight >= 0 && weight.isFinite && weight == weight.rounded())
    }
    if let odd {
      throw Diagnostic(
        "'\(choice.name)' holds \(column[odd]) in row \(odd + 1), expected a weight: a whole "
          + "number from 0 on", at: choice.expression.place)
    }
    return column
  }

  /// The values of an expression, one a row.
  func column(_ expression: Expression) throws(Diagnostic) -> Column {
    if let name = expression.columnName, let column = frame[name] { return column }
    return try evaluator.column(of: expression, over: frame)
  }
}
