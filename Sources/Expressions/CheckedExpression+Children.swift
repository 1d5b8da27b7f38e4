extension CheckedExpression {
  /// The expressions directly inside this one, in the order they are written.
  package var children: [CheckedExpression] {
    switch node {
    case .literal, .column, .parameter, .rows: []
    case .unary(_, let a), .isNull(let a, _), .cast(let a, _): [a]
    case .binary(_, let a, let b): [a, b]
    case .inList(let a, let items, _): [a] + items
    case .between(let a, let low, let high, _): [a, low, high]
    case .like(let a, let pattern, _, _): [a, pattern]
    case .choice(let operand, let branches, let otherwise):
      [operand].compactMap(\.self) + branches.flatMap { [$0.condition, $0.result] }
        + [otherwise].compactMap(\.self)
    case .call(let call): call.children
    }
  }

  /// Whether an aggregate without a window is called somewhere in the expression.
  package var isAggregate: Bool {
    if case .call(let call) = node, call.function.isAggregate, call.window == nil { return true }
    return children.contains(where: \.isAggregate)
  }

  /// Whether a window function, or an aggregate over a window, is called somewhere.
  package var hasWindow: Bool {
    if case .call(let call) = node, call.function.isWindow || call.window != nil { return true }
    return children.contains(where: \.hasWindow)
  }

  /// The columns that are read, in order, each once.
  package var columns: [ColumnReference] {
    collect { if case .column(let column) = $0.node { column } else { nil } }
  }

  /// The columns that are read outside of aggregates, in order, each once.
  package var columnsOutsideAggregates: [ColumnReference] {
    var found: [ColumnReference] = []
    gatherOutsideAggregates(&found)
    return found
  }

  /// The parameters that are read, by full name, in order, each once.
  package var parameters: [String] {
    collect { if case .parameter(let name) = $0.node { name } else { nil } }
  }

  /// The queries whose rows or columns a report's own expression reads, in order, each once.
  package var queries: [String] {
    collect {
      switch $0.node {
      case .rows(let query): query
      case .column(let column): column.table
      default: nil
      }
    }
  }

  private func collect<Found: Hashable>(_ find: (CheckedExpression) -> Found?) -> [Found] {
    var seen: Set<Found> = []
    var found: [Found] = []
    visit { expression in
      if let one = find(expression), seen.insert(one).inserted { found.append(one) }
    }
    return found
  }

  private func visit(_ body: (CheckedExpression) -> Void) {
    body(self)
    for child in children { child.visit(body) }
  }

  private func gatherOutsideAggregates(_ found: inout [ColumnReference]) {
    if case .call(let call) = node, call.function.isAggregate, call.window == nil { return }
    if case .column(let column) = node, !found.contains(column) { found.append(column) }
    for child in children { child.gatherOutsideAggregates(&found) }
  }
}

extension CheckedExpression.Call {
  /// The expressions directly inside the call.
  var children: [CheckedExpression] {
    arguments + [filter].compactMap(\.self) + (window?.partition ?? [])
      + (window?.order.map(\.expression) ?? [])
  }
}
