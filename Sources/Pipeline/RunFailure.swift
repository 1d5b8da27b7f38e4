package import Diagnostics
import Database

/// How a command ended, by the stage that ended it.
///
/// The raw values are exit codes.
package enum ExitStatus: Int32, Hashable, Sendable {
  case made = 0
  /// A check of the report did not hold.
  case checkFailed = 1
  /// The spec or the arguments are wrong.
  case badSpec = 2
  case cannotConnect = 3
  case queryFailed = 4
  /// A page, chart or file could not be drawn or written.
  case cannotWrite = 5
  case cannotDeliver = 6
  /// Some cohorts' reports failed, the others are published.
  case partlyFailed = 8
  case interrupted = 130
}

/// Why a stage broke off: its exit status, and what a person reads.
package struct RunFailure: Error, Sendable {
  package let status: ExitStatus
  package let diagnostics: [Diagnostic]

  package init(_ status: ExitStatus, _ diagnostics: [Diagnostic]) {
    self.status = status
    self.diagnostics = diagnostics
  }

  /// A wrong spec, with all its errors in the order of the file.
  init(_ problems: Problems) { self.init(.badSpec, problems.sorted) }

  /// A database that did not answer, told at the place that names it or its query.
  ///
  /// A server may repeat the values it was given: those of secret parameters are taken out.
  init(
    _ error: DatabaseError, at place: SourcePlace?, query: String? = nil,
    secrets: [String] = []
  ) {
    func open(_ text: String) -> String {
      secrets.reduce(text) { $1.isEmpty ? $0 : $0.replacing($1, with: "***") }
    }
    let message = query.map { "query '\($0)': \(error)" } ?? "\(error)"
    self.init(
      error.exitStatus, [Diagnostic(open(message), at: place, hints: error.hints.map(open))])
  }

  /// A run that a person broke off.
  static let interrupted = RunFailure(
    .interrupted, [Diagnostic("interrupted; reports that are published stay as they are")])
}
