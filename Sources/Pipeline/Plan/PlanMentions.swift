import Diagnostics
import Evaluation
import Expressions
import Pages
import Queries
import Spec

/// What a plan's parts mention, so that what nobody uses is told.
struct PlanMentions {
  let plan: ReportPlan
  private let expressions: [Expression]

  init(_ plan: ReportPlan) {
    self.plan = plan
    var expressions = plan.blocks.flatMap { $0.expressions.map(\.expression) }
    expressions += plan.words.flatMap(\.expressions)
    expressions += plan.checks.map(\.condition)
    expressions +=
      plan.mail.map { ($0.subject?.expressions ?? []) + [$0.when].compactMap(\.self) } ?? []
    self.expressions = expressions
  }

  /// Notes each query and parameter that nothing reads.
  func noteUnused(in fields: FieldReader, problems: Problems) {
    let used = usedQueries
    for query in plan.queries.plans where !used.contains(query.name) {
      problems.error(
        "query '\(query.name)' is not used", at: query.place,
        hints: ["name it in a block, for instance 'data: \(query.name)', or remove it"])
    }
    let parameters = usedParameters
    for parameter in plan.parameters where !parameters.contains(parameter.name) {
      problems.error(
        "parameter '\(parameter.name)' is not used", at: parameter.place,
        hints: ["use it as ':\(parameter.name)', or remove it"])
    }
  }

  /// The queries whose rows the report itself reads; others serve only as their sources.
  var printedQueries: Set<String> {
    let names = Set(plan.queries.plans.map(\.name))
    let inExpressions = expressions.flatMap(\.names).compactMap(\.first).filter(names.contains)
    return Set(plan.blocks.flatMap { $0.queries.map(\.name) } + inExpressions)
  }

  private var usedQueries: Set<String> {
    let printed = printedQueries
    return printed.union(printed.flatMap { plan.queries.queries(readBy: $0) })
  }

  private var usedParameters: Set<String> {
    let inQueries =
      plan.queries.plans.flatMap(\.parameterNames) + (plan.cohorts?.query.parameterNames ?? [])
    let local = expressions.flatMap {
      $0.parameterNames + $0.names.map { $0.joined(separator: ".") }
    }
    return Set(inQueries + local)
  }
}
