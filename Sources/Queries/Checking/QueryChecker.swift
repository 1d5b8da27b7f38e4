import Diagnostics
import Expressions
import SQL

/// Resolves one query against tables and the queries that were checked before it.
struct QueryChecker {
  let catalog: Catalog
  /// Checked queries that may be read, by name; a common table expression is among them.
  var queries: [String: CheckedQuery]
  let parameters: [String: ValueType]
  let source: String?
  let problems: Problems
  /// The names in ``queries`` that are common table expressions of the statement at hand.
  var common: Set<String> = []

  init(
    catalog: Catalog, queries: [String: CheckedQuery], parameters: [String: ValueType],
    source: String?, problems: Problems
  ) {
    self.catalog = catalog
    self.queries = queries
    self.parameters = parameters
    self.source = source
    self.problems = problems
  }

  /// The statement of a plan; nil where an error was noted.
  func statement(of plan: QueryPlan) -> Statement? {
    switch plan.body {
    case .raw(let text, let parts): return raw(text, parts)
    case .select(let select): return statement(of: select, in: plan)
    }
  }

  private func raw(_ text: SourceText, _ parts: [RawStatement.Part]) -> Statement? {
    var isRight = true
    for case .parameter(let name, let range) in parts where parameters[name] == nil {
      isRight = false
      problems.error(
        "there is no parameter ':\(name)'", at: text.place(of: range),
        hints: hints(forUnknown: name, among: parameters.keys.sorted()))
    }
    return isRight ? .raw(RawStatement(parts: parts, types: parameters)) : nil
  }

  private func statement(of select: SelectPlan, in plan: QueryPlan) -> Statement? {
    var inner = self
    var tables: [CommonTable] = []
    for query in select.common {
      guard let statement = inner.statement(of: query) else { return nil }
      inner.queries[query.name] = CheckedQuery(
        name: query.name, at: query.place, source: source, statement: statement,
        parameters: query.parameterNames)
      inner.common.insert(query.name)
      tables.append(CommonTable(name: query.name, statement: statement))
    }
    let body = select.union.map { inner.union($0, select, plan) } ?? inner.select(select, plan)
    guard let body else { return nil }
    return tables.isEmpty ? body : .with(tables, body)
  }

  private func select(_ plan: SelectPlan, _ query: QueryPlan) -> Statement? {
    SelectChecker(self, plan, at: query.place)?.check().map { .select($0) }
  }
}

// MARK: Tables

extension QueryChecker {
  /// A table or query with the columns that it has.
  struct Readable {
    let source: TableSource
    let alias: String
    let columns: [ScopeColumn]
  }

  /// Finds what a reference means; nil where an error was noted.
  func readable(_ reference: TableReference) -> Readable? {
    if reference.table.parts.count == 1, let query = queries[reference.table.parts[0]] {
      return readable(query, reference)
    }
    let key = TableKey(source: source, table: reference.table)
    guard let record = catalog.tables[key] else {
      let known = (catalog.names[source] ?? []).map(\.description) + queries.keys.sorted()
      problems.error(
        "there is no table '\(reference.table)'", at: reference.place,
        hints: hints(forUnknown: reference.table.description, among: known))
      return nil
    }
    let columns = record.columns.map {
      ScopeColumn(name: $0.name, type: $0.type, isNullable: $0.isNullable, scale: $0.scale)
    }
    return Readable(
      source: .table(reference.table, alias: reference.alias), alias: reference.alias,
      columns: columns)
  }

  private func readable(_ query: CheckedQuery, _ reference: TableReference) -> Readable? {
    let alias = reference.alias
    guard query.source == source else {
      problems.error(
        "query '\(query.name)' reads another source", at: reference.place,
        hints: ["a query reads one source: \(query.source ?? source ?? "")"])
      return nil
    }
    guard !query.columns.isEmpty else {
      problems.error(
        "query '\(query.name)' is written in SQL, so that its columns are not known",
        at: reference.place, hints: ["write it with 'select', or read from its tables"])
      return nil
    }
    let source: TableSource =
      common.contains(query.name)
      ? .common(query.name, alias: alias) : .query(query.statement, alias: alias)
    return Readable(source: source, alias: alias, columns: query.columns)
  }
}
