import Database
import DatabaseSQLite
import Frame
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
}
