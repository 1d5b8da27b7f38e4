import Expressions

extension CheckedExpression {
  /// The expression with `query.column` read as a column of the frame at hand: what the arguments of
  /// an aggregate over that query mean.
  var ownColumns: CheckedExpression {
    CheckedExpression(node.mappingChildren(\.ownColumns), type: type, at: place)
  }
}

extension CheckedExpression.Node {
  /// The node with a change made to each child, and a query's column made a plain one.
  fileprivate func mappingChildren(_ change: (CheckedExpression) -> CheckedExpression) -> Self {
    switch self {
    case .column(let reference): .column(ColumnReference(table: nil, name: reference.name))
    case .literal, .parameter, .rows: self
    case .unary(let op, let operand): .unary(op, change(operand))
    case .binary(let op, let a, let b): .binary(op, change(a), change(b))
    case .isNull(let operand, let negated): .isNull(change(operand), negated: negated)
    case .inList(let operand, let items, let negated):
      .inList(change(operand), items.map(change), negated: negated)
    case .between(let value, let low, let high, let negated):
      .between(change(value), change(low), change(high), negated: negated)
    case .like(let text, let pattern, let caseSensitive, let negated):
      .like(
        change(text), pattern: change(pattern), caseSensitive: caseSensitive, negated: negated)
    case .choice(let operand, let branches, let otherwise):
      .choice(
        operand: operand.map(change),
        branches: branches.map {
          .init(condition: change($0.condition), result: change($0.result))
        }, otherwise: otherwise.map(change))
    case .cast(let operand, let type): .cast(change(operand), type)
    case .call(let call):
      .call(
        .init(
          function: call.function, arguments: call.arguments.map(change),
          isDistinct: call.isDistinct, filter: call.filter.map(change), window: call.window))
    }
  }
}
