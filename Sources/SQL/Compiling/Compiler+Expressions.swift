import Expressions

extension Compiler {
  /// Words an expression without parentheses around it.
  mutating func visit(_ expression: CheckedExpression) -> Worded? {
    switch expression.node {
    case .literal(let literal): return self.literal(literal, type: expression.type)
    case .column(let column):
      let parts = [column.table, column.name].compactMap(\.self).map(dialect.quoted)
      return Worded(parts.joined(separator: "."), type: expression.type)
    case .parameter(let name):
      return Worded(bind(.parameter(name, expression.type)), type: expression.type)
    case .rows(let query):
      refuse("read the rows of '\(query)' as a value", at: expression.place)
      return nil
    case .call(let call): return visit(call, expression)
    default:
      return text(expression).map { Worded($0, type: expression.type) }
    }
  }

  private mutating func literal(_ literal: Literal, type: ValueType) -> Worded {
    if let written = dialect.literal(literal) {
      return Worded(written, type: type, literal: literal)
    }
    return Worded(bind(.literal(literal)), type: type)
  }

  private mutating func text(_ expression: CheckedExpression) -> String? {
    switch expression.node {
    case .unary(.minus, let a): return operand(a).map { "-\($0)" }
    case .unary(.not, let a): return operand(a).map { "NOT \($0)" }
    case .binary(let sign, let a, let b): return binary(sign, a, b)
    case .isNull(let a, let negated):
      return operand(a).map { "\($0) IS \(negated ? "NOT " : "")NULL" }
    case .inList(let a, let items, let negated):
      guard let value = operand(a), let list = list(items) else { return nil }
      return "\(value) \(negated ? "NOT " : "")IN (\(list))"
    case .between(let a, let low, let high, let negated):
      guard let value = operand(a), let from = operand(low), let to = operand(high) else {
        return nil
      }
      return dialect.wording(placing: value, between: from, and: to, negated: negated)
    case .like(let a, let pattern, let caseSensitive, let negated):
      guard let value = operand(a), let shape = operand(pattern) else { return nil }
      return dialect.wording(
        matching: value, with: shape, caseSensitive: caseSensitive, negated: negated)
    case .choice(let subject, let branches, let otherwise):
      return choice(subject, branches, otherwise)
    case .cast(let a, let type): return visit(a).map { dialect.wording(casting: $0, to: type) }
    case .literal, .column, .parameter, .rows, .call: return nil
    }
  }

  private mutating func binary(
    _ sign: BinaryOperator, _ a: CheckedExpression, _ b: CheckedExpression
  ) -> String? {
    guard let left = operand(a, leftOf: sign), let right = operand(b) else { return nil }
    return dialect.wording(of: sign, left, right)
  }

  private mutating func choice(
    _ subject: CheckedExpression?, _ branches: [CheckedExpression.Branch],
    _ otherwise: CheckedExpression?
  ) -> String? {
    var sql = "CASE"
    if let subject {
      guard let worded = visit(subject) else { return nil }
      sql += " \(worded)"
    }
    for branch in branches {
      guard let condition = visit(branch.condition), let result = visit(branch.result) else {
        return nil
      }
      sql += " WHEN \(condition) THEN \(result)"
    }
    if let otherwise {
      guard let worded = visit(otherwise) else { return nil }
      sql += " ELSE \(worded)"
    }
    return sql + " END"
  }

  /// Words an operand, in parentheses unless nothing beside it can tear it apart.
  ///
  /// Chains of `and`, of `or`, sums and products stay flat on their left side, since the text reads
  /// from left to right like the tree.
  mutating func operand(_ expression: CheckedExpression, leftOf sign: BinaryOperator? = nil)
    -> Worded?
  {
    guard let worded = visit(expression) else { return nil }
    if expression.isAtom || worded.standsAlone { return worded }
    if case .binary(let inner, _, _) = expression.node, let sign, inner.chains(into: sign) {
      return worded
    }
    return Worded("(\(worded))", type: worded.type)
  }

  /// Words expressions with commas between them.
  mutating func list(_ expressions: [CheckedExpression]) -> String? {
    var worded: [String] = []
    for expression in expressions {
      if let one = visit(expression) { worded.append(one.sql) }
    }
    return worded.count == expressions.count ? worded.joined(separator: ", ") : nil
  }
}

extension BinaryOperator {
  /// Whether `a self b next c` may be written without parentheses around `a self b`.
  fileprivate func chains(into next: BinaryOperator) -> Bool {
    switch self {
    case .and, .or, .multiply, .concatenate: self == next
    case .add, .subtract: next == .add || next == .subtract
    default: false
    }
  }
}

extension CheckedExpression {
  /// Whether the compiler's own wording stands by itself beside any operator.
  fileprivate var isAtom: Bool {
    switch node {
    case .literal, .column, .parameter, .rows, .choice: true
    default: false
    }
  }
}
