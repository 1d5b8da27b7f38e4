import CSQLite

/// A database being written, with one owner; it is closed when the owner ends.
struct DemoDatabase: ~Copyable {
  private let handle: OpaquePointer
  private let path: String

  /// Makes an empty database.
  init(at path: String) throws(DemoError) {
    handle = try DemoDatabase.open(path)
    self.path = path
  }

  private static func open(_ path: String) throws(DemoError) -> OpaquePointer {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close(opened)
      throw .cannotWrite(path: path, reason: String(cString: sqlite3_errstr(code)))
    }
    return opened
  }

  deinit { sqlite3_close(handle) }

  /// Runs statements that have no result.
  func run(_ sql: String) throws(DemoError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  /// Prepares a statement.
  func statement(_ sql: String) throws(DemoError) -> Statement {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &prepared, nil) == SQLITE_OK, let prepared else {
      throw failure()
    }
    return Statement(pointer: prepared)
  }

  /// A statement that adds a row to a table of so many columns.
  func insertion(into table: String, columns: Int) throws(DemoError) -> Statement {
    let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
    return try statement("INSERT INTO \(table) VALUES (\(marks))")
  }

  /// Adds the row that was bound.
  func add(_ insertion: borrowing Statement) throws(DemoError) {
    let code = sqlite3_step(insertion.pointer)
    guard code == SQLITE_DONE, sqlite3_reset(insertion.pointer) == SQLITE_OK else {
      throw failure()
    }
  }

  /// Goes to the next row of a result; false at its end.
  func next(_ selection: borrowing Statement) throws(DemoError) -> Bool {
    switch sqlite3_step(selection.pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw failure()
    }
  }

  private func failure() -> DemoError {
    .cannotWrite(path: path, reason: String(cString: sqlite3_errmsg(handle)))
  }
}

/// A prepared statement with one owner.
struct Statement: ~Copyable {
  fileprivate let pointer: OpaquePointer

  deinit { sqlite3_finalize(pointer) }

  func bind(_ value: Int, at column: Int32) {
    sqlite3_bind_int64(pointer, column, Int64(value))
  }

  func bind(_ value: Double?, at column: Int32) {
    if let value {
      sqlite3_bind_double(pointer, column, value)
    } else {
      sqlite3_bind_null(pointer, column)
    }
  }

  func bind(_ value: String?, at column: Int32) {
    guard var value else {
      sqlite3_bind_null(pointer, column)
      return
    }
    value.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        _ = bs_bind_text(pointer, column, text.baseAddress, Int32(text.count))
      }
    }
  }

  /// The integer in a column of the row, from 0.
  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(pointer, column)) }
}
