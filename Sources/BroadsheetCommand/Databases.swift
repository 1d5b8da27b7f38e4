import Database
import DatabaseDuckDB
import DatabaseFiles
import DatabasePostgres
import DatabaseSQLite
import DatabaseSpark
import SQL

/// The databases of this command: the one place where they are named.
enum Databases {
  /// Opens a database by its URL; `folders` keeps what a run has read of its files.
  static func connect(
    _ text: String, _ options: ConnectionOptions, folders: FolderCache
  ) async throws(DatabaseError) -> any Connection {
    let url = try DatabaseURL(text)
    switch url.system {
    case .sqlite: return try SQLiteConnection(url, limit: options.limit)
    case .duckdb: return try DuckDBConnection(url, options)
    case .postgresql: return try PostgreSQLConnection(url, options)
    case .databricks, .spark: return try SparkConnection(url, options)
    case .files: return try FilesConnection(url, options, cache: folders)
    }
  }

  /// How each database words SQL, by the name that users give.
  static let dialects: [any Dialect] = [
    SQLiteDialect(), DuckDBDialect(), PostgreSQLDialect(), SparkDialect(), DatabricksDialect(),
  ]
}
