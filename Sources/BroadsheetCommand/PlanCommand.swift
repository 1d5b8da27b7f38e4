import ArgumentParser
import Diagnostics
import Frame
import Pipeline
import SQL

/// `broadsheet plan`: what a run would read and write.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show reports, queries with their SQL and values, outputs.")

  @Argument(help: "A report spec (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var spec: String

  @OptionGroup var common: SpecOptions

  @Option(name: .shortAndLong, help: "The output folder.")
  var out = "output"

  @Option(help: ArgumentHelp(stringLiteral: "Word the SQL for another database: \(names)."))
  var dialect: String?

  private static let names = Databases.dialects.map(\.name).joined(separator: ", ")

  func run() async throws {
    var options = try common.options()
    options.dialect = try dialect.map(asked)
    let run = Run(options: options, in: .live(), version: Version.text)
    let plan = try await stage { () throws(RunFailure) in try ReportReader.read(spec) }
    let report = try await stage { () throws(RunFailure) in try await run.prepare(plan) }
    let (cohorts, leftOut) = try await stage { () throws(RunFailure) in
      try await run.listCohorts(of: report)
    }
    Terminal.tell(report.warnings)
    tell(report, cohorts, leftOut)
  }

  private func asked(_ name: String) throws -> any Dialect {
    if let known = Databases.dialects.first(where: { $0.name == name }) { return known }
    let known = Databases.dialects.map(\.name)
    throw Stop(
      .badSpec,
      [Diagnostic("there is no dialect '\(name)'", hints: hints(forUnknown: name, among: known))])
  }

  private func tell(_ report: PreparedReport, _ cohorts: [Cohort?], _ leftOut: Int) {
    Terminal.write("reports (\(cohorts.count)), of \(report.date):")
    for cohort in cohorts {
      let values = cohort?.values.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
      let name = cohort.map { "\(report.plan.name)/\($0.name)" } ?? report.plan.name
      Terminal.write("  \(out)/\(name)/" + (values.map { "  \($0)" } ?? ""))
    }
    if leftOut > 0 { Terminal.write("  left out for a null: \(leftOut)") }
    Terminal.write("\nqueries:")
    for query in [report.cohorts].compactMap(\.self) + report.queries {
      tell(query, of: report, cohort: cohorts.first ?? nil, runs: cohorts.count)
    }
    if let mail = report.plan.mail {
      let to = mail.to.map(\.text).joined(separator: ", ")
      Terminal.write("\nmail: to \(to.isEmpty ? "nobody" : to)")
    }
  }

  private func tell(_ query: PreparedQuery, of report: PreparedReport, cohort: Cohort?, runs: Int) {
    let often =
      query.dependsOnCohort
      ? "run for each of \(runs) reports; values of the first" : "run once"
    Terminal.write("  \(query.name) (\(often))")
    for line in query.compiled.sql.split(separator: "\n") { Terminal.write("    \(line)") }
    let bound = BoundParameters(report: report, cohort: cohort)
    for (number, value) in query.compiled.bindings.enumerated() {
      let shown = bound.shown(value)
      let mark = query.dialect.placeholders.mark(number + 1)
      Terminal.write("    \(mark) = \(shown.isNull ? "null" : "\(shown)")")
    }
  }
}
