import DatabaseDuckDB
import DialectSuite
import Testing

/// What DuckDB words otherwise than the standard.
@Suite struct DuckDBDialectTests {
  static let samples: [(written: String, sql: String)] = [
    ("round(x)", "ROUND(x)"), ("round(m, 2)", "ROUND(m, 2)"),
    (
      "round(x, 2)",
      "CASE WHEN ABS(x) < 1e15 THEN CAST(ROUND(CAST(CAST(x AS TEXT) AS DECIMAL(38, 18)), 2) "
        + "AS DOUBLE) ELSE ROUND(x, 2) END"
    ), ("substr(s, 2, 3)", "SUBSTR(s, 2, 3)"),
    (
      "substr(s, n, 3)",
      "SUBSTR(s, CASE WHEN n < 1 THEN 1 ELSE n END, CASE WHEN (3 + CASE WHEN n < 1 THEN n - 1 ELSE 0 "
        + "END) < 0 THEN 0 ELSE (3 + CASE WHEN n < 1 THEN n - 1 ELSE 0 END) END)"
    ), ("cast(x as integer)", "CAST(ROUND(x) AS BIGINT)"),
    ("concat(s, n)", "(s) || (CAST(n AS TEXT))"),
    (
      "cast(x as text)",
      "CASE WHEN x = FLOOR(x) AND ABS(x) < 1e15 THEN CAST(CAST(x AS BIGINT) AS TEXT) "
        + "ELSE CAST(x AS TEXT) END"
    ),
    ("corr(x, y)", "NULLIF(CORR(x, y), CAST('nan' AS DOUBLE))"),
    ("x % 2", "x % 2"), ("n % n", "n % NULLIF(n, 0)"),
    ("date_diff('month', d, at)", "DATE_DIFF('month', d, at)"),
    (
      "date_diff('week', d, at)",
      "DATE_DIFF('day', DATE_TRUNC('week', d), DATE_TRUNC('week', at)) // 7"
    ),
    ("median(m)", "MEDIAN(CAST(m AS DOUBLE PRECISION))"),
    ("quantile(x, 0.9) filter (where b)", "QUANTILE_CONT(x, 0.9) FILTER (WHERE b)"),
    ("median(x) over (partition by s)", "MEDIAN(x) OVER (PARTITION BY s)"),
    ("skewness(x)", "SKEWNESS(x)"), ("kurtosis(n)", "KURTOSIS(CAST(n AS DOUBLE PRECISION))"),
    ("cast(x as decimal)", "CAST(x AS DECIMAL(28, 10))"),
    ("s = 'a' or s = 'b' or r = 'a'", "(s = $1) OR (s = $2) OR (r = $1)"),
  ]

  @Test(arguments: samples)
  func differencesAreWorded(_ sample: (written: String, sql: String)) {
    #expect(worded(sample.written, for: DuckDBDialect()) == sample.sql)
  }
}
