import Database
import DatabasePostgres
import DialectSuite
import Diagnostics
import Expressions
import Foundation
import Frame
import SQL
import Testing

/// A database whose language puts `a` before `B` and `é` between `e` and `f`; the other tests run in
/// one of locale C.
@Suite(.enabled(if: TestServer.postgresql.isExpected))
struct LocaleTests {
  @Test func textIsOrderedByCodePointInADatabaseOfALanguage() async throws {
    let database = "test_" + UUID().uuidString.lowercased().filter(\.isHexDigit)
    let owner = try Owner()
    try owner.execute(
      """
      CREATE DATABASE \(database) TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'
        LOCALE 'C.UTF-8'
      """)
    defer { _ = try? owner.execute("DROP DATABASE \(database) WITH (FORCE)") }
    try Owner(database: database).execute(
      "CREATE TABLE t (s text); INSERT INTO t VALUES ('B'), ('a'), ('é'), ('f'), ('Z')")
    let address = try TestServer.postgresql.address.replacing("/postgres", with: "/\(database)")
    let connection = try PostgreSQLConnection(DatabaseURL(address), ConnectionOptions())
    for (written, expected) in LocaleTests.samples {
      let frame = try await connection.fetch(query(written), parameters: [:])
      let found = (0..<frame.rowCount).map { frame.columns[0][$0].description }
      #expect(found.joined(separator: " ") == expected, "\(written)")
    }
  }

  private static let samples = [
    ("s", "B Z a f é"), ("upper(s)", "A B F Z É"), ("max(s)", "é"), ("min(s)", "B"),
    ("string_agg(s, ' ')", "B Z a f é"), ("least(s, 'D')", "B D D D D"),
    ("greatest(lower(s), 'b')", "b b f z é"), ("case when s < 'a' then s end", "B Z   "),
    ("case when s between 'B' and 'f' then s end", "B Z a f "),
    ("case when upper(s) < s then s end", "a f é  "),
    ("case when lower(s) like 'É' or s ilike 'É' then s end", "é    "),
  ]

  /// An expression over the table, sorted by its name.
  private func query(_ written: String) throws -> CompiledQuery {
    let dialect = PostgreSQLDialect()
    let expression = try #require(checked(written))
    let worded = try #require(
      Compiler.compile(expression, for: dialect, problems: Problems()))
    let chosen = dialect.wording(selecting: Worded(worded.sql, type: .text))
    return CompiledQuery(
      sql: "SELECT \(chosen) AS v FROM t ORDER BY v NULLS LAST", bindings: worded.bindings,
      columns: [ScopeColumn(name: "v", type: .text)])
  }
}
