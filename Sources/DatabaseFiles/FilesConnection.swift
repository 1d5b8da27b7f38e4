package import Database
import DatabaseSQLite
package import Frame
package import SQL

/// A folder of CSV and JSON-lines files, each a table named as its file without the ending.
///
/// A file is read when its table is first named, once for all connections that share a cache, into
/// a database in memory. All connections see the one state that was read.
package final class FilesConnection: Connection {
  private let store: FolderStore
  private let options: ConnectionOptions
  private var image: SQLiteImage?
  private var connection: SQLiteConnection?

  /// Opens the folder of a `files:///` URL.
  ///
  /// - Throws: `cannotConnect` where it is no folder that can be read.
  package init(
    _ url: DatabaseURL, _ options: ConnectionOptions = ConnectionOptions(), cache: FolderCache
  ) throws(DatabaseError) {
    store = cache.store(try Folder(url))
    self.options = options
  }

  package var dialect: any Dialect { SQLiteDialect() }

  package func tables() async throws(DatabaseError) -> [TableName] { try store.tables() }

  package func reflect(_ table: TableName) async throws(DatabaseError) -> TableRecord? {
    guard table.parts.count == 1 else { return nil }
    return try store.table(named: table.parts[0])?.record
  }

  package func check(_ query: CompiledQuery) async throws(DatabaseError) {
    try await open(for: query).check(query)
  }

  package func fetch(
    _ query: CompiledQuery, parameters: [String: Value]
  ) async throws(DatabaseError) -> DataFrame {
    try await open(for: query).fetch(query, parameters: parameters)
  }

  package func beginSnapshot(joining other: Snapshot?) async throws(DatabaseError) -> Snapshot? {
    // What is read of a file is read once, and stays.
    other ?? Snapshot(name: "")
  }

  /// A connection to a database that holds the tables that a query names.
  private func open(for query: CompiledQuery) throws(DatabaseError) -> SQLiteConnection {
    let image = try store.image(naming: NamedTables(query.sql).names)
    if let connection, image === self.image { return connection }
    let connection = try SQLiteConnection(image, limit: options.limit)
    (self.image, self.connection) = (image, connection)
    return connection
  }
}
