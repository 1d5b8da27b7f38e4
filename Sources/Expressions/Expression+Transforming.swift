import Diagnostics

extension Expression {
  /// The tree with some of its nodes replaced, from the root down: where `replacement` gives an
  /// expression, it stands in for the node and all below it.
  package func replacing(_ replacement: (Expression) -> Expression?) -> Expression {
    rebuilt(replacement) { $0 }
  }

  /// The expression without its places, so that two that are written alike are equal.
  package var withoutPlaces: Expression {
    let nowhere = SourcePlace(file: "", line: 1, column: 1)
    return rebuilt { _ in
      nil
    } place: { _ in
      nowhere
    }
  }

  private func rebuilt(
    _ replacement: (Expression) -> Expression?, place change: (SourcePlace) -> SourcePlace
  ) -> Expression {
    if let replaced = replacement(self) { return replaced }
    func inner(_ expression: Expression) -> Expression {
      expression.rebuilt(replacement, place: change)
    }
    let changed: Node =
      switch node {
      case .literal, .name, .parameter: node
      case .unary(let sign, let a): .unary(sign, inner(a))
      case .binary(let sign, let a, let b): .binary(sign, inner(a), inner(b))
      case .isNull(let a, let negated): .isNull(inner(a), negated: negated)
      case .inList(let a, let items, let negated):
        .inList(inner(a), items.map(inner), negated: negated)
      case .between(let a, let low, let high, let negated):
        .between(inner(a), inner(low), inner(high), negated: negated)
      case .like(let a, let pattern, let caseSensitive, let negated):
        .like(inner(a), pattern: inner(pattern), caseSensitive: caseSensitive, negated: negated)
      case .choice(let operand, let branches, let otherwise):
        .choice(
          operand: operand.map(inner),
          branches: branches.map {
            .init(condition: inner($0.condition), result: inner($0.result))
          }, otherwise: otherwise.map(inner))
      case .cast(let a, let type): .cast(inner(a), type)
      case .call(let call): .call(call.map(inner))
      }
    return Expression(changed, at: change(place))
  }
}

extension Expression.Call {
  fileprivate func map(_ inner: (Expression) -> Expression) -> Expression.Call {
    .init(
      name: name, arguments: arguments.map(inner), isStar: isStar, isDistinct: isDistinct,
      filter: filter.map(inner),
      window: window.map { window in
        .init(
          partition: window.partition.map(inner),
          order: window.order.map { .init(inner($0.expression), isDescending: $0.isDescending) },
          frame: window.frame)
      })
  }
}

extension CheckedExpression {
  /// The tree with each node changed, from the leaves up.
  package func mapped(_ change: (CheckedExpression) -> CheckedExpression) -> CheckedExpression {
    func inner(_ expression: CheckedExpression) -> CheckedExpression { expression.mapped(change) }
    let changed: Node =
      switch node {
      case .literal, .column, .parameter, .rows: node
      case .unary(let sign, let a): .unary(sign, inner(a))
      case .binary(let sign, let a, let b): .binary(sign, inner(a), inner(b))
      case .isNull(let a, let negated): .isNull(inner(a), negated: negated)
      case .inList(let a, let items, let negated):
        .inList(inner(a), items.map(inner), negated: negated)
      case .between(let a, let low, let high, let negated):
        .between(inner(a), inner(low), inner(high), negated: negated)
      case .like(let a, let pattern, let caseSensitive, let negated):
        .like(inner(a), pattern: inner(pattern), caseSensitive: caseSensitive, negated: negated)
      case .choice(let operand, let branches, let otherwise):
        .choice(
          operand: operand.map(inner),
          branches: branches.map {
            .init(condition: inner($0.condition), result: inner($0.result))
          }, otherwise: otherwise.map(inner))
      case .cast(let a, let type): .cast(inner(a), type)
      case .call(let call): .call(call.map(inner))
      }
    return change(CheckedExpression(changed, type: type, at: place))
  }

  /// The expression without its places, so that two that mean the same are equal.
  package var withoutPlaces: CheckedExpression {
    let nowhere = SourcePlace(file: "", line: 1, column: 1)
    return mapped { CheckedExpression($0.node, type: $0.type, at: nowhere) }
  }
}

extension CheckedExpression.Call {
  fileprivate func map(_ inner: (CheckedExpression) -> CheckedExpression) -> CheckedExpression.Call
  {
    .init(
      function: function, arguments: arguments.map(inner), isDistinct: isDistinct,
      filter: filter.map(inner),
      window: window.map { window in
        .init(
          partition: window.partition.map(inner),
          order: window.order.map { .init(inner($0.expression), isDescending: $0.isDescending) },
          frame: window.frame)
      })
  }
}
