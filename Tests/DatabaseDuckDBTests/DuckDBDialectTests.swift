import DatabaseDuckDB
import DialectSuite
import Testing

/// What DuckDB words otherwise than the standard.
@Suite struct DuckDBDialectTests {
  static let samples: [(written: String, sql: String)] = [
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

  @Test(arguments: samples)
  func differencesAreWorded(_ sample: (written: String, sql: String)) {
    #expect(worded(sample.written, for: DuckDBDialect()) == sample.sql)
  }
}
