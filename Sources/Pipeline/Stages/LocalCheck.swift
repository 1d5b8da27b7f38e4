import Diagnostics
import Evaluation
import Expressions
import Pages
import Queries

/// Checks the report's own expressions against the columns its queries will yield.
struct LocalCheck {
  let plan: ReportPlan
  let checked: [CheckedQuery]
  let parameters: [String: ValueType]
  let problems: Problems

  func run() {
    for block in plan.blocks {
      for query in block.queries { checkName(query.name, at: query.place) }
      for (expression, over) in block.expressions { _ = check(expression, over: over) }
      block.checkTypes(known, problems)
    }
    var own = plan.words.flatMap(\.expressions)
    own += plan.checks.map(\.condition)
    if let mail = plan.mail {
      own += (mail.subject?.expressions ?? []) + [mail.when].compactMap(\.self)
    }
    for expression in own { _ = check(expression, over: nil) }
    if let cohorts = plan.cohorts { checkFolderName(cohorts) }
  }

  private func checkName(_ name: String, at place: SourcePlace) {
    let names = plan.queries.plans.map(\.name)
    guard !names.contains(name) else { return }
    problems.error(
      "there is no query '\(name)'", at: place, hints: hints(forUnknown: name, among: names))
  }

  /// What is known of the types; errors of the expressions themselves are told by ``run()``.
  private var known: KnownTypes {
    let silent = LocalCheck(
      plan: plan, checked: checked, parameters: parameters, problems: Problems())
    return KnownTypes { silent.check($0, over: $1)?.type }
  }

  private func check(_ expression: Expression, over query: String?) -> CheckedExpression? {
    // A query with an error of its own, or one in raw SQL, has columns that nobody knows yet.
    let known = Set(checked.filter { !$0.columns.isEmpty }.map(\.name))
    let names = Set(plan.queries.plans.map(\.name))
    let mentioned = expression.names.compactMap(\.first).filter(names.contains)
    let needed = mentioned + (query.map { [$0] } ?? [])
    guard needed.allSatisfy(known.contains) else { return nil }
    return expression.check(in: scope(over: query), problems: problems)
  }

  private func scope(over query: String?) -> Scope {
    let own = checked.first { $0.name == query }.map {
      [(alias: String?.none, columns: $0.columns)]
    }
    var names = parameters
    names["title"] = .text
    return Scope(
      tables: own ?? [], queries: checked.map { ($0.name, $0.columns) }, parameters: names,
      isLocal: true)
  }

  /// A cohort's folder is named by the cohort's own columns.
  private func checkFolderName(_ cohorts: CohortPlan) {
    var names = parameters
    for column in cohorts.columns { names[column] = parameters["cohort.\(column)"] ?? .null }
    for expression in cohorts.name.expressions {
      _ = expression.check(in: Scope(parameters: names, isLocal: true), problems: problems)
    }
  }
}
