import Dates

extension Expression: CustomStringConvertible {
  /// The expression as text that parses to the same tree.
  package var description: String { node.description }
}

extension Expression.Node: CustomStringConvertible {
  /// The node as text, with no more parentheses than it needs.
  package var description: String {
    switch self {
    case .literal(let literal): literal.description
    case .name(let parts): parts.map(quotedWhereNeeded).joined(separator: ".")
    case .parameter(let parts): ":" + parts.map(quotedInParameter).joined(separator: ".")
    case .unary(let sign, let a): unary(sign, a)
    case .binary(let sign, let a, let b): binary(sign, a, b)
    case .isNull(let a, let negated): "\(inside(a, .isNull)) is \(negated ? "not " : "")null"
    case .inList(let a, let items, let negated):
      "\(inside(a, .concatenation)) \(negated ? "not " : "")in (\(list(items)))"
    case .between(let a, let low, let high, let negated):
      "\(inside(a, .concatenation)) \(negated ? "not " : "")between "
        + "\(inside(low, .concatenation)) and \(inside(high, .concatenation))"
    case .like(let a, let pattern, let caseSensitive, let negated):
      "\(inside(a, .concatenation)) \(negated ? "not " : "")\(caseSensitive ? "like" : "ilike") "
        + inside(pattern, .concatenation)
    case .choice(let operand, let branches, let otherwise): choice(operand, branches, otherwise)
    case .cast(let a, let type): "cast(\(a) as \(type))"
    case .call(let call): call.description
    }
  }

  private func unary(_ sign: UnaryOperator, _ operand: Expression) -> String {
    // Two minus signs in a row are kept apart for the eye; the grammar would take them too.
    sign == .not ? "not \(inside(operand, .not))" : "-\(inside(operand, .atom))"
  }

  private func binary(_ sign: BinaryOperator, _ left: Expression, _ right: Expression) -> String {
    let precedence = sign.precedence
    let leftmost = sign.isComparison ? precedence.tighter : precedence
    return "\(inside(left, leftmost)) \(sign.rawValue) \(inside(right, precedence.tighter))"
  }

  private func choice(
    _ operand: Expression?, _ branches: [Expression.Branch], _ otherwise: Expression?
  ) -> String {
    var text = "case"
    if let operand { text += " \(operand)" }
    for branch in branches { text += " when \(branch.condition) then \(branch.result)" }
    if let otherwise { text += " else \(otherwise)" }
    return text + " end"
  }
}

extension Expression.Call: CustomStringConvertible {
  /// The call as text.
  package var description: String {
    var text = "\(name)(\(isStar ? "*" : (isDistinct ? "distinct " : "") + list(arguments)))"
    if let filter { text += " filter (where \(filter))" }
    if let window { text += " over (\(window))" }
    return text
  }
}

extension Expression.Window: CustomStringConvertible {
  /// The window as text, without the parentheses.
  package var description: String {
    var parts: [String] = []
    if !partition.isEmpty { parts.append("partition by \(list(partition))") }
    if !order.isEmpty {
      let keys = order.map { "\($0.expression)\($0.isDescending ? " desc" : "")" }
      parts.append("order by \(keys.joined(separator: ", "))")
    }
    if let frame { parts.append(frame.description) }
    return parts.joined(separator: " ")
  }
}

extension WindowFrame: CustomStringConvertible {
  /// The frame as text.
  package var description: String { "rows between \(start) and \(end)" }
}

extension WindowFrame.Bound: CustomStringConvertible {
  /// The end of the frame as text.
  package var description: String {
    switch self {
    case .unboundedPreceding: "unbounded preceding"
    case .preceding(let rows): "\(rows) preceding"
    case .currentRow: "current row"
    case .following(let rows): "\(rows) following"
    case .unboundedFollowing: "unbounded following"
    }
  }
}

extension Literal: CustomStringConvertible {
  /// The literal as it is written.
  package var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .decimal(let digits): digits
    case .text(let text): text.quoted(with: "'")
    case .date(let date): "date '\(date)'"
    case .timestamp(let moment): "timestamp '\(moment)'"
    case .interval(let months, let microseconds):
      "interval '\(months) months \(microseconds) microseconds'"
    }
  }
}

private func list(_ items: [Expression]) -> String {
  items.map(\.description).joined(separator: ", ")
}

/// An operand, in parentheses where it binds more loosely than its place needs.
private func inside(_ expression: Expression, _ minimum: Precedence) -> String {
  expression.node.precedence < minimum ? "(\(expression))" : expression.description
}

private func quotedWhereNeeded(_ name: String) -> String {
  let word = name.lowercased()
  let isKeyword = Keywords.reserved.contains(word) || Keywords.contextual.contains(word)
  return isKeyword ? name.quoted(with: "\"") : quotedInParameter(name)
}

/// The name with quotes where it is no plain word; after a colon keywords need none.
private func quotedInParameter(_ name: String) -> String {
  var lexer = Lexer(name)
  let tokens = try? lexer.tokens()
  return tokens?.first?.kind == .word(name) ? name : name.quoted(with: "\"")
}
