import Database
import DatabaseFiles
import Foundation
import Frame
import SQL
import TestSupport
import Testing

@Suite struct FolderTests {
  private func reason(_ path: String) throws -> String? {
    let error = #expect(throws: DatabaseError.self) {
      try FilesConnection(DatabaseURL("files:///" + path), cache: FolderCache())
    }
    guard case .cannotConnect(_, let reason) = error else { return nil }
    return reason
  }

  @Test func missingFolderAndFileInItsPlaceAreTold() throws {
    let fixture = try FolderFixture(["t.csv": "a\n1\n"])
    #expect(try reason("/nowhere/at/all") == "there is no such folder")
    #expect(
      try reason(fixture.path("t.csv"))
        == "it is a file; give the folder it is in: the table is then named as the file, without its ending"
    )
  }

  @Test func tablesAreNamedAsTheirFiles() async throws {
    let fixture = try FolderFixture([
      "b.csv": "a\n", "A.TSV": "a\n", "c d.jsonl": "{\"a\":1}", "notes.txt": "", ".hidden.csv": "",
      "2026.01.ndjson": "{}", "csv": "",
    ])
    let names = try await fixture.connect().tables().map(\.description)
    #expect(names == ["2026.01", "A", "b", "c d"])
    let frame = try await fixture.fetch("SELECT x.a FROM \"c d\" AS x LEFT JOIN a ON true")
    #expect(frame.lines == ["1"])
  }

  @Test func twoFilesOfOneNameAreTold() async throws {
    let fixture = try FolderFixture(["t.csv": "a\n", "T.jsonl": "{}"])
    let told = await #expect(throws: DatabaseError.self) {
      try await fixture.connect().reflect(TableName(["t"]))
    }
    #expect(
      told?.description.hasSuffix(
        "table 't' may be 'T.jsonl' and 't.csv'; rename one, or move it elsewhere") == true)
  }

  @Test func filesThatCannotBeReadAreTold() async throws {
    let fixture = try FolderFixture(["packed.csv.gz": ""])
    let files = FileManager.default
    try files.createDirectory(atPath: fixture.path("folder.csv"), withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: fixture.path("link.csv"), withDestinationPath: "gone")
    try #require(mkfifo(fixture.path("pipe.csv"), 0o600) == 0)
    #expect(try await fixture.fault("folder") == "'folder.csv': it is a folder")
    #expect(
      try await fixture.fault("link") == "'link.csv': it is a link to a file that is not there")
    #expect(try await fixture.fault("pipe") == "'pipe.csv': it is not a file")
    #expect(
      try await fixture.fault("packed")
        == "'packed.csv.gz': it is compressed; unpack it, such as with 'gunzip -k packed.csv.gz'")
  }

  @Test func unknownTableIsNone() async throws {
    let fixture = try FolderFixture(["t.csv": "a\n1\n"])
    #expect(try await fixture.connect().reflect(TableName(["u"])) == nil)
    #expect(try await fixture.connect().reflect(TableName(["main", "t"])) == nil)
    #expect(try await fixture.fault("u") == "the query failed: no such table: u")
  }

  @Test func onlyNamedTablesAreRead() async throws {
    let fixture = try FolderFixture(["t.csv": "a\n1\n", "broken.csv": "a,a\n"])
    #expect(try await fixture.fetch("SELECT a FROM t -- from broken").lines == ["1"])
  }

  @Test func fileThatChangesBetweenReflectionAndRunIsTold() async throws {
    let fixture = try FolderFixture(["t.csv": "a\n1\n"])
    let connection = try fixture.connect()
    _ = try await connection.reflect(TableName(["t"]))
    try fixture.write(Array("a\n1\n2\n".utf8), to: "t.csv")
    await #expect(
      throws: DatabaseError.badFile(
        "t.csv", line: nil, column: nil, reason: "the file was changed while it was read; run again"
      )
    ) { try await connection.fetch(raw("SELECT * FROM t"), parameters: [:]) }
  }

  @Test func connectionsOfOneCacheSeeOneState() async throws {
    let fixture = try FolderFixture(["t.csv": "a\n1\n", "u.csv": "a\n5\n"])
    let cache = FolderCache()
    let first = try fixture.connect(cache: cache)
    #expect(try await first.fetch(raw("SELECT a FROM t"), parameters: [:]).lines == ["1"])
    try fixture.write(Array("a\n9\n".utf8), to: "t.csv")
    let second = try fixture.connect(cache: cache)
    #expect(try await second.fetch(raw("SELECT a FROM t"), parameters: [:]).lines == ["1"])
    #expect(
      try await first.fetch(raw("SELECT t.a, u.a AS b FROM t, u"), parameters: [:]).lines == ["1|5"]
    )
    let snapshot = try await first.beginSnapshot(joining: nil)
    #expect(snapshot != nil)
    #expect(try await second.beginSnapshot(joining: snapshot) == snapshot)
  }

  @Test func cancelledReadingEnds() async throws {
    let fixture = try FolderFixture(["t.csv": "a\n" + String(repeating: "1\n", count: 100_000)])
    let connection = try fixture.connect()
    withUnsafeCurrentTask { $0?.cancel() }
    await #expect(throws: DatabaseError.interrupted) {
      try await connection.reflect(TableName(["t"]))
    }
  }
}
