import DialectSuite
import Foundation
import TestSupport
import Testing

/// The demo report, from one spec and the same data in each database.
@Suite(.serialized) struct EnginesTests {
  private static let loader = Product.root.appending(path: "Tests/EndToEndTests/Engines/load.py")

  @Test(.enabled(if: TestServer.duckdb.isExpected))
  func duckDBPrintsTheNumbersOfSQLite() throws {
    try withDemo { demo, folder in
      let file = folder.appending(path: "demo.duckdb").path
      try load([demo, "duckdb", file])
      try expectSameNumbers(demo, as: "duckdb:///\(file)", in: folder)
    }
  }

  @Test(.enabled(if: TestServer.postgresql.isExpected))
  func postgreSQLPrintsTheNumbersOfSQLite() throws {
    let server = try TestServer.postgresql.address
    let database = "demo_\(ProcessInfo.processInfo.processIdentifier)"
    try withDemo { demo, folder in
      try load([demo, "postgresql", server, database])
      defer { try? load([demo, "drop-postgresql", server, database]) }
      let url = server.prefix(through: try #require(server.lastIndex(of: "/"))) + database
      try expectSameNumbers(demo, as: String(url), in: folder)
    }
  }

  @Test(.enabled(if: TestServer.spark.isExpected))
  func sparkPrintsTheNumbersOfSQLite() throws {
    let server = try TestServer.spark.address
    let parts = try #require(URLComponents(string: server))
    let address = "\(parts.host ?? ""):\(parts.port ?? 0)"
    let schema = "demo_\(ProcessInfo.processInfo.processIdentifier)"
    try withDemo { demo, folder in
      try load([demo, "spark", address, schema, folder.path])
      defer { try? load([demo, "drop-spark", address, schema]) }
      try expectSameNumbers(
        demo, as: server.replacing("/default?", with: "/\(schema)?"), in: folder)
    }
  }

  // MARK: Steps

  private func withDemo(_ body: (_ demo: String, _ folder: URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let made = try Product.run(
        [
          "demo", "--data-only", "--users", "400", "--readings", "20000", "--out", folder.path,
        ])
      try #require(made.status == 0, "\(made.errorText)")
      try body(folder.appending(path: "demo.db").path, folder)
    }
  }

  private func load(_ arguments: [String]) throws {
    let python = ProcessInfo.processInfo.environment["BROADSHEET_TEST_PYTHON"] ?? "python3"
    let loaded = try TestSupport.run(
      python, [Self.loader.path] + arguments, options: CommandOptions(timeOut: 300))
    try #require(loaded.status == 0, "\(loaded.errorText)")
  }

  private func expectSameNumbers(_ demo: String, as url: String, in folder: URL) throws {
    let theirs = try results(of: url, in: folder.appending(path: "there"))
    let ours = try results(of: "sqlite:///\(demo)", in: folder.appending(path: "here"))
    var compared = 0
    compare(ours, theirs, at: "results", &compared)
    #expect(compared > 350, "only \(compared) numbers were compared")
  }

  private func results(of url: String, in out: URL) throws -> Any {
    let made = try Product.run(
      [
        "run", "examples/cohort-risk.yaml", "--format", "json", "--date", "2026-03-31", "--out",
        out.path,
      ], environment: ["DATABASE_URL": url], timeOut: 300)
    try #require(made.status == 0, "\(made.errorText)")
    let file = out.appending(path: "cohort-risk/results.json")
    return try JSONSerialization.jsonObject(with: try Data(contentsOf: file))
  }

  /// Holds two JSON values against each other: numbers to 1e-9, all else exactly.
  private func compare(_ a: Any, _ b: Any, at place: String, _ compared: inout Int) {
    switch (a, b) {
    case (let a as [String: Any], let b as [String: Any]):
      #expect(a.keys.sorted() == b.keys.sorted(), "\(place)")
      for key in a.keys.sorted() {
        if let x = a[key], let y = b[key] { compare(x, y, at: "\(place).\(key)", &compared) }
      }
    case (let a as [Any], let b as [Any]):
      #expect(a.count == b.count, "\(place)")
      for (index, (x, y)) in zip(a, b).enumerated() {
        compare(x, y, at: "\(place)[\(index)]", &compared)
      }
    case (let a as NSNumber, let b as NSNumber):
      compared += 1
      let (x, y) = (a.doubleValue, b.doubleValue)
      #expect(abs(x - y) <= 1e-9 * max(abs(x), abs(y)), "\(place): \(x) and \(y)")
    default: #expect("\(a)" == "\(b)", "\(place)")
    }
  }
}
