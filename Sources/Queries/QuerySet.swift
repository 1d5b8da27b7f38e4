package import Diagnostics
package import Expressions
import SQL
package import Spec

/// All queries of a spec, in the order of the file.
package struct QuerySet: Hashable, Sendable {
  package let plans: [QueryPlan]

  package init(_ plans: [QueryPlan]) { self.plans = plans }

  /// Reads the entries of `queries:`, noting every error.
  package init(reading entries: [SpecNode.Entry], problems: Problems) {
    let reader = QueryReader(problems)
    plans = entries.compactMap(reader.read)
  }

  /// Every table that is named and is no query, by its source, with the place of its first naming.
  ///
  /// Only these need to be reflected.
  package var tables: [(key: TableKey, place: SourcePlace)] {
    var found: [(key: TableKey, place: SourcePlace)] = []
    for plan in plans {
      for read in plan.reads where query(read, from: plan) == nil {
        let key = TableKey(source: plan.source, table: read.table)
        if !found.contains(where: { $0.key == key }) { found.append((key, read.place)) }
      }
    }
    return found
  }

  /// The queries that a query reads, directly or through others, in the order of the file.
  package func queries(readBy name: String) -> [String] {
    var reached: Set<String> = []
    var waiting = [name]
    while let next = waiting.popLast() {
      for inner in plan(next).map(directReads) ?? [] where reached.insert(inner).inserted {
        waiting.append(inner)
      }
    }
    return plans.map(\.name).filter(reached.contains)
  }

  /// Every parameter that a query mentions, also through the queries it reads from.
  package func parameterNames(of name: String) -> [String] {
    var found: [String] = []
    for plan in ([name] + queries(readBy: name)).compactMap(plan) {
      for parameter in plan.parameterNames where !found.contains(parameter) {
        found.append(parameter)
      }
    }
    return found
  }

  /// Whether a query mentions a `:cohort.` parameter, itself or through others.
  package func dependsOnCohort(_ name: String) -> Bool {
    parameterNames(of: name).contains { $0.hasPrefix("cohort.") }
  }

  func plan(_ name: String) -> QueryPlan? { plans.first { $0.name == name } }

  /// The query that a reference means: one of its name, unless it is the reading query itself.
  ///
  /// A query may have the name of the table that it reads.
  private func query(_ read: TableReference, from plan: QueryPlan) -> String? {
    guard read.table.parts.count == 1, let name = read.table.parts.first, name != plan.name,
      self.plan(name) != nil
    else { return nil }
    return name
  }

  private func directReads(_ plan: QueryPlan) -> [String] {
    plan.reads.compactMap { query($0, from: plan) }
  }
}

extension QuerySet {
  /// Checks all queries against the reflected tables, noting every error.
  ///
  /// - Returns: The queries that are right, in the order of the file.
  package func check(
    against catalog: Catalog, parameters: [String: ValueType], problems: Problems
  ) -> [CheckedQuery] {
    var checked: [String: CheckedQuery] = [:]
    for plan in ordered(problems) {
      let inner = queries(readBy: plan.name)
      // A query that reads a wrong one is not blamed for it.
      guard inner.allSatisfy({ checked[$0] != nil }) else { continue }
      let checker = QueryChecker(
        catalog: catalog, queries: checked.filter { $0.key != plan.name }, parameters: parameters,
        source: plan.source, problems: problems)
      guard let statement = checker.statement(of: plan) else { continue }
      checked[plan.name] = CheckedQuery(
        name: plan.name, at: plan.place, source: plan.source, statement: statement,
        parameters: parameterNames(of: plan.name))
    }
    return plans.compactMap { checked[$0.name] }
  }

  /// The queries with each after those it reads; cycles are noted and left out.
  func ordered(_ problems: Problems) -> [QueryPlan] {
    var done: [QueryPlan] = []
    var waiting = plans
    while !waiting.isEmpty {
      let names = Set(waiting.map(\.name))
      let ready = waiting.filter { plan in names.isDisjoint(with: directReads(plan)) }
      guard !ready.isEmpty else { break }
      done += ready
      waiting.removeAll { plan in ready.contains { $0.name == plan.name } }
    }
    for plan in waiting where queries(readBy: plan.name).contains(plan.name) {
      let round = queries(readBy: plan.name).joined(separator: ", ")
      problems.error(
        "query '\(plan.name)' reads itself through others", at: plan.place,
        hints: ["in the round: \(round)"])
    }
    return done
  }
}
