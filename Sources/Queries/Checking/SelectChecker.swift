import Diagnostics
import Expressions
import SQL

/// Resolves one select.
struct SelectChecker {
  let checker: QueryChecker
  let plan: SelectPlan
  let place: SourcePlace
  let source: TableSource
  let joins: [Join]
  let scope: Scope
  var problems: Problems { checker.problems }

  /// Finds the tables; nil where an error was noted.
  init?(_ checker: QueryChecker, _ plan: SelectPlan, at place: SourcePlace) {
    guard let from = plan.from, let first = checker.readable(from) else { return nil }
    var scope = Scope(
      tables: [(alias: first.alias, columns: first.columns)], parameters: checker.parameters)
    var joins: [Join] = []
    var isRight = true
    for join in plan.joins {
      if let joined = checker.join(join, in: &scope) {
        joins.append(joined)
      } else {
        isRight = false
      }
    }
    guard isRight else { return nil }
    self.checker = checker
    self.plan = plan
    self.place = place
    self.joins = joins
    self.scope = scope
    source = first.source
  }

  /// Checks all clauses, so that all their errors are told; nil where there is one.
  func check() -> Select? {
    let (items, wrong) = self.items()
    let filter = conditions(plan.filter, in: rows("where"), wrong)
    let groups = self.groups(items, wrong)
    let having = conditions(plan.having, in: scope, wrong)
    let order = self.order(items, wrong)
    let limit = checker.count(plan.limit, "limit", in: scope)
    let offset = checker.count(plan.offset, "offset", in: scope)
    guard wrong.isEmpty, let filter, let groups, let having, let order, let limit, let offset else {
      return nil
    }
    var select = Select(items, from: source, filter: filter.value)
    select.joins = joins
    select.isDistinct = plan.isDistinct
    select.groups = groups
    select.having = having.value
    select.order = order
    (select.limit, select.offset) = (limit.value, offset.value)
    select.readInOrder()
    let isRight = [isGroupedRight(select), isSortedRight(select), isWindowless(having.value)]
    return isRight.contains(false) ? nil : select
  }

  /// The scope of a clause that sees single rows.
  private func rows(_ clause: String) -> Scope {
    var scope = scope
    scope.rowClause = clause
    return scope
  }

  /// A condition that may be absent.
  private struct Condition {
    let value: CheckedExpression?
  }

  private func conditions(_ parts: [Expression], in scope: Scope, _ wrong: Set<String>)
    -> Condition?
  {
    let checked = parts.map { part in
      part.mentions(wrong) ? nil : named(part).checkCondition(in: scope, problems: problems)
    }
    guard checked.allSatisfy({ $0 != nil }) else { return nil }
    let all = checked.compactMap(\.self)
    guard let first = all.first else { return Condition(value: nil) }
    return Condition(
      value: all.dropFirst().reduce(first) {
        CheckedExpression(.binary(.and, $0, $1), type: .boolean, at: $0.place)
      })
  }

  private func groups(_ items: [SelectItem], _ wrong: Set<String>) -> [CheckedExpression]? {
    let checked = plan.groups.map { group -> CheckedExpression? in
      if group.mentions(wrong) { return nil }
      if case .name(let parts) = group.node, parts.count == 1,
        let item = items.first(where: { $0.name == parts[0] })
      {
        return groupable(item.expression, named: item.name, at: group.place)
      }
      if case .literal = group.node {
        problems.error(
          "'group_by' takes names and expressions, not \(group)", at: group.place,
          hints: ["name the columns of 'select'"])
        return nil
      }
      return group.check(in: rows("group_by"), problems: problems)
    }
    return checked.allSatisfy { $0 != nil } ? checked.compactMap(\.self) : nil
  }

  private func groupable(_ expression: CheckedExpression, named name: String, at place: SourcePlace)
    -> CheckedExpression?
  {
    guard expression.isAggregate || expression.hasWindow else { return expression }
    problems.error(
      "cannot group by '\(name)', which is computed from groups", at: place,
      hints: ["leave it out of 'group_by'"])
    return nil
  }

  private func order(_ items: [SelectItem], _ wrong: Set<String>) -> [OrderTerm]? {
    let terms = plan.order.map { key -> OrderTerm? in
      if key.expression.mentions(wrong) { return nil }
      if case .name(let parts) = key.expression.node, parts.count == 1,
        items.contains(where: { $0.name == parts[0] })
      {
        return OrderTerm(
          .output(parts[0]), isDescending: key.isDescending, nullsFirst: key.nullsFirst)
      }
      let named = named(key.expression)
      guard let checked = named.check(in: scope, problems: problems) else { return nil }
      return OrderTerm(
        .expression(checked), isDescending: key.isDescending, nullsFirst: key.nullsFirst)
    }
    return terms.allSatisfy { $0 != nil } ? terms.compactMap(\.self) : nil
  }

  /// An expression in which the names of computed columns stand for what computes them, where no
  /// column of a table has the name.
  private func named(_ expression: Expression) -> Expression {
    let columns = Set(scope.tables.flatMap { $0.columns.map(\.name) })
    return expression.replacing { inner in
      guard case .name(let parts) = inner.node, parts.count == 1, !columns.contains(parts[0]) else {
        return nil
      }
      for case .column(let name, let computed) in plan.items where name == parts[0] {
        return Expression(computed.node, at: inner.place)
      }
      return nil
    }
  }
}

extension Expression {
  /// Whether a name stands in the expression that means a column which is wrong itself, so that its
  /// error is not told twice.
  fileprivate func mentions(_ wrong: Set<String>) -> Bool {
    !wrong.isEmpty && names.contains { $0.count == 1 && wrong.contains($0[0]) }
  }
}

extension QueryChecker {
  /// A joined table, whose columns are added to the scope; nil where an error was noted.
  func join(_ join: JoinPlan, in scope: inout Scope) -> Join? {
    guard let table = readable(join.table) else { return nil }
    guard !scope.tables.contains(where: { $0.alias == table.alias }) else {
      problems.error(
        "two tables are named '\(table.alias)'", at: join.table.place,
        hints: ["give one of them another name with 'as'"])
      return nil
    }
    if join.kind == .right || join.kind == .full { scope.makeAllNullable() }
    let isOptional = join.kind == .left || join.kind == .full
    scope.tables.append(
      (alias: table.alias, columns: isOptional ? table.columns.map(\.asNullable) : table.columns))
    guard let condition = join.condition else {
      return join.kind == .cross ? Join(.cross, table.source, on: nil) : nil
    }
    var rows = scope
    rows.rowClause = "on"
    return condition.checkCondition(in: rows, problems: problems).map {
      Join(join.kind, table.source, on: $0)
    }
  }
}

extension Scope {
  fileprivate mutating func makeAllNullable() {
    tables = tables.map { (alias: $0.alias, columns: $0.columns.map(\.asNullable)) }
  }
}

extension ScopeColumn {
  fileprivate var asNullable: ScopeColumn { ScopeColumn(name: name, type: type, scale: scale) }
}
