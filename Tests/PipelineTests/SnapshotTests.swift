import Database
import DatabaseSQLite
import Dates
import Foundation
import JSON
import Pipeline
import Synchronization
import TestSupport
import Testing

/// What a run reads while others write.
@Suite struct SnapshotTests {
  private static let spec = """
    title: Two queries
    source: sqlite:///DATABASE
    queries:
      a: { from: t, select: [n: count(*)] }
      b: { from: t, select: [n: "count(*) + 0"] }
    report:
      - figures: [{ label: A, value: max(a.n) }, { label: B, value: max(b.n) }]
    """

  /// Runs the spec over a file; `before` is called before each connection is opened, with its
  /// number from 1.
  private func run(
    _ database: URL, jobs: Int, before: @escaping @Sendable (Int) throws -> Void
  ) async throws -> (snapshots: [Bool], counts: [String]) {
    let folder = database.deletingLastPathComponent()
    let file = folder.appending(path: "two.yaml")
    let text = Self.spec.replacing("DATABASE", with: database.path)
    try Data(text.utf8).write(to: file)
    var options = RunOptions()
    options.jobs = jobs
    options.formats = [.json]
    options.out = folder.appending(path: "out").path
    let world = world(before)
    let receipt = try await Run(options: options, in: world, version: "test").make(file.path)
    #expect(receipt.status == .made)
    let manifest = try String(contentsOfFile: options.out + "/manifest.json", encoding: .utf8)
    let results = try String(contentsOfFile: options.out + "/two/results.json", encoding: .utf8)
    return (
      manifest.matches(of: /"snapshot": (true|false)/).map { $0.1 == "true" },
      results.matches(of: /"formatted": "(\d+)"/).map { String($0.1) }
    )
  }

  private func world(_ before: @escaping @Sendable (Int) throws -> Void) -> Surroundings {
    let opened = Atomic(0)
    return Surroundings(
      environment: { _ in nil }, clock: { 0 }, today: { CivilDate(days: 20_000) },
      connect: { url, options throws(DatabaseError) in
        let number = opened.add(1, ordering: .sequentiallyConsistent).newValue
        do {
          try before(number)
        } catch {
          throw .cannotConnect(url, reason: "\(error)")
        }
        return try SQLiteConnection(try DatabaseURL(url), limit: options.limit)
      },
      measuring: FixedMeasuring(), png: { _ in nil }, progress: { _ in })
  }

  private func make(_ mode: String, in folder: URL) throws -> URL {
    let file = folder.appending(path: "t.db")
    try write(
      "PRAGMA journal_mode = \(mode); CREATE TABLE t (a); INSERT INTO t VALUES (1)", to: file)
    return file
  }

  @Test(arguments: ["DELETE", "WAL"])
  func queriesSideBySideReadOneState(_ mode: String) async throws {
    try await withTemporaryFolder { folder in
      let read = try await run(try make(mode, in: folder), jobs: 2) { _ in }
      #expect(read.snapshots == [true, true])
      #expect(read.counts == ["1", "1"])
    }
  }

  @Test func aWriteBetweenConnectionsIsSaidInTheManifest() async throws {
    try await withTemporaryFolder { folder in
      let file = try make("WAL", in: folder)
      // The first connection prepares, the second leads, the others join it.
      let read = try await run(file, jobs: 2) { number in
        if number == 3 { try write("INSERT INTO t VALUES (2)", to: file) }
      }
      #expect(read.snapshots.contains(false))
    }
  }

  @Test func oneJobReadsAllOnOneConnection() async throws {
    try await withTemporaryFolder { folder in
      let file = try make("WAL", in: folder)
      let read = try await run(file, jobs: 1) { number in
        // The first connection prepares, the second reads.
        #expect(number <= 2)
      }
      #expect(read.snapshots == [true, true])
      #expect(read.counts == ["1", "1"])
    }
  }
}

/// Runs SQL on a file over a connection that may write.
private func write(_ sql: String, to file: URL) throws {
  let made = try TestSupport.run("sqlite3", [file.path, sql])
  try #require(made.status == 0, "\(made.errorText)")
}
