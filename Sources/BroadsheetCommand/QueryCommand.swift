import ArgumentParser
import Diagnostics
import Frame
import JSON
import Pipeline

/// `broadsheet query`: one query's rows.
struct QueryCommand: AsyncParsableCommand {
  /// The words for output formats.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json
  }

  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Print the rows of one query of a spec.")

  @Argument(help: "A report spec (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var spec: String

  @Argument(help: "The query's name.")
  var name: String

  @OptionGroup var common: SpecOptions

  @Option(help: "For a query that reads the cohort: name=value.")
  var cohort: [String] = []

  @Option(help: "table, csv or json.")
  var format: Format = .table

  func run() async throws {
    var options = try common.options()
    options.cohort = try cohort.map { try common.given($0, option: "--cohort") }
    let run = Run(options: options, in: .live(), version: Version.text)
    let frame = try await stage { () throws(RunFailure) in try await run.rows(of: name, in: spec) }
    switch format {
    case .table: Terminal.write(TextTable(frame).text)
    case .csv: Terminal.write(String(frame.csv.dropLast(1)))
    case .json: Terminal.write(JSONValue(frame).text())
    }
  }
}

extension JSONValue {
  /// A frame as an array of objects, one a row.
  fileprivate init(_ frame: DataFrame) {
    self = .array(
      (0..<frame.rowCount).map { row in
        .object(zip(frame.names, frame.columns).map { ($0, JSONValue($1[row])) })
      })
  }
}
