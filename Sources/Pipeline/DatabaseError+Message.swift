package import Database

extension DatabaseError {
  /// The exit status of a command that this error ends.
  package var exitStatus: ExitStatus {
    switch self {
    case .badURL: .badSpec
    case .cannotConnect: .cannotConnect
    case .interrupted: .interrupted
    case .queryFailed, .timedOut, .badValue, .badFile: .queryFailed
    }
  }

  /// Next steps.
  package var hints: [String] { sql.map { ["the SQL was: \($0)"] } ?? [] }
}
