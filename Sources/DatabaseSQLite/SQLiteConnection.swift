import CSQLite
package import Database
import Expressions
package import Frame
package import SQL

/// An SQLite database file, opened for reading only.
///
/// Nothing is ever written to the file. One connection serves one task at a time; several read the
/// same file at once.
package final class SQLiteConnection: Connection {
  package let dialect: any Dialect = SQLiteDialect()

  let handle: OpaquePointer
  private let watch: Watch
  /// What is read, where it is no file: it must outlive the handle.
  private let image: SQLiteImage?

  /// Opens the file of an `sqlite:///` URL.
  ///
  /// - Parameters:
  ///   - url: the place of the database.
  ///   - limit: how long a query may run; nil for as long as it takes.
  ///   - patience: how long to wait for another program's lock.
  /// - Throws: `cannotConnect`, with what a person can do about it.
  package init(
    _ url: DatabaseURL, limit: Duration? = nil, patience: Duration = .seconds(5)
  ) throws(DatabaseError) {
    handle = try SQLiteConnection.open(url, patience: patience)
    image = nil
    watch = Watch(limit: limit)
    watch.attach(to: handle)
  }

  /// Opens a database in memory, which several connections may read at once.
  package init(_ image: SQLiteImage, limit: Duration? = nil) throws(DatabaseError) {
    handle = try SQLiteConnection.open(image)
    self.image = image
    watch = Watch(limit: limit)
    watch.attach(to: handle)
  }

  deinit { sqlite3_close(handle) }

  package func check(_ query: CompiledQuery) async throws(DatabaseError) {
    _ = try prepare(query.sql)
  }

  package func fetch(
    _ query: CompiledQuery, parameters: [String: Value]
  ) async throws(DatabaseError) -> DataFrame {
    let statement = try prepare(query.sql)
    try statement.bind(try query.values(parameters))
    var result = try ResultReader(statement, columns: query.columns)
    watch.start()
    do throws(DatabaseError) {
      try statement.readAll(into: &result)
    } catch {
      if watch.isOver { throw .timedOut(sql: query.sql, seconds: watch.seconds) }
      throw Task.isCancelled ? .interrupted : error
    }
    return result.frame
  }

  /// Prepares a statement that gives rows.
  func prepare(_ sql: String) throws(DatabaseError) -> SQLiteStatement {
    guard !sql.utf8.contains(0) else {
      throw .queryFailed(sql: sql, reason: "a statement cannot hold a zero byte")
    }
    var pointer: OpaquePointer?
    var rest = ""
    let code = sql.withCString { text in
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(handle, text, -1, &pointer, &tail)
      rest = tail.map { String(cString: $0) } ?? ""
      return code
    }
    guard code == SQLITE_OK else {
      throw .queryFailed(sql: sql, reason: SQLiteFailure.message(handle))
    }
    guard let pointer else { throw .queryFailed(sql: sql, reason: "there is no statement in it") }
    let statement = SQLiteStatement(pointer: pointer, sql: sql)
    guard rest.allSatisfy({ $0.isWhitespace || $0 == ";" }) else {
      throw .queryFailed(sql: sql, reason: "it is more than one statement")
    }
    guard sqlite3_column_count(pointer) > 0 else {
      throw .queryFailed(sql: sql, reason: "it is no query: it gives no rows")
    }
    return statement
  }

  /// Runs statements whose rows do not matter.
  func run(_ sql: String) throws(DatabaseError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw .queryFailed(sql: sql, reason: SQLiteFailure.message(handle))
    }
  }
}

extension Watch {
  /// The limit in seconds, 0 where there is none.
  fileprivate var seconds: Double {
    let (seconds, attoseconds) = limit?.components ?? (0, 0)
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
