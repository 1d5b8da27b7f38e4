import Dates
import Frame

/// The expression language by example: each expression with the value it has everywhere.
///
/// They are computed on one row: `n` 7, `x` 2.5, `price` 12.34, `name` 'Éva', `day` 2026-03-31, `at`
/// 2026-03-31 13:45:10.5, `yes` true, `gone` null (an integer).
enum LanguageSamples {
  static let row = DataFrame([
    ("n", Column(integers: [7])), ("x", Column(doubles: [2.5])),
    ("price", Column(.decimal([1234], scale: 2))), ("name", Column(texts: ["Éva"])),
    ("day", Column(dates: [CivilDate("2026-03-31")])),
    ("at", Column(timestamps: [Timestamp("2026-03-31 13:45:10.5")])),
    ("yes", Column(booleans: [true])), ("gone", Column(integers: [nil])),
  ])

  static let all: [(text: String, expected: String)] =
    numbers + texts + dates + casts + logic + precedence

  static let numbers: [(text: String, expected: String)] = [
    ("n / 2", "3.5"), ("n / 0", ""), ("7 / 2", "3.5"), ("n % 4", "3"), ("x % 2", "0.5"),
    ("-n % 4", "-3"), ("n % -4", "3"), ("n % 0", ""), ("x % 0", ""), ("price % 5", "2.34"),
    ("price + price", "24.68"), ("price * 2", "24.68"), ("price * price", "152.2756"),
    ("price - 20", "-7.66"), ("0.1 + 0.2", "0.3"), ("gone + 1", ""),
    ("x * price", "30.85"), ("n * x", "17.5"), ("price / 2", "6.17"), ("price / 0", ""),
    ("abs(-x)", "2.5"), ("abs(-n)", "7"), ("abs(-price)", "12.34"), ("abs(gone)", ""),
    ("round(x)", "3"), ("round(-x)", "-3"), ("round(3.5)", "4"), ("round(x + 1)", "4"),
    ("round(2.675, 2)", "2.68"), ("round(cast(2.675 as double), 2)", "2.68"),
    ("round(cast(0.285 as double), 2)", "0.29"), ("round(1234, -2)", "1200"),
    ("round(1250, -2)", "1300"), ("round(-1250, -2)", "-1300"), ("round(price, 1)", "12.3"),
    ("round(price)", "12"), ("round(n, 2)", "7"), ("round(gone, 1)", ""), ("floor(-x)", "-3"),
    ("floor(price)", "12"), ("floor(n)", "7"), ("ceil(x)", "3"), ("ceil(-price)", "-12"),
    ("sqrt(16)", "4"), ("sqrt(-1)", ""), ("sqrt(price * 0)", "0"), ("exp(0)", "1"),
    ("ln(exp(2))", "2"), ("ln(0)", ""), ("ln(-1)", ""), ("log10(1000)", "3"), ("log10(gone)", ""),
    ("power(2, 10)", "1024"), ("power(x, 2)", "6.25"), ("power(4, 0.5)", "2"),
    ("power(2, -1)", "0.5"), ("sign(-x)", "-1"), ("sign(0)", "0"), ("sign(price)", "1"),
    ("least(3, gone, 2)", "2"), ("least(gone, gone)", ""), ("greatest(n, x)", "7"),
    ("greatest(price, 12)", "12.34"), ("-(-n)", "7"), ("1 - -1", "2"),
    ("9223372036854775807 - 1", "9223372036854775806"),
  ]

  static let texts: [(text: String, expected: String)] = [
    ("lower(name)", "éva"), ("upper(name)", "ÉVA"), ("lower('ΑΔΩ ЖЯ')", "αδω жя"),
    ("length(name)", "3"), ("length('')", "0"), ("length('👩‍🔬')", "3"), ("trim('  a b ')", "a b"),
    ("trim('')", ""), ("substr(name, 2, 1)", "v"), ("substr(name, 2)", "va"),
    ("substr('héllo', 0, 3)", "hé"), ("substr('hello', -1, 3)", "h"), ("substr('hello', 9)", ""),
    ("substr('hello', 2, 0)", ""), ("replace(name, 'va', 'x')", "Éx"),
    ("replace('aXbX', 'X', '')", "ab"), ("replace('abc', '', 'x')", "abc"),
    ("concat(name, '-', n)", "Éva-7"), ("concat(name, null)", ""), ("name || '!'", "Éva!"),
    ("name || n", "Éva7"), ("'a' || gone", ""), ("contains(name, 'va')", "true"),
    ("contains(name, 'VA')", "false"), ("contains(name, '')", "true"),
    ("contains('50%', '0%')", "true"), ("starts_with(name, 'Év')", "true"),
    ("starts_with(name, '')", "true"), ("starts_with(name, 'v')", "false"),
    ("name like 'É%'", "true"), ("name like 'é%'", "false"), ("name ilike 'é_A'", "true"),
    ("name like '_va'", "true"), ("name not like '%a'", "false"), ("name like ''", "false"),
    ("'' like ''", "true"), ("'' like '%'", "true"), ("'50%' like '50\\%'", "false"),
    ("'50\\%' like '50\\%'", "true"), ("'a\\' like 'a\\'", "true"), ("'a_c' like 'a_c'", "true"),
    ("name = 'éva'", "false"), ("name != 'éva'", "true"), ("'a' < 'B'", "false"),
    ("'Z' < 'a'", "true"), ("'z' < 'é'", "true"), ("'a' < 'ab'", "true"), ("'' = 'a'", "false"),
    ("'' is null", "false"), ("greatest('a', 'b')", "b"), ("least('a', 'B')", "B"),
    ("'a ' = 'a'", "false"), ("'it''s'", "it's"), ("'\\n'", "\\n"), ("'\"`;--'", "\"`;--"),
  ]

  static let dates: [(text: String, expected: String)] = [
    ("date_trunc('week', day)", "2026-03-30"), ("date_trunc('month', day)", "2026-03-01"),
    ("date_trunc('day', day)", "2026-03-31"), ("date_trunc('year', day)", "2026-01-01"),
    ("date_trunc('quarter', at)", "2026-01-01 00:00:00"),
    ("date_trunc('week', at)", "2026-03-30 00:00:00"),
    ("date_trunc('day', at)", "2026-03-31 00:00:00"),
    ("date_trunc('hour', at)", "2026-03-31 13:00:00"),
    ("date_trunc('minute', at)", "2026-03-31 13:45:00"),
    ("date_trunc('second', at)", "2026-03-31 13:45:10"),
    ("date_trunc('millisecond', at)", "2026-03-31 13:45:10.500000"),
    ("date_add('month', -1, day)", "2026-02-28"), ("date_add('month', 11, day)", "2027-02-28"),
    ("date_add('year', -2, date '2024-02-29')", "2022-02-28"),
    ("date_add('quarter', 1, day)", "2026-06-30"), ("date_add('week', 2, day)", "2026-04-14"),
    ("date_add('day', n, day)", "2026-04-07"), ("date_add('day', gone, day)", ""),
    ("date_add('hour', 12, at)", "2026-04-01 01:45:10.500000"),
    ("date_add('minute', -46, at)", "2026-03-31 12:59:10.500000"),
    ("date_add('second', 50, at)", "2026-03-31 13:46:00.500000"),
    ("date_add('millisecond', 500, at)", "2026-03-31 13:45:11"),
    ("date_add('microsecond', 1, at)", "2026-03-31 13:45:10.500001"),
    ("date_add('month', 1, at)", "2026-04-30 13:45:10.500000"),
    ("day + interval '1 day'", "2026-04-01"), ("day - interval '1 month'", "2026-02-28"),
    ("at + interval '90 minutes'", "2026-03-31 15:15:10.500000"), ("day + 1", "2026-04-01"),
    ("day - n", "2026-03-24"), ("day - date '2026-03-01'", "30"),
    ("date_diff('day', date '2026-03-01', day)", "30"), ("date_diff('day', day, at)", "0"),
    ("date_diff('month', date '2025-12-31', day)", "3"),
    ("date_diff('quarter', date '2025-12-31', day)", "1"),
    ("date_diff('year', date '2025-12-31', day)", "1"),
    ("date_diff('week', date '2026-03-29', day)", "1"),
    ("date_diff('week', day, date '2026-03-29')", "-1"),
    ("date_diff('hour', timestamp '2026-03-31 12:59:59', at)", "1"),
    ("date_diff('minute', at, timestamp '2026-03-31 13:46:00')", "1"),
    ("date_diff('second', timestamp '2026-03-31 13:45:09.9', at)", "1"),
    ("date_diff('millisecond', at, timestamp '2026-03-31 13:45:11')", "500"),
    ("date_diff('microsecond', at, timestamp '2026-03-31 13:45:10')", "-500000"),
    ("year(day)", "2026"), ("quarter(day)", "1"), ("month(at)", "3"),
    ("week(date '2027-01-01')", "53"), ("week(date '2024-12-30')", "1"), ("day(at)", "31"),
    ("weekday(day)", "2"), ("weekday(date '2026-03-29')", "7"), ("hour(at)", "13"),
    ("minute(at)", "45"), ("day = date '2026-03-31'", "true"), ("at >= day", "true"),
    ("at < timestamp '2026-03-31 13:45:11'", "true"), ("day < '2026-04-01'", "true"),
    ("day between '2026-03-31' and '2026-04-01'", "true"), ("date '0001-01-01' < day", "true"),
    ("greatest(day, date '2026-04-01')", "2026-04-01"),
    ("date_trunc('month', date '0001-01-31')", "0001-01-01"),
    ("date_add('day', 1, date '9999-12-30')", "9999-12-31"),
    ("timestamp '2026-03-08 02:30:00'", "2026-03-08 02:30:00"),
    ("hour(timestamp '2026-03-08 02:30:00')", "2"),
  ]

  static let casts: [(text: String, expected: String)] = [
    ("cast(x as integer)", "3"), ("cast(-x as integer)", "-3"), ("cast(3.5 as integer)", "4"),
    ("cast('12' as integer)", "12"), ("cast(' -12 ' as integer)", "-12"), ("cast(n as text)", "7"),
    ("cast(n > 5 as text)", "true"), ("cast(n < 5 as text)", "false"),
    ("cast('true' as boolean)", "true"), ("cast('F' as boolean)", "false"),
    ("cast(at as date)", "2026-03-31"), ("cast(day as timestamp)", "2026-03-31 00:00:00"),
    ("cast('1.50' as decimal)", "1.5"), ("cast('1e3' as double)", "1000"),
    ("cast(price as double)", "12.34"), ("cast(price as integer)", "12"),
    ("cast(n as boolean)", "true"), ("cast(n - 7 as boolean)", "false"),
    ("cast(yes as integer)", "1"), ("cast(day as text)", "2026-03-31"),
    ("cast(at as text)", "2026-03-31 13:45:10.500000"),
    ("cast(timestamp '2026-03-31 13:45:10' as text)", "2026-03-31 13:45:10"),
    ("cast('2026-03-31' as date)", "2026-03-31"),
    ("cast('2026-03-31 13:45:10.5' as timestamp)", "2026-03-31 13:45:10.500000"),
    ("cast(gone as text)", ""), ("cast(null as integer)", ""), ("cast(x as text)", "2.5"),
    ("cast(price as text)", "12.34"), ("cast(cast(3 as double) as text)", "3"),
    ("cast(cast(0.1 as double) as text)", "0.1"),
  ]

  static let logic: [(text: String, expected: String)] = [
    ("gone is null", "true"), ("gone is not null", "false"), ("gone = 1", ""), ("gone != 1", ""),
    ("gone = gone", ""), ("yes and gone = 1", ""), ("not yes and gone = 1", "false"),
    ("yes or gone = 1", "true"), ("not (gone = 1)", ""), ("coalesce(gone, n)", "7"),
    ("coalesce(n)", "7"), ("coalesce(gone, x)", "2.5"), ("nullif(n, 7)", ""), ("nullif(n, 8)", "7"),
    ("n in (1, 7)", "true"), ("n in (1, null)", ""), ("n not in (1, null)", ""),
    ("n not in (1, 2)", "true"), ("gone in (1)", ""), ("n in (7.0)", "true"),
    ("n between 1 and 7", "true"), ("n between 7 and 1", "false"),
    ("n not between 1 and 6", "true"),
    ("gone between 1 and 2", ""), ("case when n > 5 then 'big' else 'small' end", "big"),
    ("case when gone = 1 then 'one' else 'other' end", "other"),
    ("case n when 7 then 'seven' when 8 then 'eight' end", "seven"),
    ("case n when 1 then 'one' end", ""), ("case when n > 5 then 1 else 2.5 end", "1"),
    ("yes", "true"), ("not yes", "false"), ("yes = (n > 5)", "true"), ("yes != false", "true"),
    ("price = 12.34", "true"), ("price > 12", "true"), ("x = 2.5", "true"), ("n = 7.0", "true"),
    ("null", ""),
  ]

  static let precedence: [(text: String, expected: String)] = [
    ("2 + 3 * 4", "14"), ("(2 + 3) * 4", "20"), ("10 - 4 - 3", "3"), ("10 - (4 - 3)", "9"),
    ("100 / 10 / 2", "5"), ("100 / (10 / 2)", "20"), ("not n = 7 or yes", "true"),
    ("not (n = 7 or yes)", "false"), ("yes or yes and n = 1", "true"),
    ("(yes or yes) and n = 1", "false"), ("n + 1 between 8 and 8", "true"),
    ("'a' || 'b' = 'ab'", "true"), ("-power(2, 2)", "-4"), ("(n = 7) = yes", "true"),
    ("(n in (7)) = yes", "true"), ("(n is null) = (not yes)", "true"), ("- -n", "7"),
    ("10 % 4 * 2", "4"), ("10 % (4 * 2)", "2"),
  ]

  /// What has no value: the query fails, on each database and before a number is wrong.
  static let refused = [
    "cast('x' as integer)", "cast('12abc' as integer)", "cast('' as double)",
    "cast('1.5x' as decimal)",
    "cast('soon' as date)", "cast('2026-02-30' as date)", "cast('2026-01-01 25:00' as timestamp)",
    "cast('perhaps' as boolean)", "cast(1e20 as integer)", "9223372036854775807 + n",
    "-9223372036854775807 - n", "9223372036854775807 * n",
  ]
}
