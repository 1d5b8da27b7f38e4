package import Database
import DatabaseDuckDB
import DialectSuite
import Expressions
import Foundation
package import Frame
package import SQL

/// A database file of DuckDB.
package struct DuckDBEngine: Engine {
  package let dialect: any Dialect = DuckDBDialect()
  package let strangeColumn: (declaration: String, value: String)? = ("INTEGER[]", "[1, 2]")
  private let folder: EngineFolder
  private let options: ConnectionOptions

  package init() async throws {
    let library = try TestServer.duckdb.address
    options = ConnectionOptions(environment: {
      $0 == TestServer.duckdb.rawValue ? library : ProcessInfo.processInfo.environment[$0]
    })
    folder = try EngineFolder()
    try await execute([])
  }

  private var file: String { folder.path("suite.duckdb") }

  /// Opens a copy of the file as it is: while a file is read, all connections to it see one state.
  package func connect() throws -> any Connection {
    let copy = folder.path("\(UUID()).duckdb")
    try FileManager.default.copyItem(atPath: file, toPath: copy)
    return try DuckDBConnection(DatabaseURL("duckdb:///\(copy)"), options)
  }

  /// A report's connection only reads; another one, to memory, has the file beside it.
  package func execute(_ statements: [String]) async throws {
    let writer = try DuckDBConnection(inMemory: options)
    try await writer.execute("ATTACH \(file.quoted(with: "'")) AS suite")
    try await writer.execute("USE suite")
    for statement in statements { try await writer.execute(statement) }
    try await writer.execute("USE memory")
    try await writer.execute("DETACH suite")
  }

  package func table(_ name: String) -> TableName { TableName(["main", name]) }

  /// A digit more than a DECIMAL's 38 makes a literal a double, as does an exponent.
  package func literal(_ value: Value) -> String {
    if case .double(let number) = value { return "'\(number)'" }
    return standardLiteral(value)
  }

  // The folder goes with its owner.
  package func close() {}
}
