import Database
import DatabaseDuckDB
import DialectSuite
import Foundation
import Frame
import Testing

@Suite(.enabled(if: TestServer.duckdb.isExpected)) struct OpeningTests {
  /// What is told of a file that cannot be opened.
  private func reason(_ path: String) throws -> String? {
    let url = try DatabaseURL("duckdb:///" + path)
    do throws(DatabaseError) {
      _ = try DuckDBConnection(url, options)
      return nil
    } catch {
      guard case .cannotConnect(url.redacted, let reason) = error else { throw error }
      return reason
    }
  }

  @Test func whatIsNoDatabaseIsTold() async throws {
    let file = try await DatabaseFile("CREATE TABLE t AS SELECT range AS i FROM range(100000)")
    let bytes = try Data(contentsOf: URL(filePath: file.path))
    #expect(try reason(file.path + "x") == "there is no such file")
    #expect(try reason(file.path + "/x") == "there is no such file")
    #expect(try reason(":memory:") == "there is no such file")
    #expect(try reason("md:mine") == "there is no such file")
    #expect(try reason(file.folder.path) == "it is a folder")
    #expect(try reason("/dev/null") == "it is not a file")
    let no = "the file is not a DuckDB database"
    #expect(try reason(try file.beside("empty", Data())) == no)
    #expect(try reason(try file.beside("short", Data("DUCK".utf8))) == no)
    #expect(try reason(try file.beside("text", Data(repeating: 65, count: 10_000))) == no)
    let sqlite = Data("SQLite format 3\0".utf8) + Data(repeating: 0, count: 4080)
    #expect(
      try reason(try file.beside("lite", sqlite))
        == "the file is an SQLite database; its source is written 'sqlite:///…'")
    let cut = try reason(try file.beside("cut", bytes.prefix(13_000)))
    #expect(cut?.hasPrefix("the database is damaged: ") == true, "\(cut ?? "opened")")
  }

  /// Every way of breaking a file is told, when it is opened or read; none ends the program.
  @Test(arguments: [0, 8, 12, 20, 4096, 4104, 8192, 12_288, 12_300, 274_432, 400_000])
  func damageIsTold(_ place: Int) async throws {
    let file = try await DatabaseFile(
      "CREATE TABLE t AS SELECT range AS i, 'text ' || range AS s FROM range(100000)")
    var bytes = try Data(contentsOf: URL(filePath: file.path))
    let range = place..<min(place + 64, bytes.count)
    bytes.replaceSubrange(range, with: Data(repeating: 0xA5, count: range.count))
    let url = try DatabaseURL("duckdb:///" + file.beside("damaged.duckdb", bytes))
    await #expect(throws: DatabaseError.self) {
      let connection = try DuckDBConnection(url, options)
      _ = try await connection.rows("SELECT sum(i), max(s) FROM t")
      // A byte that nothing uses may be anything.
      throw DatabaseError.interrupted
    }
  }

  @Test func aWriterElsewhereIsNamed() async throws {
    let file = try await DatabaseFile("CREATE TABLE t (i INT)")
    let writer = Process()
    writer.executableURL = URL(filePath: "/usr/bin/env")
    writer.arguments = [
      environment("BROADSHEET_TEST_PYTHON") ?? "python3", "-c",
      "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True); input()",
      file.path,
    ]
    let (output, input) = (Pipe(), Pipe())
    (writer.standardOutput, writer.standardInput) = (output, input)
    writer.standardError = FileHandle.nullDevice
    try writer.run()
    defer {
      input.fileHandleForWriting.closeFile()
      writer.waitUntilExit()
    }
    try #require(output.fileHandleForReading.availableData.prefix(4) == Data("open".utf8))
    let told = try reason(file.path)
    #expect(told?.hasPrefix("another program has it open for writing: ") == true, "\(told ?? "")")
    #expect(told?.contains("\(writer.processIdentifier)") == true, "\(told ?? "")")
  }

  /// All connections of a run read one state, as no other program can write meanwhile.
  ///
  /// The system would drop the lock if one of them closed a handle of its own.
  @Test func aFileStaysLockedUntilTheLastReaderCloses() async throws {
    let file = try await DatabaseFile("CREATE TABLE t (i INT)")
    var readers = [try file.connect(), try file.connect()]
    readers.removeLast()
    #expect(try !canWrite(file.path))
    #expect(try await readers[0].rows("SELECT count(*) AS n FROM t")["n"]?[0] == .integer(0))
    readers.removeLast()
    #expect(try canWrite(file.path))
  }

  private func canWrite(_ path: String) throws -> Bool {
    let writer = Process()
    writer.executableURL = URL(filePath: "/usr/bin/env")
    writer.arguments = [
      environment("BROADSHEET_TEST_PYTHON") ?? "python3", "-c",
      "import duckdb, sys; duckdb.connect(sys.argv[1])", path,
    ]
    writer.standardError = FileHandle.nullDevice
    try writer.run()
    writer.waitUntilExit()
    return writer.terminationStatus == 0
  }

  @Test func aFileIsOpenedForReadingOnly() async throws {
    let file = try await DatabaseFile("CREATE TABLE t (i INT)")
    let connection = try file.connect()
    await #expect(throws: DatabaseError.self) { try await connection.execute("DROP TABLE t") }
    let snapshot = try await connection.beginSnapshot(joining: nil)
    #expect(try await file.connect().beginSnapshot(joining: snapshot) == snapshot)
    let memory = try DuckDBConnection(inMemory: options)
    #expect(try await memory.beginSnapshot(joining: snapshot) == nil)
  }

  @Test func rowsNotYetInTheFileItselfAreRead() async throws {
    let file = try await DatabaseFile("CREATE TABLE t (i INT)")
    let writer = Process()
    writer.executableURL = URL(filePath: "/usr/bin/env")
    writer.arguments = [
      environment("BROADSHEET_TEST_PYTHON") ?? "python3", "-c",
      """
      import duckdb, os, sys
      c = duckdb.connect(sys.argv[1])
      c.execute('insert into t values (1), (2)')
      os._exit(0)
      """, file.path,
    ]
    try writer.run()
    writer.waitUntilExit()
    try #require(FileManager.default.fileExists(atPath: file.path + ".wal"))
    let rows = try await file.connect().rows("SELECT sum(i) AS n FROM t")
    #expect(rows["n"]?[0] == .integer(3))
  }

  @Test func namesOfFilesMayHoldAnything() async throws {
    let file = try await DatabaseFile(
      "CREATE TABLE t AS SELECT 1 AS i", name: "odd 'n\"ame;\n?x=1 é.db")
    #expect(try await file.connect().rows("FROM t")["i"]?[0] == .integer(1))
  }
}
