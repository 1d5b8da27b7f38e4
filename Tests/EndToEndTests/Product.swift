import Foundation
import TestSupport

/// The built command, run as its users run it: from the project's root, with arguments.
enum Product {
  /// The project's root.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The command that was built beside these tests.
  private static var binary: String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "broadsheet").path
  }

  /// Runs the command to its end.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], timeOut: Double = 120
  ) throws -> CommandResult {
    try TestSupport.run(
      binary, arguments,
      options: CommandOptions(environment: environment, folder: root, timeOut: timeOut))
  }

  /// Starts the command and kills it with no chance to tidy up.
  static func kill(_ arguments: [String], after seconds: Double, environment: [String: String])
    throws
  {
    _ = try signal(arguments, SIGKILL, after: seconds, environment: environment)
  }

  /// Starts the command, sends it a signal if it still runs after so many seconds, and waits for
  /// its end.
  static func signal(
    _ arguments: [String], _ signal: Int32, after seconds: Double, environment: [String: String]
  ) throws -> (status: Int32, errorText: String) {
    let process = Process()
    process.executableURL = URL(filePath: binary)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.currentDirectoryURL = root
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + seconds) == .timedOut {
      Foundation.kill(process.processIdentifier, signal)
      ended.wait()
    }
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return (process.terminationStatus, text)
  }

  /// Runs SQL into a new SQLite file.
  static func makeDatabase(_ sql: String, at path: URL) throws {
    let script = "import sqlite3,sys; sqlite3.connect(sys.argv[1]).executescript(sys.stdin.read())"
    let made = try TestSupport.run(
      "python3", ["-c", script, path.path],
      options: CommandOptions(input: Data(sql.utf8)))
    guard made.status == 0 else { throw DatabaseNotMade(reason: made.errorText) }
  }
}

/// Why a test's database could not be made.
struct DatabaseNotMade: Error {
  let reason: String
}

/// The files below a folder with their bytes, by path.
func files(in folder: URL) throws -> [String: Data] {
  var found: [String: Data] = [:]
  let names = FileManager.default.enumerator(atPath: folder.path)
  while let name = names?.nextObject() as? String {
    let file = folder.appending(path: name)
    let values = try file.resourceValues(forKeys: [.isDirectoryKey])
    if values.isDirectory != true { found[name] = try Data(contentsOf: file) }
  }
  return found
}
