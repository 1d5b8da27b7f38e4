import Expressions

extension Expression {
  /// What `bin(x, n)` bins and into about how many; nil where the expression is no binning.
  var binning: (inner: Expression, count: Int)? {
    guard case .call(let call) = node, call.name == "bin", let inner = call.arguments.first else {
      return nil
    }
    guard call.arguments.count > 1, case .literal(.integer(let count)) = call.arguments[1].node
    else {
      return (inner, 10)
    }
    return (inner, max(1, min(200, Int(count))))
  }

  /// Whether a row's value depends on its neighbours by a short form such as `moving_average(x, 7)`,
  /// which a chart computes along each line and not across them.
  var runsAlongRows: Bool {
    if case .call(let call) = node, call.window == nil, Expression.running.contains(call.name) {
      return true
    }
    return children.contains(where: \.runsAlongRows)
  }

  /// Whether the expression is one written value.
  var isConstant: Bool {
    switch node {
    case .literal, .parameter: true
    case .unary(.minus, let inner): inner.isConstant
    default: false
    }
  }

  /// Whether the label would be code: a call that has no words here, or a choice.
  var isCode: Bool {
    switch node {
    case .literal, .name, .parameter: false
    case .call(let call): call.label == nil || call.arguments.contains(where: \.isCode)
    case .choice, .inList, .like: true
    default: children.contains(where: \.isCode)
    }
  }

  private static let running: Set<String> = ["moving_average", "ewma", "cumulative", "change"]

  /// What the expression's values are, in a reader's words.
  var label: String {
    switch node {
    case .name(let parts): parts.last.map(humanized) ?? ""
    case .literal(.text(let text)): text
    case .cast(let inner, _): inner.label
    case .call(let call): call.label ?? description
    default: description
    }
  }
}

extension Expression.Call {
  /// A reader's words for the common calls; nil for others.
  fileprivate var label: String? {
    let first = arguments.first?.label ?? ""
    let inner = first.prefix(1).lowercased() + first.dropFirst()
    switch name {
    case "count":
      return isStar || arguments.isEmpty
        ? "Rows" : isDistinct ? "Distinct \(inner)" : "Rows with \(inner)"
    case "avg", "mean": return "Mean \(inner)"
    case "sum": return "Total \(inner)"
    case "median": return "Median \(inner)"
    case "min": return "Lowest \(inner)"
    case "max": return "Highest \(inner)"
    case "stddev": return "Standard deviation of \(inner)"
    case "cumulative": return "\(first), cumulative"
    case "change": return "Change in \(inner)"
    case "ewma": return "\(first), exponentially smoothed"
    case "moving_average": return "\(first), \(span)moving average"
    case "date_trunc": return humanized(first)
    case "bin": return first
    default: return nil
    }
  }

  private var span: String {
    guard arguments.count > 1, case .literal(.integer(let count)) = arguments[1].node else {
      return ""
    }
    return "\(count)-row "
  }
}

/// A column's name in a reader's words: `num_steps` as `Num steps`.
func humanized(_ name: String) -> String {
  let words = name.split(separator: "_").joined(separator: " ")
  return words.isEmpty ? name : words.capitalizedFirst
}
