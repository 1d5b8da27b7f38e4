import Diagnostics
import Expressions
import SQL
import Testing

/// What each dialect words otherwise than the standard.
@Suite struct DialectTests {
  static let duckdb: [(written: String, sql: String)] = [
    ("round(x, 2)", "ROUND(x, 2)"), ("x % 2", "x % 2"), ("n % n", "n % NULLIF(n, 0)"),
    ("date_diff('month', d, at)", "DATE_DIFF('month', d, at)"),
    (
      "date_diff('week', d, at)",
      "DATE_DIFF('day', DATE_TRUNC('week', d), DATE_TRUNC('week', at)) // 7"
    ),
    ("median(m)", "MEDIAN(CAST(m AS DOUBLE PRECISION))"),
    ("quantile(x, 0.9) filter (where b)", "QUANTILE_CONT(x, 0.9) FILTER (WHERE b)"),
    ("median(x) over (partition by s)", "MEDIAN(x) OVER (PARTITION BY s)"),
    ("skewness(x)", "SKEWNESS(x)"), ("kurtosis(n)", "KURTOSIS(CAST(n AS DOUBLE PRECISION))"),
    ("cast(x as decimal)", "CAST(x AS DECIMAL(38, 10))"),
    ("s = 'a' or s = 'b' or r = 'a'", "(s = $1) OR (s = $2) OR (r = $1)"),
  ]

  @Test(arguments: duckdb)
  func duckDBWordsItsDifferences(_ sample: (written: String, sql: String)) throws {
    #expect(try sql(sample.written, for: DuckDBDialect()) == sample.sql)
  }

  @Test(arguments: [
    ("s like 'a'", "s LIKE $1 ESCAPE ''"), ("n / 2", "CAST(n AS DOUBLE PRECISION) / 2"),
    ("median(x)", "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY x)"),
  ])
  func postgreSQLIsTheStandardWithNumbers(_ sample: (written: String, sql: String)) throws {
    #expect(try sql(sample.written, for: PostgreSQLDialect()) == sample.sql)
  }

  @Test func dialectsOfTheCatalogueHaveNamesOfTheirOwn() {
    let names = DialectCatalogue.all.map(\.name)
    #expect(names == Array(Set(names)).sorted())
  }

  private func sql(_ written: String, for dialect: any Dialect) throws -> String? {
    let expression = try #require(checked(written))
    return Compiler.compile(expression, for: dialect, problems: Problems()).map { plain($0.sql) }
  }
}
