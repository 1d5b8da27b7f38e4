import Database
import DatabaseDuckDB
import DatabaseFiles
import DatabasePostgres
import DatabaseSQLite
import DatabaseSpark
import SQL

/// The databases of this command: the one place where they are named.
enum Databases {
  /// Opens a database by its URL.
  static func connect(
    _ text: String, _ options: ConnectionOptions
  ) async throws(DatabaseError) -> any Connection {
    let url = try DatabaseURL(text)
    switch url.system {
    case .sqlite: return try SQLiteConnection(url, limit: options.limit)
    case .duckdb: return try DuckDBConnection(url, options)
    case .postgresql: return try PostgreSQLConnection(url, options)
    case .databricks, .spark: return try SparkConnection(url, options)
    case .files:
      throw .cannotConnect(
        url.redacted, reason: "this edition does not read \(url.system.title) yet")
    }
  }

  /// How each database words SQL, by the name that users give.
  static let dialects: [any Dialect] = [
    SQLiteDialect(), DuckDBDialect(), PostgreSQLDialect(), SparkDialect(), DatabricksDialect(),
  ]
}
