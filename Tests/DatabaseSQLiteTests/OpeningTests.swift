import CSQLite
import Database
@testable import DatabaseSQLite
import Foundation
import TestSupport
import Testing

@Suite struct OpeningTests {
  private func reason(_ path: String) throws -> String? {
    let error = #expect(throws: DatabaseError.self) {
      try SQLiteConnection(url(path), patience: .milliseconds(20))
    }
    guard case .cannotConnect(_, let reason) = error else { return nil }
    return reason
  }

  @Test func missingFileIsTold() throws {
    #expect(try reason("/nowhere/at/all.db") == "there is no such file")
  }

  @Test func folderIsTold() throws {
    #expect(try reason(NSTemporaryDirectory()) == "it is a folder")
  }

  @Test func deviceIsTold() throws {
    #expect(try reason("/dev/null") == "it is not a file")
  }

  @Test func fileOfAnotherKindIsTold() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "notes.db")
      try Data(repeating: 65, count: 5000).write(to: file)
      #expect(
        try reason(file.path) == "the file is not an SQLite database, or it is encrypted")
    }
  }

  @Test func damagedFileIsTold() throws {
    let fixture = try Fixture("CREATE TABLE t (a)")
    let handle = try FileHandle(forWritingTo: fixture.file)
    try handle.seek(toOffset: 100)
    try handle.write(contentsOf: Data(repeating: 0xFF, count: 200))
    try handle.close()
    #expect(try reason(fixture.file.path) == "the database is damaged")
  }

  @Test func lockedFileIsTold() throws {
    let fixture = try Fixture("CREATE TABLE t (a)")
    var other: OpaquePointer?
    try #require(sqlite3_open(fixture.file.path, &other) == SQLITE_OK)
    defer { sqlite3_close(other) }
    try #require(sqlite3_exec(other, "BEGIN EXCLUSIVE", nil, nil, nil) == SQLITE_OK)
    #expect(try reason(fixture.file.path) == "another program keeps the database locked")
  }

  @Test(arguments: [
    (8 | 5 << 8, "it is in WAL mode"), (8 | 6 << 8, "it is in WAL mode"),
    (14 | 5 << 8, "it is in WAL mode"), (14, "it cannot be opened for reading"),
    (3, "there is no permission to read it"), (10 | 1 << 8, "the disk could not be read"),
  ])
  func codeIsToldInWords(_ code: Int, _ beginning: String) {
    #expect(SQLiteFailure.reason(code: Int32(code)).hasPrefix(beginning))
  }

  /// The superuser reads everything, so there is nothing to refuse.
  @Test(.enabled(if: geteuid() != 0, "not for the superuser"))
  func walInAFolderThatCannotBeWrittenToIsTold() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "wal.db")
      let fixture = try Fixture("PRAGMA journal_mode = WAL; CREATE TABLE t (a)")
      try FileManager.default.copyItem(at: fixture.file, to: file)
      #expect(chmod(folder.path, 0o555) == 0)
      defer { chmod(folder.path, 0o755) }
      #expect(try reason(file.path)?.hasPrefix("it is in WAL mode") == true)
    }
  }

  @Test func pathThatLooksLikeAURLIsAPath() throws {
    #expect(
      throws: DatabaseError.cannotConnect(
        "sqlite:///file:x.db?***", reason: "there is no such file")
    ) { try SQLiteConnection(DatabaseURL("sqlite:///file:x.db?mode=rwc")) }
  }

  @Test func otherSystemsAreNamedAsALack() throws {
    #expect(
      throws: DatabaseError.cannotConnect(
        "postgresql://ann:***@db/sales",
        reason: "it is no SQLite database: PostgreSQL")
    ) { try SQLiteConnection(DatabaseURL("postgresql://ann:pw@db/sales")) }
  }
}
