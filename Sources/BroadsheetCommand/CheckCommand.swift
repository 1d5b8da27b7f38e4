import ArgumentParser
import Pipeline

/// `broadsheet check`: everything that can be known without running.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check specs against the tables they name, without running.")

  @Argument(help: "Report specs (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var specs: [String]

  @OptionGroup var common: SpecOptions

  @Flag(help: "Leave the database alone: check the spec only.")
  var offline = false

  func run() async throws {
    let run = Run(options: try common.options(), in: .live(), version: Version.text)
    var stop: Stop?
    for spec in specs {
      do throws(RunFailure) {
        let plan = try ReportReader.read(spec)
        if offline {
          if !plan.faults.isEmpty { throw RunFailure(.badSpec, plan.faults) }
        } else {
          Terminal.tell(try await run.prepare(plan).warnings)
        }
        Terminal.write("\(spec): no errors")
      } catch {
        Terminal.tell(error.diagnostics)
        stop = stop ?? Stop(error.status)
      }
    }
    if let stop { throw stop }
  }
}
