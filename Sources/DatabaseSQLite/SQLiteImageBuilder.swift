import CSQLite
package import Database
import Frame

/// Writes tables into a database in memory, in SQLite's own file format.
///
/// Rows that come in order need nothing of what `INSERT` does for each: they are laid page after
/// page, several times as fast. SQLite itself makes the empty tables, so that the schema is its own
/// work. Format: https://www.sqlite.org/fileformat2.html
package final class SQLiteImageBuilder {
  private let pages: PageStore
  private var roots: [String: Int] = [:]

  /// A database with the tables of another, or none, and further ones that are still empty.
  package init(extending image: SQLiteImage?, _ tables: [SQLiteTable]) throws(DatabaseError) {
    let schema = try SchemaDatabase(image, tables)
    pages = try PageStore(schema.handle)
    for table in tables { roots[table.name] = try schema.root(of: table.name) }
  }

  /// Begins to fill an empty table; one table is filled at a time.
  package func writer(into table: String) -> SQLiteTableWriter {
    guard let root = roots[table] else { preconditionFailure("no table '\(table)' was made") }
    return SQLiteTableWriter(pages, root: root)
  }

  /// The database; nothing can be added to it.
  package consuming func finish() -> SQLiteImage { SQLiteImage(owning: pages.finish()) }
}

/// A database in memory whose tables SQLite makes.
private final class SchemaDatabase {
  let handle: OpaquePointer

  init(_ image: SQLiteImage?, _ tables: [SQLiteTable]) throws(DatabaseError) {
    handle = try SQLiteConnection.openMemory()
    if let image { try take(image.bytes) }
    // The version makes SQLite write a first page, which a database without tables has none of.
    try run(
      """
      PRAGMA page_size = \(PageStore.pageSize); PRAGMA auto_vacuum = NONE; \
      PRAGMA user_version = 1
      """)
    for table in tables { try run(table.sql) }
  }

  deinit { sqlite3_close(handle) }

  private func take(_ bytes: UnsafeMutableBufferPointer<UInt8>) throws(DatabaseError) {
    // SQLite frees the copy, where it refuses it too, so that it must come from SQLite.
    let copy = sqlite3_malloc64(UInt64(bytes.count))
    if let copy, let start = bytes.baseAddress {
      copy.copyMemory(from: start, byteCount: bytes.count)
    }
    let code = sqlite3_deserialize(
      handle, "main", copy?.assumingMemoryBound(to: UInt8.self), Int64(bytes.count),
      Int64(bytes.count), UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE))
    guard code == SQLITE_OK else { throw failure("") }
    // Without this a database in memory ends at 1 GiB.
    var limit = Int64.max / 2
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_SIZE_LIMIT, &limit)
  }

  func root(of table: String) throws(DatabaseError) -> Int {
    let sql = "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?1"
    var pointer: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &pointer, nil) == SQLITE_OK, let pointer else {
      throw failure(sql)
    }
    let statement = SQLiteStatement(pointer: pointer, sql: sql)
    statement.bind(.text(table), at: 1)
    guard try statement.step() else { throw failure(sql) }
    return Int(statement.integer(0))
  }

  private func run(_ sql: String) throws(DatabaseError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure(sql) }
  }

  private func failure(_ sql: String) -> DatabaseError {
    .queryFailed(sql: sql, reason: SQLiteFailure.message(handle))
  }
}
