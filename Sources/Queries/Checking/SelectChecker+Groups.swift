import Diagnostics
import Expressions
import SQL

extension SelectChecker {
  /// Whether every column of a grouped select is grouped or aggregated; notes those that are not.
  func isGroupedRight(_ select: Select) -> Bool {
    let sorted = select.order.compactMap { term in
      if case .expression(let expression) = term.key { expression } else { nil }
    }
    let seen = select.items.map(\.expression) + [select.having].compactMap(\.self) + sorted
    guard !select.groups.isEmpty || seen.contains(where: \.isAggregate) || select.having != nil
    else {
      return true
    }
    let groups = Set(select.groups.map(\.withoutPlaces))
    var isRight = true
    for expression in seen {
      for column in expression.ungrouped(groups) {
        isRight = false
        tell(column, hasGroups: !groups.isEmpty)
      }
    }
    return isRight
  }

  private func tell(_ column: CheckedExpression, hasGroups: Bool) {
    guard case .column(let reference) = column.node else { return }
    let name = scope.tables.count == 1 ? reference.name : reference.description
    problems.error(
      "'\(name)' is neither grouped nor aggregated", at: column.place,
      hints: [
        hasGroups ? "add it to 'group_by'" : "add 'group_by' with it",
        "or say which of its values is meant: min(\(name)), avg(\(name)) …",
      ])
  }

  /// Whether `having` reads no window, which is computed only after it.
  func isWindowless(_ having: CheckedExpression?) -> Bool {
    guard let having, having.hasWindow else { return true }
    problems.error(
      "a window cannot stand in 'having'", at: having.place,
      hints: ["read 'from' this query in another, with 'where'"])
    return false
  }

  /// Whether a distinct select is sorted by its own columns; no database sorts it otherwise.
  func isSortedRight(_ select: Select) -> Bool {
    guard select.isDistinct else { return true }
    let selected = Set(select.items.map(\.expression.withoutPlaces))
    for term in select.order {
      guard case .expression(let key) = term.key, !selected.contains(key.withoutPlaces) else {
        continue
      }
      problems.error(
        "a 'distinct' query is sorted by its own columns", at: key.place,
        hints: ["add what it is sorted by to 'select'"])
      return false
    }
    return true
  }
}

extension CheckedExpression {
  /// The columns outside of aggregates that no group expression covers.
  fileprivate func ungrouped(_ groups: Set<CheckedExpression>) -> [CheckedExpression] {
    if groups.contains(withoutPlaces) { return [] }
    if case .column = node { return [self] }
    if case .call(let call) = node, call.function.isAggregate, call.window == nil { return [] }
    return children.flatMap { $0.ungrouped(groups) }
  }
}

extension Select {
  /// Gives the short forms without `over` the order of the query itself.
  mutating func readInOrder() {
    let keys = order.compactMap { term -> CheckedExpression.Order? in
      switch term.key {
      case .expression(let key): return .init(key, isDescending: term.isDescending)
      case .output(let name):
        return items.first { $0.name == name }.map {
          .init($0.expression, isDescending: term.isDescending)
        }
      }
    }.filter { !$0.expression.hasWindow }
    guard !keys.isEmpty else { return }
    items = items.map { item in
      let ordered = item.expression.mapped { $0.read(inOrder: keys) }
      return SelectItem(item.name, ordered, isNullable: item.isNullable)
    }
  }
}

extension CheckedExpression {
  /// A short form without `over`, with the order given; any other expression as it is.
  fileprivate func read(inOrder keys: [Order]) -> CheckedExpression {
    guard case .call(let call) = node, call.function.isShortForm else { return self }
    if let window = call.window, !window.order.isEmpty { return self }
    let window = Window(partition: call.window?.partition ?? [], order: keys, frame: nil)
    return CheckedExpression(
      .call(.init(function: call.function, arguments: call.arguments, window: window)), type: type,
      at: place)
  }
}
