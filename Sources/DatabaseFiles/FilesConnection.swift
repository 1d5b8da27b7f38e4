package import Database
import DatabaseDuckDB
import DatabaseSQLite
package import Frame
package import SQL

/// A folder of CSV, JSON-lines and Parquet files, each a table named as its file without the ending.
///
/// A file is read when its table is first named, once for all connections that share a cache, into
/// a database in memory: SQLite, or DuckDB where the folder has a Parquet file or a table has
/// decimals of more digits than SQLite keeps. All tables of a connection are in one, so that they
/// can be joined. Name tables by ``reflect(_:)`` before the dialect is asked for: they may change it.
package final class FilesConnection: Connection {
  private let store: FolderStore
  private let options: ConnectionOptions
  private var sqlite: (image: SQLiteImage, connection: SQLiteConnection)?
  private var duckDB: DuckDBTables?

  /// Opens the folder of a `files:///` URL.
  ///
  /// - Throws: `cannotConnect` where it is no folder that can be read.
  package init(
    _ url: DatabaseURL, _ options: ConnectionOptions = ConnectionOptions(), cache: FolderCache
  ) throws(DatabaseError) {
    store = cache.store(try Folder(url))
    self.options = options
    // Without DuckDB the other tables are still read, and Parquet's are told when they are named.
    if try store.hasParquet() { _ = openDuckDB() }
  }

  package var dialect: any Dialect {
    if store.wantsDuckDB { _ = openDuckDB() }
    return duckDB?.connection.dialect ?? SQLiteDialect()
  }

  package func tables() async throws(DatabaseError) -> [TableName] { try store.tables() }

  package func reflect(_ table: TableName) async throws(DatabaseError) -> TableRecord? {
    guard table.parts.count == 1, let found = try store.table(named: table.parts[0]) else {
      return nil
    }
    switch found {
    case .rows(let rows):
      guard found.wantsDuckDB, case .failure(let lack) = openDuckDB() else {
        return rows.record(lack: nil)
      }
      return rows.record(lack: lack.reason)
    case .parquet(let file, _):
      let tables = try duckDB(for: file)
      try await tables.ensure([found])
      return try await tables.reflect(file)
    }
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

  // MARK: The database in memory

  /// A connection to a database that holds the tables that a query names.
  private func open(for query: CompiledQuery) async throws(DatabaseError) -> any Connection {
    let tables = try store.tables(naming: NamedTables(query.sql).names)
    if store.wantsDuckDB { _ = dialect }
    if let duckDB {
      try await duckDB.ensure(tables)
      return duckDB.connection
    }
    for case .parquet(let file, _) in tables { _ = try duckDB(for: file) }
    let image = try store.image()
    if let sqlite, sqlite.image === image { return sqlite.connection }
    let connection = try SQLiteConnection(image, limit: options.limit)
    sqlite = (image, connection)
    return connection
  }

  /// DuckDB, for a file that nothing else reads.
  private func duckDB(for file: TableFile) throws(DatabaseError) -> DuckDBTables {
    switch openDuckDB() {
    case .success(let tables): return tables
    case .failure(let lack):
      throw FileFault("a Parquet file needs DuckDB; \(lack.reason)").told(of: file)
    }
  }

  /// Loads DuckDB, the first time, or tells why there is none.
  private func openDuckDB() -> Result<DuckDBTables, LackOfDuckDB> {
    if let duckDB { return .success(duckDB) }
    do throws(DatabaseError) {
      let tables = try DuckDBTables(options)
      duckDB = tables
      return .success(tables)
    } catch .cannotConnect(_, let reason) {
      return .failure(LackOfDuckDB(reason: reason))
    } catch {
      return .failure(LackOfDuckDB(reason: "\(error)"))
    }
  }
}

/// Why there is no DuckDB.
private struct LackOfDuckDB: Error {
  let reason: String
}
