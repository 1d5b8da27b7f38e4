import DatabasePostgres
import DialectSuite
import Testing

/// What PostgreSQL words: mostly the standard.
@Suite struct PostgreSQLDialectTests {
  @Test(arguments: [
    ("s like 'a'", "s LIKE $1 ESCAPE ''"), ("n / 2", "CAST(n AS DOUBLE PRECISION) / 2"),
    ("median(x)", "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY x)"),
    ("s = 'a'", "s = $1"),
    ("n * n - 1", "CAST((CAST(n AS BIGINT) * n) AS BIGINT) - 1"),
    ("s < r", "CAST(s AS TEXT) COLLATE C < CAST(r AS TEXT) COLLATE C"),
    (
      "s between 'a' and r",
      "(CAST(s AS TEXT) COLLATE C) BETWEEN (CAST($1 AS TEXT) COLLATE C)"
        + " AND (CAST(r AS TEXT) COLLATE C)"
    ),
    ("n between 1 and 2", "n BETWEEN 1 AND 2"),
    ("lower(s)", "LOWER(CAST(s AS TEXT) COLLATE und-x-icu) COLLATE C"),
    ("cast(x as integer)", "CAST(CAST(CAST(x AS TEXT) AS NUMERIC) AS BIGINT)"),
    ("round(m, 1)", "ROUND(CAST(m AS NUMERIC), 1)"),
    ("sum(x)", "SUM(CAST(x AS DOUBLE PRECISION))"), ("floor(n)", "n"),
    ("concat(s, '-', n)", "(s) || ($1) || (CAST(n AS TEXT))"),
    (
      "substr(s, 1, n)",
      "SUBSTR(s, 1, CASE WHEN CAST(n AS INTEGER) < 0 THEN 0 ELSE CAST(n AS INTEGER) END)"
    ),
    (
      "max(s) filter (where b)", "MAX(CAST(s AS TEXT) COLLATE C) FILTER (WHERE b)"
    ),
  ])
  func expressionIsWorded(_ sample: (written: String, sql: String)) {
    #expect(worded(sample.written, for: PostgreSQLDialect()) == sample.sql)
  }

  /// PostgreSQL has no order within an aggregate over a window.
  @Test(arguments: [
    "string_agg(s, ',') over (order by n)", "median(x) over (order by n)",
  ])
  func whatItLacksIsRefused(_ written: String) {
    #expect(worded(written, for: PostgreSQLDialect()).hasPrefix("postgresql cannot compute"))
  }
}
