import Database
import DatabasePostgres
import DialectSuite
import Expressions
import Frame
import SQL
import Testing

/// Queries that take long, and servers that go away while they run.
@Suite(.enabled(if: TestServer.postgresql.isExpected))
struct BreakingOffTests {
  /// Begins to give rows at once and never ends; in FROM, the server would first make all rows.
  static let endless = "SELECT generate_series(1, 1000000000000) AS i, repeat('x', 100) AS s"

  @Test(arguments: ["SELECT pg_sleep(60)::text AS a", endless])
  func longQueryIsBrokenOff(_ sql: String) async throws {
    let connection = try PostgreSQLConnection(Fixture().url("timeout=0.2"), ConnectionOptions())
    await #expect(throws: DatabaseError.timedOut(sql: sql, seconds: 0.2)) {
      try await connection.fetch(raw(sql), parameters: [:])
    }
    #expect(try await connection.fetch(raw("SELECT 1 AS a"), parameters: [:]).rowCount == 1)
  }

  @Test(arguments: ["SELECT pg_sleep(60)::text AS a", endless])
  func cancelledTaskBreaksItsQueryOffAtTheServer(_ sql: String) async throws {
    let fixture = try Fixture()
    let url = try fixture.url("application_name=\(fixture.schema)", "timeout=30")
    let task = Task(executorPreference: OwnThreads()) {
      let connection = try PostgreSQLConnection(url, ConnectionOptions())
      await #expect(throws: DatabaseError.interrupted) {
        try await connection.fetch(raw(sql), parameters: [:])
      }
      return ContinuousClock.now
    }
    try fixture.waitForSessions(running: sql)
    let begun = ContinuousClock.now
    task.cancel()
    #expect(try await task.value - begun < .seconds(2))
  }

  /// The request to stop a statement that has ended by itself must not reach the next one.
  @Test func requestToStopDoesNotOutliveItsStatement() async throws {
    let query = CompiledQuery(
      sql: "SELECT NULL AS v UNION ALL SELECT 1.5::numeric AS v", bindings: [],
      columns: [ScopeColumn(name: "v", type: .integer)])
    let connection = try plainConnection()
    for _ in 0..<100 {
      await #expect(throws: DatabaseError.self) {
        try await connection.fetch(query, parameters: [:])
      }
      #expect(try await connection.fetch(raw("SELECT 1 AS a"), parameters: [:]).rowCount == 1)
    }
  }

  @Test func serverThatEndsTheSessionIsTold() async throws {
    let fixture = try Fixture()
    let url = try fixture.url("application_name=\(fixture.schema)", "timeout=30")
    let sql = BreakingOffTests.endless
    let task = Task(executorPreference: OwnThreads()) {
      let connection = try PostgreSQLConnection(url, ConnectionOptions())
      let first = await #expect(throws: DatabaseError.self) {
        try await connection.fetch(raw(sql), parameters: [:])
      }
      // What comes after is told too.
      let second = await #expect(throws: DatabaseError.self) {
        try await connection.fetch(raw("SELECT 1 AS a"), parameters: [:])
      }
      return (first, second)
    }
    try fixture.waitForSessions(running: sql)
    try fixture.write(
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = '\(fixture.schema)'
      """)
    let (first, second) = try await task.value
    #expect(
      first
        == .queryFailed(
          sql: sql,
          reason: "the server ended the connection:"
            + " terminating connection due to administrator command"))
    #expect(second?.description.contains("connection") == true)
  }

  @Test func serverThatFreezesIsGivenUp() async throws {
    let server = try LoopbackServer(replies: [Reply.welcome, Reply.done])
    let url = try DatabaseURL("postgresql://ann@127.0.0.1:\(server.port)/x?sslmode=disable")
    let task = Task(executorPreference: OwnThreads()) {
      let connection = try PostgreSQLConnection(url, ConnectionOptions())
      let begun = ContinuousClock.now
      withUnsafeCurrentTask { $0?.cancel() }
      await #expect(throws: DatabaseError.interrupted) {
        try await connection.fetch(raw("SELECT 1 AS a"), parameters: [:])
      }
      return ContinuousClock.now - begun
    }
    #expect(try await task.value < .seconds(2))
  }

  /// A row that says it has a column of 2 GB, a column that was not announced, bytes of no message.
  @Test(arguments: [
    Reply.message("D", [0, 1, 0x7F, 0xFF, 0xFF, 0xFF]), Reply.message("D", [0, 9]),
    Reply.message("T", [0x7F, 0xFF]), Array(repeating: 0xFF, count: 64),
    Reply.message("1", []) + Reply.message("2", []) + Reply.message("T", [0, 0]) + Reply.done,
  ])
  func malformedReplyIsAnError(_ reply: [UInt8]) async throws {
    let server = try LoopbackServer(replies: [Reply.welcome, Reply.done, reply])
    let url = try DatabaseURL(
      "postgresql://ann@127.0.0.1:\(server.port)/x?sslmode=disable&timeout=0.1")
    let connection = try PostgreSQLConnection(url, ConnectionOptions())
    let query = CompiledQuery(
      sql: "SELECT 1 AS a", bindings: [], columns: [.init(name: "a", type: .integer)])
    await #expect(throws: DatabaseError.self) { try await connection.fetch(query, parameters: [:]) }
  }
}

/// Gives each stretch of a task a thread of its own: what blocks must not hold up the tests that
/// wait for it.
private final class OwnThreads: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    OwnThread.start { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

extension Fixture {
  /// Waits until a session of this fixture's name runs a statement.
  func waitForSessions(running sql: String) throws {
    let owner = try Owner()
    let end = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < end {
      // The statement's own wait is the pause between two looks.
      let found = try owner.execute(
        """
        SELECT count(*) FROM pg_stat_activity, pg_sleep(0.01)
        WHERE application_name = '\(schema)' AND state = 'active' AND query LIKE '\(sql.prefix(15))%'
        """)
      if found != "0" { return }
    }
    Issue.record("no session runs the statement")
  }
}
