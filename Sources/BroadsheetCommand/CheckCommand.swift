import ArgumentParser
import Diagnostics
import Pipeline

/// `broadsheet check`: everything that can be known without making a report.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Check specs against the tables they name; with --strict, check the finished charts too.")

  @Argument(help: "Report specs (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var specs: [String]

  @OptionGroup var common: SpecOptions

  @Flag(help: "Leave the database alone: check the spec only.")
  var offline = false

  @Flag(help: "Fetch the data, draw every chart, and hold the drawings against the fitness gate.")
  var strict = false

  @Option(help: "With --strict: only cohorts with this value: name=value; default: all.")
  var cohort: [String] = []

  func run() async throws {
    let run = Run(options: try options(), in: .live(), version: Version.text)
    var stop: Stop?
    for spec in specs {
      do throws(RunFailure) {
        Terminal.write("\(spec): \(try await check(spec, with: run))")
      } catch {
        Terminal.tell(error.diagnostics)
        stop = stop ?? Stop(error.status)
      }
    }
    if let stop { throw stop }
  }

  private func options() throws -> RunOptions {
    if strict, offline {
      throw Stop(
        .badSpec,
        [
          Diagnostic(
            "'--strict' draws the charts and needs their rows, '--offline' leaves the database alone",
            hints: ["give one of them"])
        ])
    }
    var options = try common.options()
    options.cohort = try cohort.map { try common.given($0, option: "--cohort") }
    options.jobs = strict ? Processors.count : 1
    return options
  }

  /// Checks one spec: what there is to say about a good one.
  private func check(_ spec: String, with run: Run) async throws(RunFailure) -> String {
    let plan = try ReportReader.read(spec)
    if offline {
      if plan.faults.contains(where: { $0.severity == .error }) {
        throw RunFailure(.badSpec, plan.faults)
      }
      Terminal.tell(plan.faults)
      return "no errors"
    }
    guard strict else {
      Terminal.tell(try await run.prepare(plan).warnings)
      return "no errors"
    }
    let inspection = try await run.inspect(plan)
    Terminal.tell(inspection.warnings)
    guard inspection.findings.isEmpty else {
      throw RunFailure(.checkFailed, inspection.findings)
    }
    let drawings = counted(inspection.drawings, "drawing")
    let pages = counted(inspection.pages, "page")
    let reports = counted(inspection.reports, "report")
    return "no errors; \(drawings) and \(pages) of \(reports) checked, no findings"
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
