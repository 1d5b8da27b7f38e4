import DatabaseSQLite
import Dates
import Diagnostics
import Expressions
import Frame
import SQL
import Testing

/// The expression language on SQLite, from its text to the value.
@Suite struct LanguageTests {
  /// The value of an expression over the one row (`n` 7, `x` 2.5, `price` 12.34, `name` 'Éva',
  /// `day` 2026-03-31, `at` 2026-03-31 13:45:10.5, `gone` null), or what was told.
  private func value(_ text: String) async throws -> String {
    let fixture = try Fixture(
      """
      CREATE TABLE t (n INT, x REAL, price DECIMAL(10,2), name TEXT, day DATE, at TIMESTAMP, gone INT);
      INSERT INTO t VALUES
        (7, 2.5, 12.34, 'Éva', '2026-03-31', '2026-03-31 13:45:10.5', NULL);
      """)
    let connection = try fixture.connect()
    let table = try #require(try await connection.reflect(TableName(["t"])))
    let columns = table.columns.map { ScopeColumn(name: $0.name, type: $0.type) }
    let problems = Problems()
    let source = SourceText(text, at: SourcePlace(file: "t.yaml", line: 1, column: 1))
    let scope = Scope(tables: [(alias: nil, columns: columns)])
    guard let parsed = Expression(parsing: source, problems: problems),
      let checked = parsed.check(in: scope, problems: problems),
      let query = Compiler.compile(checked, for: connection.dialect, problems: problems)
    else { return problems.all.map(\.message).joined(separator: "; ") }
    let whole = CompiledQuery(
      sql: "SELECT \(query.sql) AS value FROM t", bindings: query.bindings, columns: query.columns)
    return try await connection.fetch(whole, parameters: [:]).columns[0][0].description
  }

  @Test(arguments: [
    ("n / 2", "3.5"), ("n / 0", ""), ("n % 4", "3"), ("x % 2", "0.5"), ("-n % 4", "-3"),
    ("price + price", "24.68"), ("price * 2", "24.68"), ("0.1 + 0.2", "0.3"), ("gone + 1", ""),
    ("abs(-x)", "2.5"), ("round(x)", "3"), ("round(-x)", "-3"), ("round(2.675, 2)", "2.68"),
    ("round(1234, -2)", "1200"), ("round(price, 1)", "12.3"), ("floor(-x)", "-3"),
    ("ceil(x)", "3"), ("sqrt(16)", "4"), ("sqrt(-1)", ""), ("ln(exp(2))", "2"), ("ln(0)", ""),
    ("log10(1000)", "3"), ("power(2, 10)", "1024"), ("sign(-x)", "-1"), ("least(3, gone, 2)", "2"),
    ("greatest('a', 'b')", "b"),
  ])
  func numbersAreRight(_ text: String, _ expected: String) async throws {
    #expect(try await value(text) == expected)
  }

  @Test(arguments: [
    ("lower(name)", "éva"), ("upper(name)", "ÉVA"), ("length(name)", "3"), ("trim('  a ')", "a"),
    ("substr(name, 2, 1)", "v"), ("replace(name, 'va', 'x')", "Éx"),
    ("concat(name, '-', n)", "Éva-7"),
    ("name || '!'", "Éva!"), ("contains(name, 'va')", "true"), ("contains(name, 'VA')", "false"),
    ("starts_with(name, 'Év')", "true"), ("name like 'É%'", "true"), ("name like 'é%'", "false"),
    ("name ilike 'é_A'", "true"), ("name like '_va'", "true"), ("name not like '%a'", "false"),
    ("'50%' like '50\\%'", "false"), ("'a_c' like 'a_c'", "true"), ("gone is null", "true"),
    ("name = 'éva'", "false"), ("coalesce(gone, n)", "7"), ("coalesce(n)", "7"),
    ("nullif(n, 7)", ""), ("case when n > 5 then 'big' else 'small' end", "big"),
  ])
  func textsAreRight(_ text: String, _ expected: String) async throws {
    #expect(try await value(text) == expected)
  }

  @Test(arguments: [
    ("date_trunc('week', day)", "2026-03-30"), ("date_trunc('month', day)", "2026-03-01"),
    ("date_trunc('quarter', at)", "2026-01-01 00:00:00"),
    ("date_trunc('day', at)", "2026-03-31 00:00:00"),
    ("date_trunc('hour', at)", "2026-03-31 13:00:00"),
    ("date_trunc('minute', at)", "2026-03-31 13:45:00"),
    ("date_trunc('second', at)", "2026-03-31 13:45:10"),
    ("date_trunc('year', day)", "2026-01-01"), ("date_add('month', -1, day)", "2026-02-28"),
    ("date_add('hour', 12, at)", "2026-04-01 01:45:10.500000"),
    ("day + interval '1 day'", "2026-04-01"), ("date_diff('day', date '2026-03-01', day)", "30"),
    ("date_diff('month', date '2025-12-31', day)", "3"),
    ("date_diff('week', date '2026-03-29', day)", "1"), ("year(day)", "2026"),
    ("quarter(day)", "1"), ("month(at)", "3"), ("week(date '2027-01-01')", "53"), ("day(at)", "31"),
    ("weekday(day)", "2"), ("hour(at)", "13"), ("minute(at)", "45"),
    ("day = date '2026-03-31'", "true"), ("at >= day", "true"),
    ("at < timestamp '2026-03-31 13:45:11'", "true"),
  ])
  func datesAreRight(_ text: String, _ expected: String) async throws {
    #expect(try await value(text) == expected)
  }

  @Test(arguments: [
    ("cast(x as integer)", "3"), ("cast('12' as integer)", "12"), ("cast(n as text)", "7"),
    ("cast(n > 5 as text)", "true"), ("cast('true' as boolean)", "true"),
    ("cast(at as date)", "2026-03-31"), ("cast(day as timestamp)", "2026-03-31 00:00:00"),
    ("cast('1.50' as decimal)", "1.5"), ("cast(price as double)", "12.34"),
    ("cast(n as boolean)", "true"),
  ])
  func castsAreRight(_ text: String, _ expected: String) async throws {
    #expect(try await value(text) == expected)
  }

  @Test(arguments: ["cast('x' as integer)", "cast('' as double)", "cast('soon' as date)"])
  func castOfWhatIsNoneFails(_ text: String) async throws {
    await #expect(throws: (any Error).self) { try await value(text) }
  }
}
