import Diagnostics

extension Checker {
  func call(_ call: Expression.Call, at place: SourcePlace) -> CheckedExpression? {
    guard let signature = signature(of: call, at: place),
      isAllowed(signature, call, at: place)
    else { return nil }
    let spanned = dateAddOfInterval(signature, call, at: place)
    if let spanned { return spanned.result }
    let inner = checkerOfArguments(signature, call)
    let counted = rightCount(signature, call, at: place)
    let arguments = inner.arguments(call, signature)
    let filter = call.filter.flatMap(filterChecker(call).condition)
    let window = call.window.flatMap(inner.window)
    guard counted, let arguments, (filter == nil) == (call.filter == nil),
      (window == nil) == (call.window == nil),
      let (values, type) = result(signature, arguments, at: place)
    else { return nil }
    return CheckedExpression(
      .call(
        .init(
          function: signature.function, arguments: values, isDistinct: call.isDistinct,
          filter: filter, window: window)), type: type, at: place)
  }

  private func signature(of call: Expression.Call, at place: SourcePlace) -> FunctionSignature? {
    let function = FunctionCatalogue.function(named: call.name)
    if let signature = function?.signature, scope.isLocal || !signature.isLocal { return signature }
    if function != nil {
      problems.error(
        "function '\(call.name)' cannot be used in a query", at: place,
        hints: ["use it in a chart, a figure, a text or a check"])
      return nil
    }
    let known = FunctionCatalogue.names(isLocal: scope.isLocal)
    let near = Checker.otherSpellings[call.name] ?? nearestName(to: call.name, in: known)
    problems.error(
      "there is no function '\(call.name)'", at: place,
      hints: near.map { ["did you mean '\($0)'?"] } ?? [])
    return nil
  }

  /// Names that other languages give to our functions.
  private static let otherSpellings = [
    "average": "avg", "std": "stddev", "sd": "stddev", "var": "variance", "percentile": "quantile",
    "ceiling": "ceil", "log": "ln", "pow": "power", "len": "length", "substring": "substr",
    "ifnull": "coalesce", "nvl": "coalesce", "isnull": "coalesce", "datediff": "date_diff",
    "dateadd": "date_add", "trunc": "date_trunc", "current_date": "today", "getdate": "now",
    "cov": "covariance", "rolling": "moving_average", "cumsum": "cumulative", "nunique": "count",
    "group_concat": "string_agg", "listagg": "string_agg", "dayofweek": "weekday",
  ]

  private func rightCount(
    _ signature: FunctionSignature, _ call: Expression.Call, at place: SourcePlace
  ) -> Bool {
    if call.isStar {
      if signature.function == .count { return true }
      problems.error("only count takes '*'", at: place, hints: ["it takes: \(signature.usage)"])
      return false
    }
    let count = call.arguments.count
    let most = signature.isVariadic ? Int.max : signature.parameters.count
    guard count < signature.required || count > most else { return true }
    let expected =
      signature.isVariadic || signature.required < signature.parameters.count
      ? count < signature.required ? "at least \(signature.required)" : "at most \(most)"
      : "\(signature.required)"
    problems.error(
      "\(call.name) takes \(expected) argument\(expected.hasSuffix(" 1") || expected == "1" ? "" : "s")"
        + ", found \(count)", at: place, hints: ["it takes: \(signature.usage)"])
    return false
  }

  private func arguments(_ call: Expression.Call, _ signature: FunctionSignature)
    -> [CheckedExpression]?
  {
    if let rows = rows(call, signature) { return [rows] }
    let checked = call.arguments.enumerated().map { place, argument -> CheckedExpression? in
      let last = signature.parameters.count - 1
      guard last >= 0, place <= last || signature.isVariadic else { return check(argument) }
      return self.argument(argument, for: signature.parameters[min(place, last)], of: signature)
    }
    return checked.contains { $0 == nil } ? nil : checked.compactMap(\.self)
  }

  /// `count(people)`: the rows of a query.
  private func rows(_ call: Expression.Call, _ signature: FunctionSignature) -> CheckedExpression? {
    guard signature.function == .count, call.arguments.count == 1, !call.isDistinct,
      case .name(let parts) = call.arguments[0].node, parts.count == 1,
      scope.queries.contains(where: { $0.name == parts[0] }),
      !scope.tables.contains(where: { $0.columns.contains { $0.name == parts[0] } })
    else { return nil }
    return CheckedExpression(
      .rows(query: parts[0]), type: .unsupported("rows"), at: call.arguments[0].place)
  }

  private func result(
    _ signature: FunctionSignature, _ arguments: [CheckedExpression], at place: SourcePlace
  ) -> ([CheckedExpression], ValueType)? {
    switch signature.result {
    case .always(let type): return (arguments, type)
    case .common: return unified(arguments, what: "\(signature.function) is given", at: place)
    case .first:
      let function = signature.function
      let dated =
        function == .date_trunc || function == .date_add ? arguments.last : arguments.first
      if function == .lag || function == .lead, arguments.count == 3 {
        guard
          let (values, type) = unified(
            [arguments[0], arguments[2]], what: "\(function) is given", at: place)
        else { return nil }
        return ([values[0], arguments[1], values[1]], type)
      }
      return (arguments, dated?.type ?? .null)
    }
  }
}
