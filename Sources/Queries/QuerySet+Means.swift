import Diagnostics
import Expressions
import SQL

extension QuerySet {
  /// The columns of each query whose values do not add up, such as means, by the query's name; of
  /// raw SQL nothing is known.
  package var means: [String: Set<String>] {
    var known: [String: Set<String>] = [:]
    for plan in ordered(Problems()) { known[plan.name] = plan.means(among: known) }
    return known
  }
}

extension QueryPlan {
  /// The names of the columns that do not add up, given those of the queries that are read.
  fileprivate func means(among known: [String: Set<String>]) -> Set<String> {
    guard case .select(let select) = body else { return [] }
    // A query may have the name of the table that it reads.
    var known = known
    known[name] = nil
    for plan in select.common { known[plan.name] = plan.means(among: known) }
    return select.means(among: known)
  }
}

extension SelectPlan {
  fileprivate func means(among known: [String: Set<String>]) -> Set<String> {
    let read = ([from].compactMap(\.self) + joins.map(\.table)).map { reference in
      (alias: reference.alias, columns: reference.table.query.flatMap { known[$0] } ?? [])
    }
    let all = read.reduce(into: Set<String>()) { $0.formUnion($1.columns) }
    let place = from?.place
    let listed = items.isEmpty ? place.map { [.all(table: nil, $0)] } ?? [] : items
    let own = listed.flatMap { item -> [String] in
      switch item {
      case .all(let table, _):
        Array(read.first { $0.alias == table }?.columns ?? (table == nil ? all : []))
      case .column(let name, let expression): expression.addsUp(without: all) ? [] : [name]
      }
    }
    let joined = (union?.members ?? []).flatMap { member -> Set<String> in
      switch member {
      case .named(let name, _): known[name] ?? []
      case .query(let plan): plan.means(among: known)
      }
    }
    return Set(own).union(joined)
  }
}

extension TableName {
  /// The query of the spec that the name may mean.
  fileprivate var query: String? { parts.count == 1 ? parts[0] : nil }
}
