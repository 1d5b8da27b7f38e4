import CSQLite
import Database

extension SQLiteConnection {
  /// Opens the file and makes sure that it can be read.
  static func open(_ url: DatabaseURL, patience: Duration) throws(DatabaseError) -> OpaquePointer {
    func failure(_ reason: String) -> DatabaseError {
      .cannotConnect(url.redacted, reason: reason)
    }
    guard url.system == .sqlite else {
      throw failure("it is no SQLite database: \(url.system.title)")
    }
    if let reason = FileObstacle.toReading(file: url.path) { throw failure(reason) }
    var opened: OpaquePointer?
    // A path that begins with 'file:' would be taken for SQLite's own kind of URL.
    let path = url.path.hasPrefix("/") ? url.path : "./" + url.path
    bs_configure()
    let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close(opened)
      throw failure(SQLiteFailure.reason(code: code))
    }
    do throws(Refusal) {
      try prepare(opened, patience: patience)
    } catch {
      sqlite3_close(opened)
      throw failure(SQLiteFailure.reason(code: error.code))
    }
    return opened
  }

  /// Opens a database in memory; its bytes are read in place.
  static func open(_ image: SQLiteImage) throws(DatabaseError) -> OpaquePointer {
    let opened = try openMemory()
    do throws(Refusal) {
      let bytes = image.bytes
      try check(
        sqlite3_deserialize(
          opened, "main", bytes.baseAddress, Int64(bytes.count), Int64(bytes.count),
          UInt32(SQLITE_DESERIALIZE_READONLY)))
      try prepare(opened, patience: .zero)
    } catch {
      sqlite3_close(opened)
      throw .queryFailed(sql: "", reason: SQLiteFailure.reason(code: error.code))
    }
    return opened
  }

  /// A connection to no file.
  static func openMemory() throws(DatabaseError) -> OpaquePointer {
    var opened: OpaquePointer?
    bs_configure()
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(":memory:", &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close(opened)
      throw .queryFailed(sql: "", reason: SQLiteFailure.reason(code: code))
    }
    return opened
  }

  /// A code of SQLite's, on its way to be told.
  private struct Refusal: Error { let code: Int32 }

  private static func prepare(_ handle: OpaquePointer, patience: Duration) throws(Refusal) {
    sqlite3_extended_result_codes(handle, 1)
    let (seconds, attoseconds) = patience.components
    sqlite3_busy_timeout(handle, Int32(seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    try check(bs_register_functions(handle))
    try check(TextFunctions.register(on: handle))
    // The first statement that reads the file is the one that finds it locked, damaged or no
    // database. Double quotes around an unknown name must not make a text of it.
    try check(sqlite3_exec(handle, settings, nil, nil, nil))
    bs_refuse_quoted_texts(handle)
    try check(MomentViews.create(on: handle))
    try check(sqlite3_exec(handle, "PRAGMA query_only = ON", nil, nil, nil))
  }

  private static func check(_ code: Int32) throws(Refusal) {
    guard code == SQLITE_OK else { throw Refusal(code: code) }
  }

  /// The file is mapped, which saves a copy of each page.
  ///
  /// Cache and temporary store stay as SQLite
  /// has them: a sorter that keeps all its rows in memory walks long lists and takes twice the time
  /// of one that spills runs of 2 MB, which fit the processor's cache.
  private static let settings = """
    SELECT count(*) FROM sqlite_schema; PRAGMA mmap_size = 1073741824;
    """
}
