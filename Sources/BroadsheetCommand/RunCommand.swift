import ArgumentParser
import Diagnostics
import Pipeline

/// `broadsheet run`: makes the reports.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Make the reports of specs.")

  @Argument(help: "Report specs (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var specs: [String]

  @OptionGroup var common: SpecOptions

  @Option(help: "Only cohorts with this value: name=value.")
  var cohort: [String] = []

  @Option(name: .shortAndLong, help: "The output folder.")
  var out = "output"

  @Option(help: "Files to write: html,pdf,eml,json,csv,png; default: all but csv.")
  var format: String?

  @Option(help: "How many reports or queries are worked on at a time; default: one a core.")
  var jobs: Int?

  @Flag(help: "Do everything but write.")
  var dryRun = false

  @Flag(help: "Send nothing (this edition only writes the mail).")
  var noSend = false

  func run() async throws {
    let options = try runOptions()
    let run = Run(options: options, in: .live(), version: Version.text)
    var receipts: [RunReceipt] = []
    for spec in specs {
      receipts.append(try await stage { () throws(RunFailure) in try await run.make(spec) })
    }
    RunSummary(receipts: receipts, out: out).tellAndEnd()
  }

  private func runOptions() throws -> RunOptions {
    var options = try common.options()
    options.cohort = try cohort.map { try common.given($0, option: "--cohort") }
    options.out = out
    options.isDryRun = dryRun
    options.jobs = jobs ?? Processors.count
    guard (1...256).contains(options.jobs) else {
      throw Stop(.badSpec, [Diagnostic("'--jobs' must be from 1 to 256, found \(options.jobs)")])
    }
    if let format { options.formats = try formats(format) }
    return options
  }

  private func formats(_ text: String) throws -> [OutputFormat] {
    try text.split(separator: ",").map { word in
      if let format = OutputFormat(rawValue: String(word)) { return format }
      let known = OutputFormat.allCases.map(\.rawValue)
      throw Stop(
        .badSpec,
        [
          Diagnostic(
            "'--format' knows no '\(word)'", hints: hints(forUnknown: String(word), among: known))
        ])
    }
  }
}
