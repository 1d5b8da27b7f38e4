import Database
import DatabaseSQLite
import Foundation
import Frame
import TestSupport
import Testing

@Suite struct SnapshotTests {
  private func count(_ connection: SQLiteConnection) async throws -> Value {
    try await connection.fetch(raw("SELECT count(*) AS n FROM t"), parameters: [:]).columns[0][0]
  }

  @Test(arguments: ["DELETE", "WAL"])
  func connectionsShareOneStateWhileNobodyWrites(_ mode: String) async throws {
    let fixture = try Fixture(
      "PRAGMA journal_mode = \(mode); CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    let first = try fixture.connect()
    let leading = try #require(try await first.beginSnapshot(joining: nil))
    let second = try fixture.connect()
    #expect(try await second.beginSnapshot(joining: leading) == leading)
    #expect(try await count(second) == .integer(1))
  }

  @Test func aStateThatWasWrittenOverCannotBeJoined() async throws {
    let fixture = try Fixture("PRAGMA journal_mode = WAL; CREATE TABLE t (a)")
    let first = try fixture.connect()
    let leading = try #require(try await first.beginSnapshot(joining: nil))
    try fixture.write("INSERT INTO t VALUES (1)")
    let second = try fixture.connect()
    #expect(try await second.beginSnapshot(joining: leading) == nil)
    #expect(try await count(first) == .integer(0))
    #expect(try await count(second) == .integer(1))
  }

  /// Another process, since locks of one's own process never stand in the way.
  private func writeAndCheckpoint(_ fixture: Fixture, _ mode: String) throws {
    let sql = "INSERT INTO t SELECT value FROM generate_series(1, 50000)"
    let other = try TestSupport.run(
      "sqlite3",
      [fixture.file.path, "\(sql); PRAGMA wal_checkpoint(\(mode)); SELECT count(*) FROM t;"])
    try #require(other.status == 0, "\(other.errorText)")
    #expect(other.text.hasSuffix("50001\n"))
  }

  @Test(arguments: ["PASSIVE", "TRUNCATE"])
  func anotherProgramsCheckpointLeavesTheStateThatIsRead(_ mode: String) async throws {
    let fixture = try Fixture(
      "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    // The log stays as long as somebody has the file open.
    let keeper = try fixture.connect()
    _ = try await count(keeper)
    let first = try fixture.connect()
    let leading = try #require(try await first.beginSnapshot(joining: nil))
    let second = try fixture.connect()
    #expect(try await second.beginSnapshot(joining: leading) == leading)
    try writeAndCheckpoint(fixture, mode)
    #expect(try await count(first) == .integer(1))
    #expect(try await count(second) == .integer(1))
  }
}
