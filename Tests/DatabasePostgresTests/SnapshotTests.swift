import Database
import DatabasePostgres
import DialectSuite
import Frame
import SQL
import Testing

@Suite(.enabled(if: TestServer.postgresql.isExpected))
struct SnapshotTests {
  private static let count = raw("SELECT count(*) AS n FROM t")

  private func rows(_ connection: PostgreSQLConnection) async throws -> Value {
    try await connection.fetch(SnapshotTests.count, parameters: [:]).columns[0][0]
  }

  @Test func connectionsShareOneSnapshot() async throws {
    let fixture = try Fixture("CREATE TABLE t (a int); INSERT INTO t VALUES (1)")
    let first = try fixture.connect()
    let snapshot = try #require(try await first.beginSnapshot(joining: nil))
    #expect(!snapshot.name.isEmpty)
    try fixture.write("INSERT INTO t VALUES (2)")
    let second = try fixture.connect()
    #expect(try await second.beginSnapshot(joining: snapshot) == snapshot)
    let later = try fixture.connect()
    #expect(try await rows(first) == .integer(1))
    #expect(try await rows(second) == .integer(1))
    #expect(try await rows(later) == .integer(2))
  }

  @Test func failedQueryDoesNotEndTheSnapshot() async throws {
    let fixture = try Fixture("CREATE TABLE t (a int); INSERT INTO t VALUES (1)")
    let connection = try fixture.connect()
    _ = try await connection.beginSnapshot(joining: nil)
    try fixture.write("INSERT INTO t VALUES (2)")
    for sql in ["SELECT nope", "SELECT 1 / 0 AS a", "DELETE FROM t RETURNING a"] {
      await #expect(throws: DatabaseError.self) {
        try await connection.fetch(raw(sql), parameters: [:])
      }
      #expect(try await rows(connection) == .integer(1))
    }
  }

  @Test(arguments: ["", "00000003-0000001B-1", "x'; DROP TABLE t; --"])
  func snapshotThatCannotBeJoinedGivesOneOfItsOwn(_ name: String) async throws {
    let fixture = try Fixture("CREATE TABLE t (a int); INSERT INTO t VALUES (1)")
    let connection = try fixture.connect()
    #expect(try await connection.beginSnapshot(joining: Snapshot(name: name)) == nil)
    #expect(try await rows(connection) == .integer(1))
    try fixture.write("INSERT INTO t VALUES (2)")
    #expect(try await rows(connection) == .integer(1))
  }
}
