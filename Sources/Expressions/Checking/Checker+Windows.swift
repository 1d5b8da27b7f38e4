import Diagnostics

extension Checker {
  /// Whether a function may be called here with what follows it; notes why not.
  func isAllowed(_ signature: FunctionSignature, _ call: Expression.Call, at place: SourcePlace)
    -> Bool
  {
    guard let why = refusal(signature, call) else { return true }
    problems.error(why.message, at: place, hints: why.hints)
    return false
  }

  private typealias Refusal = (message: String, hints: [String])

  private func refusal(_ signature: FunctionSignature, _ call: Expression.Call) -> Refusal? {
    let name = call.name
    if signature.kind == .row {
      if call.isDistinct { return ("\(name) takes no 'distinct'", []) }
      if call.filter != nil { return ("\(name) takes no 'filter': it is no aggregate", []) }
      if call.window != nil { return ("\(name) takes no 'over': it is no aggregate", []) }
      return nil
    }
    if let clause = surroundings.rowClause {
      let what = signature.kind == .window || call.window != nil ? "a window" : "an aggregate"
      return (
        "\(name) is \(what) and cannot stand in '\(clause)'",
        clause == "where" && what == "an aggregate"
          ? ["move the condition to 'having', which sees whole groups"] : []
      )
    }
    let isWindow = signature.kind == .window || call.window != nil
    if let outer = surroundings.aggregate, !isWindow {
      return (
        "\(name) cannot stand inside \(outer): an aggregate of an aggregate",
        ["compute the inner one in a query of its own and read 'from' that"]
      )
    }
    if let outer = surroundings.aggregate ?? surroundings.window, isWindow {
      return (
        "\(name) cannot stand inside \(outer)",
        ["compute the inner one in a query of its own and read 'from' that"]
      )
    }
    return signature.kind == .window ? windowRefusal(signature, call) : aggregateRefusal(call)
  }

  private func aggregateRefusal(_ call: Expression.Call) -> Refusal? {
    guard call.isDistinct else { return nil }
    if call.window != nil { return ("'distinct' cannot be combined with 'over'", []) }
    let allowed = ["count", "sum", "avg", "mean", "min", "max"]
    return allowed.contains(call.name) ? nil : ("\(call.name) takes no 'distinct'", [])
  }

  private func windowRefusal(_ signature: FunctionSignature, _ call: Expression.Call) -> Refusal? {
    let name = call.name
    if call.isDistinct { return ("\(name) takes no 'distinct'", []) }
    if call.filter != nil { return ("\(name) takes no 'filter': it is no aggregate", []) }
    if let frame = call.window?.frame, !signature.function.takesFrame {
      return (
        "\(name) takes no '\(frame)'", ["leave 'rows …' out: the function fixes its own rows"]
      )
    }
    if scope.isLocal || signature.function.isShortForm { return nil }
    guard call.window == nil else { return nil }
    return (
      "\(name) needs 'over (order by …)'",
      ["say in which order it reads the rows: \(name)(…) over (order by day)"]
    )
  }

  /// The checker for the arguments of a call.
  func checkerOfArguments(_ signature: FunctionSignature, _ call: Expression.Call) -> Checker {
    inside {
      switch (signature.kind, call.window) {
      case (.row, _): break
      case (.aggregate, nil): $0.aggregate = call.name
      default: $0.window = call.name
      }
    }
  }

  /// The checker for the condition of `filter`.
  func filterChecker(_ call: Expression.Call) -> Checker {
    inside { $0.aggregate = "the filter of \(call.name)" }
  }

  func window(_ window: Expression.Window) -> CheckedExpression.Window? {
    let partition = window.partition.map(check)
    let order = window.order.map { key in
      check(key.expression).flatMap { sortable($0) }.map {
        CheckedExpression.Order($0, isDescending: key.isDescending)
      }
    }
    guard partition.allSatisfy({ $0 != nil }), order.allSatisfy({ $0 != nil }) else { return nil }
    return .init(
      partition: partition.compactMap(\.self), order: order.compactMap(\.self), frame: window.frame)
  }

  private func sortable(_ key: CheckedExpression) -> CheckedExpression? {
    guard case .unsupported = key.type else { return key }
    problems.error("cannot sort by \(key.words)", at: key.place)
    return nil
  }
}

extension Function {
  /// Whether `rows between …` may be given.
  fileprivate var takesFrame: Bool {
    self == .first_value || self == .last_value || isAggregate
  }

  /// Whether the function is a short form that reads the rows in the query's own order where no
  /// `over` is given.
  package var isShortForm: Bool {
    self == .moving_average || self == .ewma || self == .cumulative || self == .change
  }
}
