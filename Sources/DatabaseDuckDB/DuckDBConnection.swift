import CDuckDB
package import Database
import Expressions
package import Frame
package import SQL

/// A DuckDB database: a file, opened for reading only, or one in memory that may be written to.
///
/// DuckDB's library is loaded when the first connection is opened. One connection serves one task
/// at a time; several to one file share its cache and threads.
package final class DuckDBConnection: Connection {
  package let dialect: any Dialect = DuckDBDialect()

  let database: OpenDatabase
  private let limit: Duration?

  /// Opens the file of a `duckdb:///` URL.
  ///
  /// - Throws: `cannotConnect`, with what a person can do about it.
  package init(_ url: DatabaseURL, _ options: ConnectionOptions) throws(DatabaseError) {
    database = try OpenDatabase(url, options)
    limit = options.limit
  }

  /// Makes an empty database in memory, which ends with the connection.
  ///
  /// - Throws: `cannotConnect` where there is no DuckDB.
  package init(inMemory options: ConnectionOptions) throws(DatabaseError) {
    database = try OpenDatabase(inMemory: options)
    limit = options.limit
  }

  var functions: UnsafePointer<bs_duckdb> { database.library.functions }

  package func check(_ query: CompiledQuery) async throws(DatabaseError) {
    _ = try prepare(query.sql)
  }

  package func fetch(
    _ query: CompiledQuery, parameters: [String: Value]
  ) async throws(DatabaseError) -> DataFrame {
    let values = try query.values(parameters)
    return try await interruptibly(query.sql) { interruption throws(DatabaseError) in
      try self.read(query, values, interruption)
    }
  }

  func read(
    _ query: CompiledQuery, _ values: [(value: Value, type: ValueType)],
    _ interruption: Interruption
  ) throws(DatabaseError) -> DataFrame {
    switch try outcome(of: query.sql, query, values, interruption) {
    case .rows(let frame): return frame
    case .unreadable(let columns):
      // Types that only DuckDB itself can word, such as lists: the query is run within another
      // that casts these to text.
      let worded = wording(query.sql, columns)
      let second = try? outcome(of: worded, query, values, interruption)
      guard case .rows(let frame) = second else {
        let name = columns.first { $0.reader == nil }?.name ?? ""
        throw .queryFailed(
          sql: query.sql,
          reason: "column '\(name)' is of a type that is not read; cast it to VARCHAR")
      }
      return frame
    }
  }

  private enum Outcome {
    case rows(DataFrame)
    /// The columns, of which some are of types without a reader.
    case unreadable([ResultColumn])
  }

  private func outcome(
    of sql: String, _ query: CompiledQuery, _ values: [(value: Value, type: ValueType)],
    _ interruption: Interruption
  ) throws(DatabaseError) -> Outcome {
    let statement = try prepare(sql)
    try statement.bind(values)
    var result = try StreamedResult(statement, interruption)
    let columns = result.columns
    guard columns.allSatisfy({ $0.reader != nil }) else { return .unreadable(columns) }
    var reader = try ResultReader(columns, query)
    try reader.readAll(&result)
    return .rows(try reader.frame())
  }

  private func wording(_ sql: String, _ columns: [ResultColumn]) -> String {
    let names = columns.indices.map { "c\($0)" }
    let items = zip(names, columns).map { place, column in
      let value = column.reader == nil ? "CAST(\(place) AS VARCHAR)" : place
      return "\(value) AS \(dialect.quoted(column.name))"
    }
    let inner = sql.reversed().drop { $0.isWhitespace || $0 == ";" }.reversed()
    // The line end keeps a comment at the end of the statement from reaching further.
    return """
      SELECT \(items.joined(separator: ", ")) FROM (\(String(inner))
      ) AS worded(\(names.joined(separator: ", ")))
      """
  }

  /// Does what may be cancelled or run out of time.
  func interruptibly<Result>(
    _ sql: String, _ work: (Interruption) throws(DatabaseError) -> Result
  ) async throws(DatabaseError) -> Result {
    let interruption = Interruption(database.connection, database.library)
    if let limit { interruption.stop(after: limit) }
    defer { interruption.finish() }
    let outcome: Swift.Result<Result, DatabaseError> = await withTaskCancellationHandler {
      do throws(DatabaseError) {
        return .success(try work(interruption))
      } catch {
        return .failure(error)
      }
    } onCancel: {
      interruption.stop(.cancelled)
    }
    switch (outcome, interruption.cause) {
    case (.success(let result), _): return result
    case (.failure, .cancelled): throw .interrupted
    case (.failure, .timedOut): throw .timedOut(sql: sql, seconds: limit?.inSeconds ?? 0)
    case (.failure(let error), nil): throw error
    }
  }

  /// Prepares a statement that gives rows and changes nothing.
  func prepare(_ sql: String) throws(DatabaseError) -> PreparedStatement {
    let statement = try prepareAny(sql)
    guard functions.pointee.prepared_statement_type(statement.pointer) == BS_DUCK_SELECT else {
      throw .queryFailed(sql: sql, reason: "it is no query: it gives no rows, or changes something")
    }
    return statement
  }

  func prepareAny(_ sql: String) throws(DatabaseError) -> PreparedStatement {
    guard !sql.utf8.contains(0) else {
      throw .queryFailed(sql: sql, reason: "a statement cannot hold a zero byte")
    }
    var pointer: OpaquePointer?
    let state = functions.pointee.prepare(database.connection, sql, &pointer)
    guard state == 0, let pointer else {
      let reason = DuckDBFailure.reason(functions.pointee.prepare_error(pointer))
      functions.pointee.destroy_prepare(&pointer)
      throw .queryFailed(sql: sql, reason: reason)
    }
    return PreparedStatement(functions: functions, pointer: pointer, sql: sql)
  }
}
