import Database
package import Dates
package import Diagnostics
import Expressions
package import Frame
import Queries
package import SQL

/// A query that is checked and worded for its database.
package struct PreparedQuery: Sendable {
  package let name: String
  package let place: SourcePlace
  package let source: String?
  /// Who words it.
  package let dialect: any Dialect
  package let compiled: CompiledQuery
  /// Whether it is run anew for each cohort.
  package let dependsOnCohort: Bool
  /// Whether the report reads its rows, and not only another query.
  package let isPrinted: Bool
}

/// A plan held against the databases it names: everything is known but the rows.
package struct PreparedReport: Sendable {
  package let plan: ReportPlan
  /// Parameters by full name, with `report_date`, `today` and `now`.
  package let parameters: [String: Value]
  /// The day that the report is of.
  package let date: CivilDate
  package let queries: [PreparedQuery]
  package let cohorts: PreparedQuery?
  let sources: SourceTable
  /// Warnings found on the way.
  package let warnings: [Diagnostic]

  /// The values of secret parameters as texts, which no message may show.
  var secrets: [String] {
    plan.parameters.filter(\.isSecret).compactMap { parameters[$0.name]?.description }
  }
}

/// Holds a plan against its databases: reflects the named tables, checks every name and type, words
/// the SQL.
struct Preparation {
  let plan: ReportPlan
  let options: RunOptions
  let world: Surroundings

  /// The prepared report; a plan that does not fit fails with all its errors at once.
  func prepare() async throws(RunFailure) -> PreparedReport {
    let problems = Problems()
    for fault in plan.faults + plan.theme.missingFamilies(measuring: world.measuring) {
      problems.add(fault)
    }
    let date = options.date ?? world.today()
    let parameters = resolve(date, problems)
    let known = problems.all.count
    let sources = SourceTable(plan, world: world, problems: problems)
    if problems.all.count > known { throw RunFailure(problems) }
    let connections = Connections(sources, options: options, world: world, view: .latest)
    let catalog: Catalog
    do throws(RunFailure) {
      catalog = try await reflect(on: connections)
    } catch {
      guard problems.hasErrors else { throw error }
      throw RunFailure(.badSpec, problems.sorted + error.diagnostics)
    }
    let checked = try await check(against: catalog, parameters, problems, on: connections)
    if problems.hasErrors { throw RunFailure(problems) }
    return PreparedReport(
      plan: plan, parameters: parameters, date: date, queries: checked.queries,
      cohorts: checked.cohorts, sources: sources, warnings: problems.sorted)
  }

  // MARK: Parameters

  private func resolve(_ date: CivilDate, _ problems: Problems) -> [String: Value] {
    var values: [String: Value] = [:]
    for parameter in plan.parameters {
      if let value = parameter.standard { values[parameter.name] = value }
    }
    for given in options.parameters {
      guard let parameter = plan.parameters.first(where: { $0.name == given.name }) else {
        problems.error(
          "the report has no parameter '\(given.name)'", at: nil,
          hints: hints(forUnknown: given.name, among: plan.parameters.map(\.name)))
        continue
      }
      set(parameter, to: given.text, in: &values, problems)
    }
    for parameter in plan.parameters where values[parameter.name] == nil {
      problems.error(
        "parameter '\(parameter.name)' has no value", at: parameter.place,
        hints: ["give one: '-p \(parameter.name)=…', or a 'default'"])
    }
    values["report_date"] = .date(date)
    values["today"] = .date(date)
    values["now"] = .timestamp(Timestamp(date))
    return values
  }

  private func set(
    _ parameter: ParameterPlan, to text: String, in values: inout [String: Value],
    _ problems: Problems
  ) {
    let shown = parameter.isSecret ? "a secret" : "'\(text)'"
    guard let value = ParameterPlan.value(of: text, as: parameter.type) else {
      values[parameter.name] = .null
      problems.error(
        "parameter '\(parameter.name)' is of type \(parameter.type), found \(shown)", at: nil)
      return
    }
    values[parameter.name] = value
    if let fault = parameter.fault(of: value) {
      problems.error("parameter '\(parameter.name)' \(fault)", at: nil)
    }
  }

  private var parameterTypes: [String: ValueType] {
    var types: [String: ValueType] = ["report_date": .date, "today": .date, "now": .timestamp]
    for parameter in plan.parameters { types[parameter.name] = parameter.type }
    return types
  }

  // MARK: Tables

  private func reflect(on connections: Connections) async throws(RunFailure) -> Catalog {
    var wanted = plan.queries.tables
    if let cohorts = plan.cohorts { wanted += QuerySet([cohorts.query]).tables }
    var catalog = Catalog(tables: [:])
    for (key, place) in wanted where catalog.tables[key] == nil {
      let connection = try await connections.connection(for: key.source)
      do throws(DatabaseError) {
        catalog.tables[key] = try await connection.reflect(key.table)
        if catalog.tables[key] == nil, catalog.names[key.source] == nil {
          catalog.names[key.source] = try await connection.tables()
        }
      } catch {
        throw RunFailure(error, at: place)
      }
    }
    return catalog
  }

  // MARK: Names and types

  private func check(
    against catalog: Catalog, _ values: [String: Value], _ problems: Problems,
    on connections: Connections
  ) async throws(RunFailure) -> (queries: [PreparedQuery], cohorts: PreparedQuery?) {
    var types = parameterTypes
    var cohorts: PreparedQuery?
    if let plan = plan.cohorts {
      let checked = QuerySet([plan.query]).check(
        against: catalog, parameters: types, problems: problems)
      for column in checked.first?.columns ?? [] { types["cohort.\(column.name)"] = column.type }
      if checked.isEmpty { for name in plan.columns { types["cohort.\(name)"] = .null } }
      cohorts = try await word(checked, in: nil, problems, on: connections).first
    }
    let checked = plan.queries.check(against: catalog, parameters: types, problems: problems)
    let queries = try await word(checked, in: options.dialect, problems, on: connections)
    LocalCheck(plan: plan, checked: checked, parameters: types, problems: problems).run()
    return (queries, cohorts)
  }

  /// Words queries for their databases, or for another where it is only to be read; the list of
  /// cohorts is always asked for, even by a plan.
  private func word(
    _ checked: [CheckedQuery], in other: (any Dialect)?, _ problems: Problems,
    on connections: Connections
  ) async throws(RunFailure) -> [PreparedQuery] {
    var prepared: [PreparedQuery] = []
    let printed = PlanMentions(plan).printedQueries
    for query in checked {
      let own = try await connections.connection(for: query.source).dialect
      let dialect = other ?? own
      guard let compiled = query.compiled(for: dialect, problems: problems) else { continue }
      if case .raw = query.statement, other == nil {
        try await hold(query, compiled, problems, on: connections)
      }
      prepared.append(
        PreparedQuery(
          name: query.name, place: query.place, source: query.source, dialect: dialect,
          compiled: compiled,
          dependsOnCohort: query.dependsOnCohort, isPrinted: printed.contains(query.name)))
    }
    return prepared
  }

  /// Holds a person's own SQL against its database, since nobody else can tell whether it is right.
  private func hold(
    _ query: CheckedQuery, _ compiled: CompiledQuery, _ problems: Problems,
    on connections: Connections
  ) async throws(RunFailure) {
    let connection = try await connections.connection(for: query.source)
    do throws(DatabaseError) {
      try await connection.check(compiled)
    } catch {
      guard case .queryFailed(_, let reason) = error else {
        throw RunFailure(error, at: query.place, query: query.name)
      }
      problems.error("query '\(query.name)': \(reason)", at: query.place)
    }
  }
}
