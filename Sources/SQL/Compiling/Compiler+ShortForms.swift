import Diagnostics
import Expressions

extension Compiler {
  /// A short form as the window functions it stands for; nil where an error was noted.
  ///
  /// ```
  /// moving_average(x, 7)  case when count(x) over w = 7 then avg(x) over w end
  ///                       with w = … rows between 6 preceding and current row
  /// cumulative(x)         case when x is not null then sum(x) over w end
  ///                       with w = … rows between unbounded preceding and current row
  /// change(x)             x - lag(x) over (…)
  /// ```
  /// A moving average is null until as many present values are there as it averages, as in pandas'
  /// `rolling(n).mean()`, and a cumulative sum is null where the value is, as in its `cumsum()`.
  func shortForm(_ call: CheckedExpression.Call, _ whole: CheckedExpression) -> CheckedExpression? {
    guard let window = call.window, !window.order.isEmpty, let value = call.arguments.first else {
      problems.error(
        "\(call.function) needs an order of the rows", at: whole.place,
        hints: ["add 'over (order by …)', or give the query an 'order_by'"])
      return nil
    }
    switch call.function {
    case .moving_average: return movingAverage(value, call, window, whole)
    case .cumulative:
      let frame = WindowFrame(start: .unboundedPreceding, end: .currentRow)
      return whole.call(.sum, [value], over: window.with(frame), type: whole.type)
        .whereverPresent(value)
    case .change:
      let before = whole.call(.lag, [value], over: window, type: value.type)
      return CheckedExpression(.binary(.subtract, value, before), type: whole.type, at: whole.place)
    default:
      refuse(
        "compute '\(call.function)' in a query", at: whole.place,
        hints: ["compute it in a chart, a figure or a text, from the query's rows"])
      return nil
    }
  }

  private func movingAverage(
    _ value: CheckedExpression, _ call: CheckedExpression.Call,
    _ window: CheckedExpression.Window, _ whole: CheckedExpression
  ) -> CheckedExpression? {
    guard call.arguments.count == 2, case .literal(.integer(let rows)) = call.arguments[1].node
    else {
      return nil
    }
    let frame = WindowFrame(start: .preceding(Int(rows) - 1), end: .currentRow)
    let over = window.with(frame)
    let count = whole.call(.count, [value], over: over, type: .integer)
    let isFull = CheckedExpression(
      .binary(.equal, count, call.arguments[1]), type: .boolean, at: whole.place)
    let average = whole.call(.avg, [value], over: over, type: .double)
    return CheckedExpression(
      .choice(
        operand: nil, branches: [.init(condition: isFull, result: average)], otherwise: nil),
      type: .double, at: whole.place)
  }
}

extension CheckedExpression {
  /// The expression where a value is present, else null.
  fileprivate func whereverPresent(_ value: CheckedExpression) -> CheckedExpression {
    let isPresent = CheckedExpression(.isNull(value, negated: true), type: .boolean, at: place)
    return CheckedExpression(
      .choice(
        operand: nil, branches: [.init(condition: isPresent, result: self)], otherwise: nil),
      type: type, at: place)
  }

  fileprivate func call(
    _ function: Function, _ arguments: [CheckedExpression], over window: Window, type: ValueType
  ) -> CheckedExpression {
    CheckedExpression(
      .call(.init(function: function, arguments: arguments, window: window)), type: type, at: place)
  }
}

extension CheckedExpression.Window {
  fileprivate func with(_ frame: WindowFrame) -> CheckedExpression.Window {
    .init(partition: partition, order: order, frame: frame)
  }
}
