import DatabasePostgres
import DialectSuite
import Testing

/// What PostgreSQL words: mostly the standard.
@Suite struct PostgreSQLDialectTests {
  @Test(arguments: [
    ("s like 'a'", "s LIKE $1 ESCAPE ''"), ("n / 2", "CAST(n AS DOUBLE PRECISION) / 2"),
    ("median(x)", "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY x)"),
  ])
  func standardIsWordedWithNumberedPlaceholders(_ sample: (written: String, sql: String)) {
    #expect(worded(sample.written, for: PostgreSQLDialect()) == sample.sql)
  }
}
