import Database
import DatabaseDuckDB
import DialectSuite
import Dispatch
import Frame
import SQL
import Synchronization
import Testing

@Suite(.enabled(if: TestServer.duckdb.isExpected), .serialized) struct InterruptionTests {
  /// Queries that would take hours: before their first row, in the midst of them, in one operator.
  static let endless = [
    "SELECT count(*) AS n FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = -1",
    "SELECT a.range AS n FROM range(10000000) a, range(10000000) b WHERE a.range * b.range % 7919 = 1",
    "SELECT count(DISTINCT range % 1000) AS n FROM range(1000000000000)",
  ]

  @Test(arguments: endless)
  func aCancelledTaskEndsSoon(_ sql: String) async throws {
    let (begun, cancelled, ended) = (Moment(), Moment(), Moment())
    let task = Task {
      let duck = try DuckDBConnection(inMemory: options)
      begun.note()
      defer { ended.note() }
      return try await duck.rows(sql)
    }
    // From a thread of its own: such queries may keep all threads of the tasks busy. The query runs
    // by then, or has not begun: both must end.
    DispatchQueue(label: "cancel").asyncAfter(deadline: .now() + 0.3) {
      cancelled.note()
      task.cancel()
    }
    await #expect(throws: DatabaseError.interrupted) { try await task.value }
    // How long a task waits for a thread, before and after, is not the driver's doing.
    let from = max(try #require(begun.time), try #require(cancelled.time))
    #expect(try #require(ended.time) - from < .seconds(30))
  }

  @Test func aTaskCancelledBeforeDoesNotBegin() async throws {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      let duck = try DuckDBConnection(inMemory: options)
      return try await duck.rows(InterruptionTests.endless[0])
    }
    await #expect(throws: DatabaseError.interrupted) { try await task.value }
  }

  /// A result that is given up in its midst does not hold up the next query.
  @Test func whatIsLeftOfABrokenResultIsNotComputed() async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let sql = "SELECT DATE 'infinity' AS d FROM range(10000000) a, range(10000000) b"
    await #expect(throws: DatabaseError.self) { try await duck.rows(sql) }
    #expect(try await duck.rows("SELECT 1 AS i")["i"]?[0] == .integer(1))
  }

  @Test(arguments: endless)
  func aQueryThatTakesTooLongIsEnded(_ sql: String) async throws {
    let limited = ConnectionOptions(limit: .milliseconds(200), environment: environment)
    let duck = try DuckDBConnection(inMemory: limited)
    await #expect(throws: DatabaseError.timedOut(sql: sql, seconds: 0.2)) {
      try await duck.rows(sql)
    }
    // The next query has its own time.
    #expect(try await duck.rows("SELECT 1 AS i")["i"]?[0] == .integer(1))
  }
}

/// When something happened, noted on whichever thread it happens.
private final class Moment: Sendable {
  private let noted = Mutex<ContinuousClock.Instant?>(nil)

  var time: ContinuousClock.Instant? { noted.withLock { $0 } }

  func note() { noted.withLock { $0 = .now } }
}
