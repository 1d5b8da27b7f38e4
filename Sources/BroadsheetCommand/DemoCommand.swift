import ArgumentParser
import Delivery
import Demo
import Diagnostics
import Pipeline

/// `broadsheet demo`: writes the demo data and prints the demo report.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Write smartwatch demo data and print the demo report.")

  @Option(help: "How many users.")
  var users = 5_000

  @Option(help: "How many device readings.")
  var readings = 200_000

  @Option(help: "The data are the same for the same seed.")
  var seed: UInt64 = 7

  @Option(name: .shortAndLong, help: "The output folder.")
  var out = "output"

  @Option(help: "The demo report's spec.")
  var spec = "examples/cohort-risk.yaml"

  @Flag(help: "Write the data only.")
  var dataOnly = false

  func run() async throws {
    guard (0...10_000_000).contains(users), (0...1_000_000_000).contains(readings) else {
      throw Stop(.badSpec, [Diagnostic("'--users' is at most 10000000, '--readings' 1000000000")])
    }
    let database = "\(out)/demo.db"
    do {
      try Files.makeFolder(out)
      try DemoData(users: users, readings: readings, seed: seed).write(to: database)
    } catch {
      let message = (error as? DeliveryError)?.message ?? "\(error)"
      throw Stop(.cannotWrite, [Diagnostic("cannot write the demo data: \(message)")])
    }
    Terminal.write("\(database)  \(users) users, \(readings) readings")
    guard !dataOnly else { return }
    try await printReport(of: database)
  }

  private func printReport(of database: String) async throws {
    var options = RunOptions()
    options.out = out
    options.jobs = Processors.count
    options.date = DemoData.lastDay
    var world = Surroundings.live()
    let environment = world.environment
    world.environment = { $0 == "DATABASE_URL" ? "sqlite:///\(database)" : environment($0) }
    let run = Run(options: options, in: world, version: Version.text)
    let receipt = try await stage { () throws(RunFailure) in try await run.make(spec) }
    RunSummary(receipts: [receipt], out: out).tellAndEnd()
  }
}
