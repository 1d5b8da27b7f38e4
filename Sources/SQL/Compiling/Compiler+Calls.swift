import Expressions

extension Compiler {
  mutating func visit(_ call: CheckedExpression.Call, _ whole: CheckedExpression) -> Worded? {
    switch call.function {
    case .today: return Worded(bind(.parameter("today", .date)), type: .date)
    case .now: return Worded(bind(.parameter("now", .timestamp)), type: .timestamp)
    default: break
    }
    if call.function.isShortForm {
      guard let long = shortForm(call, whole) else { return nil }
      return visit(long)
    }
    guard isPossible(call, whole), let arguments = arguments(call), let tail = tail(call) else {
      return nil
    }
    let worded = WordedCall(
      function: call.function, arguments: arguments, type: whole.type,
      isDistinct: call.isDistinct, tail: tail, isWindowed: call.window != nil)
    guard let sql = dialect.wording(of: worded) else {
      refuse(
        "compute '\(call.function)' in a query", at: whole.place,
        hints: ["compute it in a chart, a figure or a text, from the query's rows"])
      return nil
    }
    return Worded(sql, type: whole.type)
  }

  private func isPossible(_ call: CheckedExpression.Call, _ whole: CheckedExpression) -> Bool {
    guard call.window != nil else { return true }
    if !dialect.capabilities.contains(.windowFunctions) {
      refuse("compute '\(call.function)' over a window", at: whole.place)
      return false
    }
    let isQuantile = call.function == .median || call.function == .quantile
    if isQuantile, !dialect.capabilities.contains(.windowedQuantiles) {
      refuse("compute '\(call.function)' over a window", at: whole.place)
      return false
    }
    return true
  }

  private mutating func arguments(_ call: CheckedExpression.Call) -> [Worded]? {
    var worded: [Worded] = []
    let filtersByCase = call.filter != nil && !dialect.capabilities.contains(.aggregateFilters)
    for (place, argument) in call.arguments.enumerated() {
      if place == 0, case .literal(.text(let unit)) = argument.node,
        call.function.signature?.parameters.first?.accepts == .unit,
        CalendarUnit(rawValue: unit) != nil
      {
        worded.append(Worded(unit, type: .text))
        continue
      }
      let kept = place == 0 && filtersByCase ? argument.keptWhere(call.filter) : argument
      guard let one = operand(kept, leftOf: nil) else { return nil }
      worded.append(one)
    }
    if worded.isEmpty, filtersByCase, let filter = call.filter {
      let one = CheckedExpression.integer(1, at: filter.place).keptWhere(filter)
      worded = [visit(one)].compactMap(\.self)
    }
    return worded
  }

  private mutating func tail(_ call: CheckedExpression.Call) -> String? {
    var tail = ""
    if let filter = call.filter, dialect.capabilities.contains(.aggregateFilters) {
      guard let condition = visit(filter) else { return nil }
      tail += " FILTER (WHERE \(condition))"
    }
    if let window = call.window {
      guard let over = over(window) else { return nil }
      tail += " OVER (\(over))"
    }
    return tail
  }

  private mutating func over(_ window: CheckedExpression.Window) -> String? {
    var parts: [String] = []
    if !window.partition.isEmpty {
      guard let keys = list(window.partition) else { return nil }
      parts.append("PARTITION BY \(keys)")
    }
    if !window.order.isEmpty {
      var keys: [String] = []
      for key in window.order {
        guard let worded = visit(key.expression) else { return nil }
        keys.append(
          dialect.wording(
            ordering: worded, isDescending: key.isDescending, nullsFirst: false))
      }
      parts.append("ORDER BY \(keys.joined(separator: ", "))")
    }
    if let frame = window.frame { parts.append(frame.description.uppercased()) }
    return parts.joined(separator: " ")
  }
}

extension CheckedExpression {
  /// The value where a condition holds, else null: a filter for databases that have none.
  fileprivate func keptWhere(_ filter: CheckedExpression?) -> CheckedExpression {
    guard let filter else { return self }
    return CheckedExpression(
      .choice(
        operand: nil, branches: [.init(condition: filter, result: self)], otherwise: nil),
      type: type, at: place)
  }
}
