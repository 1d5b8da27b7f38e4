import Dispatch
package import Foundation

/// What a program that ran to its end, or to its time-out, left behind.
package struct CommandResult: Sendable {
  /// The exit status; the signal's number plus 128 where a signal ended it.
  package let status: Int32
  /// What it wrote to standard output.
  package let output: Data
  /// What it wrote to standard error, as text.
  package let errorText: String

  /// What it wrote to standard output, as text.
  package var text: String { String(decoding: output, as: UTF8.self) }
}

/// Why a program could not be run to its end.
package enum CommandError: Error, Hashable, Sendable {
  case tookTooLong(command: String, seconds: Double)
}

/// How a program is run.
package struct CommandOptions: Sendable {
  /// Variables set beside those of the test's own environment.
  package var environment: [String: String]
  /// The folder it runs in; nil for the test's own.
  package var folder: URL?
  /// What it reads from standard input.
  package var input: Data
  /// Seconds until it is killed.
  package var timeOut: Double

  /// Makes options; each has a default.
  package init(
    environment: [String: String] = [:], folder: URL? = nil, input: Data = Data(),
    timeOut: Double = 60
  ) {
    self.environment = environment
    self.folder = folder
    self.input = input
    self.timeOut = timeOut
  }
}

/// Runs a program, looked up in `PATH` unless its name holds a slash, and waits for its end.
///
/// - Throws: ``CommandError`` where it takes longer than allowed; Foundation's error where it
///   cannot be started.
package func run(
  _ command: String, _ arguments: [String] = [], options: CommandOptions = CommandOptions()
) throws -> CommandResult {
  try withTemporaryFolder { folder in
    // Files, not pipes: a program that writes much never waits for its reader.
    let files = ["input", "output", "errors"].map { folder.appending(path: $0) }
    try options.input.write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }

    let process = Process()
    process.executableURL = URL(filePath: command.contains("/") ? command : "/usr/bin/env")
    process.arguments = (command.contains("/") ? [] : [command]) + arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(options.environment) { _, new in new }
    process.currentDirectoryURL = options.folder
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try finish(process, within: options.timeOut)

    let signalled = process.terminationReason == .uncaughtSignal
    return CommandResult(
      status: process.terminationStatus + (signalled ? 128 : 0),
      output: try Data(contentsOf: files[1]),
      errorText: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}

private func finish(_ process: Process, within seconds: Double) throws {
  let ended = DispatchSemaphore(value: 0)
  process.terminationHandler = { _ in ended.signal() }
  try process.run()
  guard ended.wait(timeout: .now() + seconds) == .timedOut else { return }
  kill(process.processIdentifier, SIGKILL)
  process.waitUntilExit()
  let command = process.arguments?.joined(separator: " ") ?? ""
  throw CommandError.tookTooLong(command: command, seconds: seconds)
}
