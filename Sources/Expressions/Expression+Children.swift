extension Expression {
  /// The expressions directly inside this one, in the order they are written.
  package var children: [Expression] { node.children }

  /// Every name that is mentioned, as its parts, in order, each once.
  package var names: [[String]] {
    collect { if case .name(let parts) = $0.node { parts } else { nil } }
  }

  /// Every parameter that is mentioned with its colon, by full name such as `cohort.gender`, in
  /// order, each once.
  package var parameterNames: [String] {
    collect {
      if case .parameter(let parts) = $0.node { parts.joined(separator: ".") } else { nil }
    }
  }

  /// Every function that is called, by name in lower case, in order, each once.
  package var functionNames: [String] {
    collect { if case .call(let call) = $0.node { call.name } else { nil } }
  }

  private func collect<Found: Hashable>(_ find: (Expression) -> Found?) -> [Found] {
    var seen: Set<Found> = []
    var found: [Found] = []
    visit { expression in
      if let one = find(expression), seen.insert(one).inserted { found.append(one) }
    }
    return found
  }

  private func visit(_ body: (Expression) -> Void) {
    body(self)
    for child in children { child.visit(body) }
  }
}

extension Expression.Node {
  /// The expressions directly inside the node.
  var children: [Expression] {
    switch self {
    case .literal, .name, .parameter: []
    case .unary(_, let a), .isNull(let a, _), .cast(let a, _): [a]
    case .binary(_, let a, let b): [a, b]
    case .inList(let a, let items, _): [a] + items
    case .between(let a, let low, let high, _): [a, low, high]
    case .like(let a, let pattern, _, _): [a, pattern]
    case .choice(let operand, let branches, let otherwise):
      [operand].compactMap(\.self) + branches.flatMap { [$0.condition, $0.result] }
        + [otherwise].compactMap(\.self)
    case .call(let call):
      call.arguments + [call.filter].compactMap(\.self) + (call.window?.children ?? [])
    }
  }
}

extension Expression.Window {
  fileprivate var children: [Expression] { partition + order.map(\.expression) }
}
