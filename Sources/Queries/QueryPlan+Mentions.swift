import Diagnostics
package import Expressions
import SQL

extension QueryPlan {
  /// Every table or query that is read, in order: `from`, `join`, `union`, `with`.
  ///
  /// Names of the query's own common table expressions are left out.
  package var reads: [TableReference] {
    guard case .select(let select) = body else { return [] }
    return select.reads
  }

  /// Every parameter that is mentioned, by full name, in order, each once.
  package var parameterNames: [String] {
    var found: [String] = []
    for name in mentionedParameters where !found.contains(name) { found.append(name) }
    return found
  }

  private var mentionedParameters: [String] {
    switch body {
    case .select(let select): select.mentionedParameters
    case .raw(_, let parts):
      parts.compactMap { if case .parameter(let name, _) = $0 { name } else { nil } }
    }
  }
}

extension SelectPlan {
  /// The tables and queries that are read, without the common table expressions' own names.
  fileprivate var reads: [TableReference] {
    var inner: [TableReference] = []
    for plan in common { inner += plan.reads }
    let own = Set(common.map(\.name))
    return (inner + direct).filter {
      !($0.table.parts.count == 1 && own.contains($0.table.parts[0]))
    }
  }

  private var direct: [TableReference] {
    var found = [from].compactMap(\.self) + joins.map(\.table)
    for member in union?.members ?? [] {
      switch member {
      case .named(let name, let place): found.append(TableReference(TableName([name]), at: place))
      case .query(let plan): found += plan.reads
      }
    }
    return found
  }

  /// Every expression of the plan itself.
  package var expressions: [Expression] {
    var all: [Expression] = []
    for case .column(_, let expression) in items { all.append(expression) }
    all += joins.compactMap(\.condition) + filter + groups + having
    return all + order.map(\.expression) + [limit, offset].compactMap(\.self)
  }

  fileprivate var mentionedParameters: [String] {
    var names = common.flatMap(\.parameterNames) + expressions.flatMap(\.parameterNames)
    for case .query(let plan) in union?.members ?? [] { names += plan.parameterNames }
    return names
  }
}
