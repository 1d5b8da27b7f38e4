import Dates
import Delivery
import Diagnostics
import Evaluation
import Expressions
import Formatting
import Frame
import Queries

/// Lists the cohorts of a report: those asked for, each with a folder name of its own.
struct CohortListing {
  let report: PreparedReport
  let options: RunOptions
  let world: Surroundings

  /// The cohorts in the order of their values, with how many rows had an absent value and make no
  /// cohort.
  func list(
    on connections: Connections
  ) async throws(RunFailure) -> (cohorts: [Cohort], leftOut: Int) {
    guard let plan = report.plan.cohorts, let query = report.cohorts else {
      guard options.cohort.isEmpty else {
        throw RunFailure(
          .badSpec,
          [Diagnostic("'--cohort' was given, but '\(report.plan.file)' has no 'cohorts'")])
      }
      return ([], 0)
    }
    try checkNames(plan)
    let frame = try await Fetching(report: report, world: world)
      .fetch(query, parameters: report.parameters, on: connections).frame
    var cohorts: [Cohort] = []
    var leftOut = 0
    for row in 0..<frame.rowCount {
      let values = zip(frame.names, frame.columns).map { (name: $0, value: $1[row]) }
      guard !values.contains(where: { $0.value.isNull }) else {
        leftOut += 1
        continue
      }
      guard isAskedFor(values) else { continue }
      cohorts.append(Cohort(values: values, name: try folderName(values, plan)))
    }
    try checkCollisions(cohorts, plan)
    if cohorts.isEmpty, !options.cohort.isEmpty { throw nothingFound(frame) }
    return (cohorts, leftOut)
  }

  private func checkNames(_ plan: CohortPlan) throws(RunFailure) {
    for asked in options.cohort where !plan.columns.contains(asked.name) {
      throw RunFailure(
        .badSpec,
        [
          Diagnostic(
            "cohorts have no column '\(asked.name)'",
            hints: hints(forUnknown: asked.name, among: plan.columns))
        ])
    }
  }

  private func isAskedFor(_ values: [(name: String, value: Value)]) -> Bool {
    options.cohort.allSatisfy { asked in
      values.contains { $0.name == asked.name && $0.value.description == asked.text }
    }
  }

  private func folderName(_ values: [(name: String, value: Value)], _ plan: CohortPlan)
    throws(RunFailure) -> String
  {
    var parameters = report.parameters
    for (name, value) in values {
      parameters[name] = value
      parameters["cohort.\(name)"] = value
    }
    let data = ReportData(frames: [:], parameters: parameters, now: .init(report.date))
    do throws(Diagnostic) {
      let name = try plan.name.text(with: Evaluator(data), formatter: ValueFormatter())
      return FolderName.encoded(name)
    } catch {
      throw RunFailure(.badSpec, [error])
    }
  }

  private func checkCollisions(_ cohorts: [Cohort], _ plan: CohortPlan) throws(RunFailure) {
    var seen: [String: Cohort] = [:]
    for cohort in cohorts {
      // Some file systems do not tell letter case apart.
      let key = cohort.name.lowercased()
      if let other = seen[key] {
        let a = other.values.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
        let b = cohort.values.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
        throw RunFailure(
          .badSpec,
          [
            Diagnostic(
              "two cohorts would be written to '\(cohort.name)': \(a) and \(b)",
              at: plan.query.place, hints: ["make 'name' tell them apart"])
          ])
      }
      seen[key] = cohort
    }
  }

  private func nothingFound(_ frame: DataFrame) -> RunFailure {
    let asked = options.cohort.map { "\($0.name)=\($0.text)" }.joined(separator: ", ")
    let known = options.cohort.flatMap { asked in
      frame[asked.name]?.distinctValues.map { "\(asked.name)=\($0)" } ?? []
    }
    return RunFailure(
      .badSpec,
      [
        Diagnostic(
          "there is no cohort with \(asked)", hints: hints(forUnknown: asked, among: known))
      ])
  }
}
