import DatabasePostgres
import DialectSuite
import Diagnostics
import Expressions
import Frame
import SQL
import TestSupport
import Testing

/// Skewness and kurtosis from exact sums of powers.
@Suite(.enabled(if: TestServer.postgresql.isExpected))
struct ShapeStatisticsTests {
  private func value(_ written: String, over rows: String) async throws -> Double? {
    let expression = try #require(checked(written))
    let worded = try #require(
      Compiler.compile(expression, for: PostgreSQLDialect(), problems: Problems()))
    let query = CompiledQuery(
      sql: "SELECT \(worded.sql) AS v FROM (VALUES \(rows)) AS t(x)", bindings: worded.bindings,
      columns: [ScopeColumn(name: "v", type: .double)])
    return try await plainConnection().fetch(query, parameters: [:]).columns[0][0].number
  }

  /// The mean is 10¹² times the spread: in doubles nothing would be left.
  ///
  /// Shifting changes neither, so that both rows have one expectation; the values are
  /// pandas 3.1.1's `Series([1, 2, 4, 8, 16, 3.0]).skew()` and `.kurt()`.
  @Test(arguments: [0, 1_000_000_000_000])
  func meanDoesNotDrownTheSpread(_ shift: Int) async throws {
    let rows = [1, 2, 4, 8, 16, 3].map { "(\($0 + shift)::float8)" }.joined(separator: ", ")
    expectClose(
      try await value("skewness(x)", over: rows), 1.600262011136485, relative: 1e-14)
    expectClose(
      try await value("kurtosis(x)", over: rows), 2.3356704251651847, relative: 1e-14)
  }

  @Test(arguments: [
    "(1::float8)", "(1::float8), (2)", "(NULL::float8)", "(5::float8), (5), (5), (5)",
  ])
  func tooFewOrEqualValuesGiveNull(_ rows: String) async throws {
    #expect(try await value("skewness(x)", over: rows) == nil)
    #expect(try await value("kurtosis(x)", over: rows) == nil)
  }

  @Test func hugeNumbersDoNotOverflow() async throws {
    let rows = "(1e300::float8), (2e300), (4e300), (8e300)"
    let small = "(1::float8), (2), (4), (8)"
    let (huge, plain) = (
      try await value("kurtosis(x)", over: rows), try await value("kurtosis(x)", over: small)
    )
    expectClose(huge, try #require(plain), relative: 1e-12)
  }
}
