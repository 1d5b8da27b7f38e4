import CPostgres
import Database
import Frame
import SQL

/// A statement that did not end well.
struct Refusal: Error {
  let told: DatabaseError
  /// Whether the server found no operator or function for the types that were bound.
  var isAboutTypes = false
}

extension PostgreSQLConnection {
  /// Runs a query and reads its rows as they come.
  func fetch(
    _ query: CompiledQuery, _ bound: BoundTexts, isText: Bool
  ) throws(DatabaseError) -> DataFrame {
    do throws(Refusal) {
      var reader: ResultReader?
      var frame = DataFrame([])
      try perform(query.sql, sending: { sendInSingleRows($0, query.sql, bound, isText) }) {
        (result) throws(DatabaseError) in
        if reader == nil {
          reader = try ResultReader(ResultColumn.all(of: result), query, isText: isText)
        }
        if result.status == PGRES_SINGLE_TUPLE {
          try reader?.take(result)
        } else {
          frame = try reader?.finish() ?? frame
        }
      }
      return frame
    } catch {
      guard error.isAboutTypes, let untyped = bound.withoutTextTypes else { throw error.told }
      return try fetch(query, untyped, isText: isText)
    }
  }

  private func sendInSingleRows(
    _ connection: OpaquePointer, _ sql: String, _ bound: BoundTexts, _ isText: Bool
  ) -> Int32 {
    let sent = bound.withPointers { values in
      PQsendQueryParams(
        connection, sql, Int32(values.count), bound.types, values, nil, nil, isText ? 0 : 1)
    }
    return sent == 1 ? PQsetSingleRowMode(connection) : sent
  }

  /// The columns that a statement would give; nothing is run.
  func describe(
    _ query: CompiledQuery, _ bound: BoundTexts
  ) throws(DatabaseError) -> [ResultColumn] {
    var columns: [ResultColumn] = []
    do throws(Refusal) {
      let types = bound.types
      try perform(query.sql) { PQsendPrepare($0, "", query.sql, Int32(types.count), types) }
      try perform(query.sql, sending: { PQsendDescribePrepared($0, "") }) {
        columns = ResultColumn.all(of: $0)
      }
    } catch {
      guard error.isAboutTypes, let untyped = bound.withoutTextTypes else { throw error.told }
      return try describe(query, untyped)
    }
    return columns
  }

  /// Runs statements whose rows do not matter.
  func run(_ sql: String, within limit: Duration? = nil) throws(DatabaseError) {
    do throws(Refusal) {
      try perform(sql, within: limit) { PQsendQuery($0, sql) }
    } catch {
      throw error.told
    }
  }

  /// The rows of a statement about the schema, as texts.
  func rows(_ sql: String, _ arguments: [String] = []) throws(DatabaseError) -> [[String?]] {
    let bound = BoundTexts(arguments)
    var rows: [[String?]] = []
    do throws(Refusal) {
      try perform(
        sql,
        sending: { connection in
          bound.withPointers { values in
            PQsendQueryParams(
              connection, sql, Int32(values.count), bound.types, values, nil, nil, 0)
          }
        }
      ) { result in
        for row in 0..<result.rowCount { rows.append(result.texts(row)) }
      }
    } catch {
      throw error.told
    }
    return rows
  }

  /// Sends a statement and shows its results; whatever happens, the connection is free afterwards.
  private func perform(
    _ sql: String, within limit: Duration? = nil, sending send: (OpaquePointer) -> Int32,
    showing show: (borrowing ServerResult) throws(DatabaseError) -> Void = { _ in }
  ) throws(Refusal) {
    guard !sql.utf8.contains(0) else {
      throw Refusal(told: .queryFailed(sql: sql, reason: "a statement cannot hold a zero byte"))
    }
    if holdsSnapshot, PQtransactionStatus(link.connection) == PQTRANS_INERROR {
      holdsSnapshot = false
      try perform("ROLLBACK TO SAVEPOINT broadsheet") {
        PQsendQuery($0, "ROLLBACK TO SAVEPOINT broadsheet")
      }
      holdsSnapshot = true
    }
    var running = RunningStatement(link, sql: sql, limit: limit ?? queryLimit)
    do throws(DatabaseError) {
      try running.send(send)
      while let result = try running.next() { try show(result) }
    } catch {
      // A person who interrupts does not wait for a server that has frozen.
      link.breakOff(patience: error == .interrupted ? .milliseconds(200) : .seconds(2))
      throw Refusal(told: error, isAboutTypes: running.failure?.isAboutTypes ?? false)
    }
  }
}
