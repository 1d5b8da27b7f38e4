import ArgumentParser
import Dates
import Diagnostics
import Pipeline

/// Options that every command on a spec takes.
struct SpecOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "A parameter of the report: name=value.")
  var parameter: [String] = []

  @Option(help: "The report's day, YYYY-MM-DD; default: SOURCE_DATE_EPOCH, else today in UTC.")
  var date: String?

  @Option(help: "The longest that one query may run, in seconds; default: as long as it takes.")
  var timeout: Double?

  /// The options as the pipeline takes them.
  func options() throws -> RunOptions {
    var options = RunOptions()
    options.parameters = try parameter.map { try given($0, option: "-p") }
    if let date {
      guard let day = CivilDate(date) else {
        throw Stop(.badSpec, [Diagnostic("'--date' must be YYYY-MM-DD, found '\(date)'")])
      }
      options.date = day
    }
    if let timeout {
      guard timeout > 0, timeout <= 1e9 else {
        throw Stop(
          .badSpec,
          [Diagnostic("'--timeout' must be a number of seconds above 0, found \(timeout)")])
      }
      options.limit = .seconds(timeout)
    }
    return options
  }

  /// `name=value` in two.
  func given(_ text: String, option: String) throws -> RunOptions.Given {
    guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
      throw Stop(
        .badSpec, [Diagnostic("'\(option)' must be name=value, found '\(text)'")])
    }
    return .init(name: String(text[..<sign]), text: String(text[text.index(after: sign)...]))
  }
}

/// Runs a stage of the pipeline, its failure becoming the command's end.
func stage<T>(_ work: () async throws(RunFailure) -> T) async throws -> T {
  do throws(RunFailure) {
    return try await work()
  } catch {
    throw Stop(error)
  }
}
