import Foundation

/// A database that runs outside the tests; `scripts/test-servers` starts it and tells its address
/// in the environment.
///
/// Tests that need one are `.enabled(if: TestServer.postgresql.isExpected)`: without the variable
/// they are skipped, which is the machine's lack and not the database's; where
/// `BROADSHEET_TEST_SERVERS` is `required` they run and fail.
package enum TestServer: String, Sendable, CaseIterable {
  case postgresql = "BROADSHEET_TEST_POSTGRESQL"
  case spark = "BROADSHEET_TEST_SPARK"
  /// DuckDB's library rather than a server: the file that is loaded.
  case duckdb = "BROADSHEET_DUCKDB"

  /// Whether tests of this server run: it is there, or it has to be.
  package var isExpected: Bool { known != nil || TestServer.areRequired }

  /// The server's URL, or the library's file.
  package var address: String {
    get throws {
      guard let known else { throw MissingServer(variable: rawValue) }
      return known
    }
  }

  private var known: String? {
    ProcessInfo.processInfo.environment[rawValue].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static let areRequired =
    ProcessInfo.processInfo.environment["BROADSHEET_TEST_SERVERS"] == "required"
}

/// A server that tests need and the environment does not name.
package struct MissingServer: Error, CustomStringConvertible {
  let variable: String

  /// What is missing, and what sets it.
  package var description: String {
    "\(variable) is not set; 'scripts/test-servers run swift test' starts the servers and sets it"
  }
}
