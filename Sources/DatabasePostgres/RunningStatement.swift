import CPostgres
import Database

/// A statement that was sent: its results one by one, its time, its failure.
struct RunningStatement {
  private let link: ServerLink
  private let sql: String
  private let limit: Duration?
  private let deadline: ContinuousClock.Instant?
  /// What the server complained of.
  private(set) var failure: ServerMessage?

  /// Starts the time.
  init(_ link: ServerLink, sql: String, limit: Duration?) {
    (self.link, self.sql, self.limit) = (link, sql, limit)
    // The server keeps the time itself; this is for one that does not answer any more.
    deadline = limit.map { .now + $0 + .seconds(2) }
  }

  /// Gives the statement to libpq and the server.
  func send(_ send: (OpaquePointer) -> Int32) throws(DatabaseError) {
    guard !link.isOutOfStep else {
      throw .queryFailed(sql: sql, reason: "the connection was given up after an earlier query")
    }
    do throws(ServerLink.Stop) {
      guard send(link.connection) == 1 else { throw .lost(link.lastWords) }
      try link.flush(until: deadline)
    } catch {
      throw told(error)
    }
  }

  /// The next result that is no failure; nil after the last.
  mutating func next() throws(DatabaseError) -> ServerResult? {
    do throws(ServerLink.Stop) {
      // All results are read, whatever happens: the next statement needs a free connection.
      while let result = try link.next(until: deadline) {
        switch result.status {
        case PGRES_SINGLE_TUPLE, PGRES_TUPLES_OK, PGRES_COMMAND_OK: return result
        case PGRES_FATAL_ERROR: failure = ServerMessage(result)
        case PGRES_EMPTY_QUERY: failure = ServerMessage(own: "there is no statement in it")
        default: failure = ServerMessage(own: "it is no query: it gives no rows")
        }
      }
    } catch {
      throw told(error)
    }
    if let failure { throw told(failure) }
    return nil
  }

  private func told(_ stop: ServerLink.Stop) -> DatabaseError {
    switch stop {
    case .cancelled: .interrupted
    case .late: timedOut
    case .lost(let words):
      // What the server said before it hung up says more.
      .queryFailed(sql: sql, reason: (failure ?? ServerMessage(lost: words)).reason(in: sql))
    }
  }

  private func told(_ failure: ServerMessage) -> DatabaseError {
    if failure.isTimeOut { return timedOut }
    if failure.isBrokenOff, Task.isCancelled { return .interrupted }
    return .queryFailed(sql: sql, reason: failure.reason(in: sql))
  }

  private var timedOut: DatabaseError { .timedOut(sql: sql, seconds: limit?.inSeconds ?? 0) }
}
