import Charts
import Diagnostics
import Expressions
import Formatting

extension KnownTypes {
  /// Notes a column of words that is computed with, as the run would refuse it.
  func needNumbers(
    _ choice: ColumnChoice, over query: QueryName, hint: String? = nil, _ problems: Problems
  ) {
    guard self(choice.expression, over: query.name) == .text else { return }
    problems.error(
      "'\(choice.name)' holds text, expected numbers", at: choice.expression.place,
      hints: hint.map { [$0] } ?? [])
  }

  /// Notes a format of numbers for days, and one of days for numbers, which would be ignored.
  func check(
    _ format: ValueFormat?, of expression: Expression, over query: String?, _ problems: Problems
  ) {
    guard let format, let type = self(expression, over: query),
      let error = Diagnostic(format, of: type, at: expression.place)
    else { return }
    problems.add(error)
  }
}
