import ArgumentParser
import Pipeline

/// The command `broadsheet`.
@main
struct Broadsheet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broadsheet",
    abstract: "Prints data as a newspaper is printed: a spec goes in, finished pages come out.",
    version: Version.text,
    subcommands: [
      RunCommand.self, CheckCommand.self, PlanCommand.self, QueryCommand.self,
      TablesCommand.self, SchemaCommand.self, DemoCommand.self,
    ])

  /// Reads the arguments and runs the command; wrong arguments end with the exit code of a wrong
  /// spec.
  static func main() async {
    let work = Task { await runToItsEnd() }
    let interruption = Interruption { work.cancel() }
    await work.value
    withExtendedLifetime(interruption) {}
  }

  private static func runToItsEnd() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let stop as Stop {
      Terminal.end(stop)
    } catch {
      let isHelp = exitCode(for: error) == .success
      Terminal.write((isHelp ? "" : "broadsheet: ") + fullMessage(for: error), toErrors: !isHelp)
      Terminal.exit(isHelp ? .made : .badSpec)
    }
  }
}

/// The version that manifests and `--version` tell.
enum Version {
  static let text = "0.1.0"
}
