import Foundation
import TestSupport
import Testing

/// Queries that take too long, for a limit or for a person.
@Suite struct LongRunTests {
  /// A report whose one query counts for minutes.
  private let spec = """
    title: Long
    source: ${DATABASE_URL}
    queries:
      numbers:
        sql: >-
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000000000)
          SELECT count(*) AS c FROM n
    report:
      - figures: [{ label: Numbers, value: max(numbers.c) }]
    """

  private func withSpec(_ body: (_ spec: URL, _ folder: URL, [String: String]) throws -> Void)
    throws
  {
    try withTemporaryFolder { folder in
      let database = folder.appending(path: "empty.db")
      try Product.makeDatabase("CREATE TABLE t (a)", at: database)
      let file = folder.appending(path: "long.yaml")
      try Data(spec.utf8).write(to: file)
      try body(file, folder, ["DATABASE_URL": "sqlite:///\(database.path)"])
    }
  }

  @Test func aQueryBeyondItsTimeEndsWithItsName() throws {
    try withSpec { spec, folder, environment in
      let out = folder.appending(path: "out")
      let result = try Product.run(
        ["run", spec.path, "--out", out.path, "--timeout", "0.2"], environment: environment)
      #expect(result.status == 4)
      #expect(result.errorText.contains("query 'numbers': the query ran longer than 0.2 s"))
      #expect(try files(in: out).keys.filter { !$0.hasSuffix("manifest.json") }.isEmpty)
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func anInterruptedRunEndsInGoodOrder(_ signal: Int32) throws {
    try withSpec { spec, folder, environment in
      let out = folder.appending(path: "out")
      let end = try Product.signal(
        ["run", spec.path, "--out", out.path], signal, after: 0.7, environment: environment)
      #expect(end.status == 130)
      #expect(end.errorText.contains("interrupted"))
      #expect(try files(in: out).isEmpty)
    }
  }

  @Test func sqlThatCannotRunIsToldBeforeTheRun() throws {
    try withSpec { spec, folder, environment in
      let text = try String(contentsOf: spec, encoding: .utf8)
      try Data(text.replacing("count(*) AS c FROM n", with: "cuont(*) AS c FROM n").utf8)
        .write(to: spec)
      let result = try Product.run(["check", spec.path], environment: environment)
      #expect(result.status == 2)
      #expect(result.errorText.contains("query 'numbers': no such function: cuont"))
      #expect(result.errorText.contains("long.yaml:4:3"))
    }
  }
}
