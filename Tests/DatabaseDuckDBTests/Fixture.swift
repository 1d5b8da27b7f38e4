import Database
import DatabaseDuckDB
import DialectSuite
import Expressions
import Foundation
import Frame
import SQL

/// The environment of the tests, where DuckDB is found.
@Sendable func environment(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

/// What connections of the tests are opened with.
let options = ConnectionOptions(environment: environment)

extension DuckDBConnection {
  /// A database in memory after some statements.
  convenience init(after statements: String...) async throws {
    try self.init(inMemory: options)
    for statement in statements { try await execute(statement) }
  }

  /// The rows of a person's own SQL.
  func rows(_ sql: String) async throws(DatabaseError) -> DataFrame {
    try await fetch(CompiledQuery(sql: sql, bindings: [], columns: []), parameters: [:])
  }

  /// The rows of SQL whose columns were checked to be of some types.
  func rows(_ sql: String, _ columns: [String: ValueType]) async throws(DatabaseError) -> DataFrame
  {
    let columns = columns.sorted { $0.key < $1.key }
    return try await fetch(
      CompiledQuery(
        sql: sql, bindings: [], columns: columns.map { ScopeColumn(name: $0.key, type: $0.value) }),
      parameters: [:])
  }
}

/// A database file, which goes when the test is done.
final class DatabaseFile: Sendable {
  let folder: URL
  let path: String

  /// Makes a file with what some statements make.
  init(_ statements: String..., name: String = "test.duckdb") async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "duck-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: name).path
    try await write(statements)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private init(copying file: String) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "duck-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "copy.duckdb").path
    try FileManager.default.copyItem(atPath: file, toPath: path)
  }

  /// Another file that holds the same.
  func copy() throws -> DatabaseFile { try DatabaseFile(copying: path) }

  /// Runs statements that may change the file, as long as nobody has it open.
  func write(_ statements: [String]) async throws {
    let writer = try DuckDBConnection(inMemory: options)
    try await writer.execute("ATTACH \(path.quoted(with: "'")) AS made")
    try await writer.execute("USE made")
    for statement in statements { try await writer.execute(statement) }
    try await writer.execute("USE memory")
    try await writer.execute("DETACH made")
  }

  /// Another file in the same folder.
  func beside(_ name: String, _ bytes: some DataProtocol) throws -> String {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Opens it as a report does.
  func connect(limit: Duration? = nil) throws -> DuckDBConnection {
    try DuckDBConnection(
      DatabaseURL("duckdb:///" + path), ConnectionOptions(limit: limit, environment: environment))
  }
}
