extension Expression {
  /// Whether the expression sums up rows: an aggregate call outside any window.
  package var holdsAggregate: Bool {
    if case .call(let call) = node, call.window == nil, call.isAggregate { return true }
    return children.contains(where: \.holdsAggregate)
  }

  /// Whether values of parts are the value of the whole when they are added up, as counts and sums
  /// are; means, extremes and shares of something else are not, nor what is made of such columns.
  package func addsUp(without means: Set<String> = []) -> Bool {
    guard holdsAggregate else {
      return means.isEmpty || !names.contains { $0.last.map(means.contains) ?? false }
    }
    switch node {
    case .call(let call) where call.isAggregate:
      return [.count, .sum, .missing].contains(call.function)
    case .binary(.multiply, let a, let b):
      return a.addsUp(without: means) && b.addsUp(without: means)
        && !(a.holdsAggregate && b.holdsAggregate)
    case .binary(.divide, let a, let b):
      return a.addsUp(without: means) && !b.holdsAggregate
    default: return children.allSatisfy { $0.addsUp(without: means) }
    }
  }
}

extension Expression.Call {
  fileprivate var function: Function? { FunctionCatalogue.function(named: name) }

  fileprivate var isAggregate: Bool {
    function.flatMap { FunctionCatalogue.byFunction[$0] }?.kind == .aggregate
  }
}
