import Diagnostics
import Expressions
import SQL

extension QueryChecker {
  /// A union: the query's own select first where it has a `from`, then the members.
  func union(_ union: UnionPlan, _ plan: SelectPlan, _ query: QueryPlan) -> Statement? {
    var members: [(statement: Statement, place: SourcePlace)] = []
    if plan.from != nil {
      var own = plan
      (own.union, own.order, own.limit, own.offset) = (nil, [], nil, nil)
      guard let select = SelectChecker(self, own, at: query.place)?.check() else { return nil }
      members.append((.select(select), query.place))
    } else if !refusesClauses(plan, query) {
      return nil
    }
    for member in union.members {
      guard let one = statement(of: member) else { return nil }
      members.append(one)
    }
    guard members.count > 1 else {
      problems.error("a union needs two queries or more", at: query.place)
      return nil
    }
    guard let columns = columns(of: members) else { return nil }
    var whole = Union(members.map(\.statement), keepsAll: union.keepsAll, columns: columns)
    guard finish(&whole, plan) else { return nil }
    return .union(whole)
  }

  /// A union without a `from` of its own has no rows that these clauses could mean.
  private func refusesClauses(_ plan: SelectPlan, _ query: QueryPlan) -> Bool {
    let clauses: [(String, Bool)] = [
      ("select", plan.items.isEmpty), ("where", plan.filter.isEmpty),
      ("group_by", plan.groups.isEmpty), ("having", plan.having.isEmpty),
      ("join", plan.joins.isEmpty), ("distinct", !plan.isDistinct),
    ]
    for (clause, isEmpty) in clauses where !isEmpty {
      problems.error(
        "'\(clause)' of a union needs a 'from' beside it", at: query.place,
        hints: ["put it into the union's queries, or read 'from' this query in another"])
    }
    return clauses.allSatisfy(\.1)
  }

  private func statement(of member: UnionPlan.Member) -> (statement: Statement, place: SourcePlace)?
  {
    switch member {
    case .named(let name, let place):
      guard let read = readable(TableReference(TableName([name]), at: place)) else { return nil }
      if case .query(let statement, _) = read.source { return (statement, place) }
      return (.select(Select(everything: read, at: place)), place)
    case .query(let plan):
      return statement(of: plan).map { ($0, plan.place) }
    }
  }

  /// The columns that all members share, by position; names are the first member's.
  private func columns(of members: [(statement: Statement, place: SourcePlace)]) -> [ScopeColumn]? {
    var shared = members[0].statement.columns
    for (statement, place) in members.dropFirst() {
      let other = statement.columns
      guard other.count == shared.count else {
        problems.error(
          "the queries of a union differ: \(shared.count) columns and \(other.count)", at: place,
          hints: ["select the same columns in each"])
        return nil
      }
      for (index, column) in other.enumerated() {
        guard let type = shared[index].type.shared(with: column.type) else {
          problems.error(
            "column '\(shared[index].name)' of a union is \(shared[index].type) in one query and "
              + "\(column.type) in another", at: place, hints: ["write cast(… as …) in one of them"]
          )
          return nil
        }
        shared[index] = ScopeColumn(
          name: shared[index].name, type: type,
          isNullable: shared[index].isNullable || column.isNullable,
          scale: widerScale(shared[index], column))
      }
    }
    return shared
  }

  /// The scale that holds both columns, integers having none; nil where one is not known.
  private func widerScale(_ a: ScopeColumn, _ b: ScopeColumn) -> Int? {
    let scales = [a, b].map { $0.type == .integer ? 0 : $0.scale }
    return scales.contains(nil) ? nil : scales.compactMap(\.self).max()
  }

  private func finish(_ union: inout Union, _ plan: SelectPlan) -> Bool {
    for key in plan.order {
      guard case .name(let parts) = key.expression.node, parts.count == 1,
        union.columns.contains(where: { $0.name == parts[0] })
      else {
        problems.error(
          "a union is sorted by the names of its columns", at: key.expression.place,
          hints: ["it has: \(union.columns.map(\.name).joined(separator: ", "))"])
        return false
      }
      union.order.append(
        OrderTerm(.output(parts[0]), isDescending: key.isDescending, nullsFirst: key.nullsFirst))
    }
    let scope = Scope(parameters: parameters)
    guard let limit = count(plan.limit, "limit", in: scope),
      let offset = count(plan.offset, "offset", in: scope)
    else { return false }
    (union.limit, union.offset) = (limit.value, offset.value)
    return true
  }

  /// A checked `limit` or `offset`: a whole number from 0 on or an integer parameter.
  struct Count {
    let value: CheckedExpression?
  }

  func count(_ expression: Expression?, _ clause: String, in scope: Scope) -> Count? {
    guard let expression else { return Count(value: nil) }
    let alone = Scope(parameters: scope.parameters)
    switch expression.node {
    case .literal(.integer(let value)) where value >= 0:
      return Count(value: .integer(value, at: expression.place))
    case .parameter:
      guard let checked = expression.check(in: alone, problems: problems) else { return nil }
      if checked.type == .integer { return Count(value: checked) }
    default: break
    }
    problems.error(
      "'\(clause)' must be a whole number from 0 on, or an integer parameter",
      at: expression.place)
    return nil
  }
}

extension Select {
  /// All columns of a table or common table expression that are read.
  fileprivate init(everything read: QueryChecker.Readable, at place: SourcePlace) {
    self.init(
      read.columns.compactMap { column in
        if case .unsupported = column.type { return nil }
        return SelectItem(
          column.name,
          CheckedExpression(
            .column(ColumnReference(table: read.alias, name: column.name)), type: column.type,
            at: place), isNullable: column.isNullable, scale: column.scale)
      }, from: read.source)
  }
}

extension ValueType {
  /// The type that holds values of both; nil where there is none.
  fileprivate func shared(with other: ValueType) -> ValueType? {
    if self == other || other == .null { return self }
    if self == .null { return other }
    guard isNumeric, other.isNumeric else { return nil }
    if self == .double || other == .double { return .double }
    return .decimal
  }
}
