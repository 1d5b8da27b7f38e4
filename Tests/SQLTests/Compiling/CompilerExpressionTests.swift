import Dates
import Diagnostics
import DialectSuite
import Expressions
import SQL
import Testing

@Suite struct CompilerExpressionTests {
  /// An expression, its SQL without quotes and table names, and what is bound.
  static let wordings: [(written: String, sql: String, bound: [BoundValue])] = [
    ("n", "n", []), ("1", "1", []), ("-1", "(-1)", []), ("1.50", "1.50", []), ("null", "NULL", []),
    ("true", "TRUE", []), ("'it''s'", "?", [.literal(.text("it's"))]),
    ("date '2026-01-31'", "?", [.literal(.date(day(2026, 1, 31)))]),
    (":p", "?", [.parameter("p", .integer)]),
    ("n + 1 - 2", "n + 1 - 2", []), ("n - (1 - 2)", "n - (1 - 2)", []),
    ("n * (n + 1)", "n * (n + 1)", []), ("-(n + 1)", "-(n + 1)", []), ("- -n", "-(-n)", []),
    ("n - -1", "n - (-1)", []),
    ("n / 2", "CAST(n AS DOUBLE PRECISION) / 2", []), ("x / y", "x / NULLIF(y, 0)", []),
    ("x / y / 2", "(x / NULLIF(y, 0)) / 2", []), ("x / 0", "x / NULLIF(0, 0)", []),
    ("n % 3", "n % 3", []),
    (
      "x % 2", "CAST(MOD(CAST(x AS NUMERIC), NULLIF(CAST(2 AS NUMERIC), 0)) AS DOUBLE PRECISION)",
      []
    ),
    ("s || r || 'x'", "s || r || ?", [.literal(.text("x"))]),
    ("s || n", "s || CAST(n AS TEXT)", []),
    ("n = 1 and (b or x > 2)", "(n = 1) AND (b OR (x > 2))", []),
    ("b and b and b", "b AND b AND b", []), ("not b", "NOT b", []),
    ("not (b and b)", "NOT (b AND b)", []),
    ("n != 1", "n <> 1", []), ("x is null", "x IS NULL", []),
    ("x is not null", "x IS NOT NULL", []),
    ("s in ('a', 'b')", "s IN (?, ?)", [.literal(.text("a")), .literal(.text("b"))]),
    ("n not in (1, 2)", "n NOT IN (1, 2)", []),
    ("n between 1 and 2 + 1", "n BETWEEN 1 AND (2 + 1)", []),
    ("s like 'a%'", "s LIKE ? ESCAPE ''", [.literal(.text("a%"))]),
    ("s not ilike r", "s NOT ILIKE r ESCAPE ''", []),
    ("case when b then 1 else 0 end + 1", "CASE WHEN b THEN 1 ELSE 0 END + 1", []),
    ("case s when 'F' then 1 end", "CASE s WHEN ? THEN 1 END", [.literal(.text("F"))]),
    ("cast(s as integer)", "CAST(s AS BIGINT)", []),
    ("d >= '2026-01-31'", "d >= ?", [.literal(.date(day(2026, 1, 31)))]),
    ("at >= :since", "at >= CAST(? AS TIMESTAMP)", [.parameter("since", .date)]),
    ("d + 7", "CAST(d + 7 * INTERVAL '1 day' AS DATE)", []),
    ("d - n", "CAST(d + (-n) * INTERVAL '1 day' AS DATE)", []),
    ("d - d", "CAST(d AS DATE) - CAST(d AS DATE)", []),
    (
      "at + interval '1 month 2 hours'", "(at + 1 * INTERVAL '1 month') + 2 * INTERVAL '1 hour'", []
    ),
    ("today()", "?", [.parameter("today", .date)]), ("now()", "?", [.parameter("now", .timestamp)]),
  ]

  @Test(arguments: wordings)
  func expressionIsWorded(_ sample: (written: String, sql: String, bound: [BoundValue])) throws {
    let problems = Problems()
    let expression = try #require(checked(sample.written), "\(sample.written)")
    let compiled = Compiler.compile(expression, for: StandardDialect(), problems: problems)
    #expect(problems.all == [])
    #expect(compiled.map { plain($0.sql) } == sample.sql)
    #expect(compiled?.bindings == sample.bound)
  }

  /// Every function in the standard's words.
  static let calls: [(written: String, sql: String)] = [
    ("abs(x)", "ABS(x)"), ("round(m, 1)", "ROUND(m, 1)"),
    ("round(x)", "CAST(ROUND(CAST(x AS NUMERIC)) AS DOUBLE PRECISION)"), ("floor(x)", "FLOOR(x)"),
    ("ceil(x)", "CEIL(x)"),
    ("sqrt(n)", "SQRT(CASE WHEN n >= 0 THEN CAST(n AS DOUBLE PRECISION) END)"),
    ("exp(x)", "EXP(x)"),
    ("ln(x)", "LN(CASE WHEN x > 0 THEN x END)"), ("log10(x)", "LOG10(CASE WHEN x > 0 THEN x END)"),
    ("power(x, y)", "POWER(x, y)"),
    ("sign(x)", "CAST(SIGN(x) AS BIGINT)"), ("least(n, 1)", "LEAST(n, 1)"),
    ("greatest(n, 1, 2)", "GREATEST(n, 1, 2)"), ("lower(s)", "LOWER(s)"), ("upper(s)", "UPPER(s)"),
    ("trim(s)", "TRIM(s)"), ("length(s)", "LENGTH(s)"), ("substr(s, 2, 3)", "SUBSTR(s, 2, 3)"),
    ("replace(s, r, r)", "REPLACE(s, r, r)"), ("concat(s, n)", "CONCAT(s, CAST(n AS TEXT))"),
    ("contains(s, r)", "POSITION(r IN s) > 0"), ("starts_with(s, r)", "POSITION(r IN s) = 1"),
    ("contains(s, r) and b", "(POSITION(r IN s) > 0) AND b"),
    ("date_trunc('week', at)", "DATE_TRUNC('week', at)"),
    ("date_trunc('month', d)", "CAST(DATE_TRUNC('month', d) AS DATE)"),
    ("date_add('quarter', n, at)", "at + n * INTERVAL '3 months'"),
    (
      "date_diff('month', d, at)",
      "(CAST(EXTRACT(YEAR FROM at) AS BIGINT) * 12 "
        + "+ CAST(EXTRACT(MONTH FROM at) AS BIGINT)) - (CAST(EXTRACT(YEAR FROM d) AS BIGINT) * 12 "
        + "+ CAST(EXTRACT(MONTH FROM d) AS BIGINT))"
    ),
    (
      "date_diff('week', d, d)",
      "(CAST(DATE_TRUNC('week', d) AS DATE) "
        + "- CAST(DATE_TRUNC('week', d) AS DATE)) / 7"
    ),
    (
      "date_diff('hour', at, at)",
      "CAST((EXTRACT(EPOCH FROM DATE_TRUNC('hour', at)) "
        + "- EXTRACT(EPOCH FROM DATE_TRUNC('hour', at))) / 3600 AS BIGINT)"
    ),
    ("year(d)", "CAST(EXTRACT(YEAR FROM d) AS BIGINT)"),
    ("quarter(d)", "CAST(EXTRACT(QUARTER FROM d) AS BIGINT)"),
    ("month(d)", "CAST(EXTRACT(MONTH FROM d) AS BIGINT)"),
    ("week(d)", "CAST(EXTRACT(WEEK FROM d) AS BIGINT)"),
    ("day(d)", "CAST(EXTRACT(DAY FROM d) AS BIGINT)"),
    ("weekday(d)", "CAST(EXTRACT(ISODOW FROM d) AS BIGINT)"),
    ("hour(at)", "CAST(EXTRACT(HOUR FROM at) AS BIGINT)"),
    ("minute(at)", "CAST(EXTRACT(MINUTE FROM at) AS BIGINT)"), ("coalesce(n, 0)", "COALESCE(n, 0)"),
    ("nullif(n, 0)", "NULLIF(n, 0)"), ("count(*)", "COUNT(*)"), ("count(s)", "COUNT(s)"),
    ("count(distinct s)", "COUNT(DISTINCT s)"), ("sum(n)", "CAST(SUM(n) AS BIGINT)"),
    ("sum(x)", "SUM(x)"), ("avg(x)", "AVG(x)"), ("mean(m)", "AVG(CAST(m AS DOUBLE PRECISION))"),
    ("min(s)", "MIN(s)"), ("max(d)", "MAX(d)"),
    ("median(x)", "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY x)"),
    ("quantile(x, 0.9)", "PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY x)"),
    ("stddev(x)", "STDDEV_SAMP(x)"), ("variance(x)", "VAR_SAMP(x)"), ("corr(x, y)", "CORR(x, y)"),
    ("covariance(x, y)", "COVAR_SAMP(x, y)"), ("any_value(s)", "MIN(s)"),
    ("string_agg(s, r)", "STRING_AGG(s, r ORDER BY s)"),
    ("row_number() over (order by n)", "ROW_NUMBER() OVER (ORDER BY n NULLS LAST)"),
    ("rank() over (order by n desc)", "RANK() OVER (ORDER BY n DESC NULLS LAST)"),
    ("dense_rank() over (order by n)", "DENSE_RANK() OVER (ORDER BY n NULLS LAST)"),
    ("ntile(4) over (order by n)", "NTILE(4) OVER (ORDER BY n NULLS LAST)"),
    ("lag(x) over (order by n)", "LAG(x) OVER (ORDER BY n NULLS LAST)"),
    ("lead(x, 2, 0) over (order by n)", "LEAD(x, 2, 0) OVER (ORDER BY n NULLS LAST)"),
    ("first_value(x) over (order by n)", "FIRST_VALUE(x) OVER (ORDER BY n NULLS LAST)"),
    (
      "last_value(x) over (order by n rows between current row and unbounded following)",
      "LAST_VALUE(x) OVER (ORDER BY n NULLS LAST "
        + "ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)"
    ),
    (
      "moving_average(x, 7) over (partition by s order by d)",
      "CASE WHEN COUNT(x) OVER (PARTITION BY s ORDER BY d NULLS LAST "
        + "ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) = 7 "
        + "THEN AVG(x) OVER (PARTITION BY s ORDER BY d NULLS LAST "
        + "ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) END"
    ),
    (
      "cumulative(x) over (order by d)",
      "CASE WHEN x IS NOT NULL THEN SUM(x) OVER (ORDER BY d NULLS LAST "
        + "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) END"
    ),
    ("change(x) over (order by d)", "x - LAG(x) OVER (ORDER BY d NULLS LAST)"),
    (
      "sum(x) filter (where b) over (partition by s)",
      "SUM(x) FILTER (WHERE b) OVER (PARTITION BY s)"
    ),
    ("count(*) filter (where x > 1)", "COUNT(*) FILTER (WHERE x > 1)"),
  ]

  @Test(arguments: calls)
  func functionIsWorded(_ sample: (written: String, sql: String)) throws {
    let problems = Problems()
    let expression = try #require(checked(sample.written), "\(sample.written)")
    let compiled = Compiler.compile(expression, for: StandardDialect(), problems: problems)
    #expect(problems.all == [])
    #expect(compiled.map { plain($0.sql) } == sample.sql)
  }

  @Test func everyFunctionIsWordedOrRefused() {
    let written = Self.calls.map(\.written) + ["today()", "now()"] + Self.refusals.map(\.written)
    for function in Function.allCases where function.signature?.isLocal == false {
      let isTested = written.contains { text in
        text.hasPrefix("\(function.rawValue)(") || (function == .avg && text.hasPrefix("avg("))
      }
      #expect(isTested, "\(function) has no test here")
    }
  }

  static let refusals: [(written: String, told: String)] = [
    ("skewness(x)", "standard cannot compute 'skewness' in a query"),
    ("kurtosis(x)", "standard cannot compute 'kurtosis' in a query"),
    ("ewma(x, 7) over (order by d)", "standard cannot compute 'ewma' in a query"),
    ("moving_average(x, 7)", "moving_average needs an order of the rows"),
    ("median(x) over ()", "standard cannot compute 'median' over a window"),
  ]

  @Test(arguments: refusals)
  func lackOfTheDatabaseIsTold(_ sample: (written: String, told: String)) throws {
    let problems = Problems()
    let expression = try #require(checked(sample.written))
    #expect(Compiler.compile(expression, for: StandardDialect(), problems: problems) == nil)
    #expect(problems.all.map(\.message) == [sample.told])
  }

  @Test func dialectWordsWhatItDoesOtherwise() throws {
    let expression = try #require(checked("median(x) filter (where b) + skewness(x)"))
    let compiled = Compiler.compile(expression, for: OddDialect(), problems: Problems())
    #expect(compiled?.sql == "mid(CASE WHEN `t`.`b` THEN `t`.`x` END) + skew(`t`.`x`)")
  }

  @Test(arguments: [
    ("contains(s, r) = b", "has(s, r) = b"), ("upper(s) || r", "(s COLLATE upper) || r"),
    ("cast(n as boolean) = b", "(n <> 0) = b"),
    ("cast(n as double) * -x", "(n::DOUBLE PRECISION) * (-x)"),
    ("not cast(n as boolean)", "NOT (n <> 0)"), ("avg(x) over () + 1", "AVG(x) OVER () + 1"),
  ])
  func wordingOfADialectIsNotTornApart(_ sample: (written: String, sql: String)) throws {
    struct Wide: Dialect {
      let name = "wide"
      let capabilities: Capabilities = .standard
      func wording(of call: WordedCall) -> String? { OddDialect().wording(of: call) }
      func wording(casting value: Worded, to type: ValueType) -> String {
        OddDialect().wording(casting: value, to: type)
      }
    }
    let expression = try #require(checked(sample.written))
    let compiled = Compiler.compile(expression, for: Wide(), problems: Problems())
    #expect(compiled.map { plain($0.sql) } == sample.sql)
  }

  @Test func countWithAFilterIsWordedWithCaseWhereFiltersLack() throws {
    let expression = try #require(checked("count(*) filter (where b)"))
    let compiled = Compiler.compile(expression, for: OddDialect(), problems: Problems())
    #expect(compiled?.sql == "COUNT(CASE WHEN `t`.`b` THEN 1 END)")
  }

  @Test func equalValuesShareANumberedPlaceholder() throws {
    let expression = try #require(checked("s = 'a' or r = 'b' or s = 'a' or n = :p or n < :p"))
    let compiled = Compiler.compile(expression, for: OddDialect(), problems: Problems())
    #expect(
      compiled?.sql.replacing("`t`.", with: "").replacing("`", with: "")
        == "(s = $1) OR (r = $2) OR (s = $1) OR (n = $3) OR (n < $3)")
    #expect(compiled?.bindings.count == 3)
  }

  @Test(arguments: ["x\"y", "\"; DROP TABLE users; --", "a b", ""])
  func nameStaysInsideItsQuotes(_ name: String) {
    let quoted = StandardDialect().quoted(name)
    let inner = quoted.dropFirst().dropLast().replacing("\"\"", with: "")
    #expect(!inner.contains("\""))
    #expect(quoted.hasPrefix("\"") && quoted.hasSuffix("\""))
  }
}

/// A day that is known to exist.
private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
  CivilDate(year: year, month: month, day: day) ?? CivilDate(days: 0)
}
