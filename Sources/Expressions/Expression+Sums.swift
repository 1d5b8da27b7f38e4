extension Expression {
  /// Whether the expression sums up rows: an aggregate call outside any window.
  package var holdsAggregate: Bool {
    if case .call(let call) = node, call.window == nil, call.isAggregate { return true }
    return children.contains(where: \.holdsAggregate)
  }

  /// The first name that stands outside any aggregate and window, and in none of some groups'
  /// expressions, given as texts: it is another in each row that an aggregate sums up.
  package func strayName(outside groups: Set<String>) -> Expression? {
    guard !groups.contains(description) else { return nil }
    switch node {
    case .name: return self
    case .call(let call) where call.window != nil || call.isAggregate: return nil
    default: return children.lazy.compactMap { $0.strayName(outside: groups) }.first
    }
  }

  /// The first aggregate, outside windows, of what some groups keep apart, given as texts: it sums up
  /// nothing.
  package func idleAggregate(of groups: Set<String>) -> Expression? {
    guard case .call(let call) = node, call.window == nil, call.isAggregate else {
      return children.lazy.compactMap { $0.idleAggregate(of: groups) }.first
    }
    // The one value of a group is its least and its greatest too.
    guard ![.count, .min, .max, .any_value, .missing].contains(call.function) else { return nil }
    return call.arguments.first.map { groups.contains($0.description) } == true ? self : nil
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
