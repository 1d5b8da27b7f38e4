import Database
import DatabaseDuckDB
import Dates
import DialectSuite
import Expressions
import Frame
import Testing

@Suite(.enabled(if: TestServer.duckdb.isExpected)) struct TypesTests {
  /// Each type of column by its extremes and a null.
  static let samples: [(type: String, values: [String], column: Column)] = [
    ("BOOLEAN", ["true", "false"], Column(booleans: [true, false, nil])),
    ("TINYINT", ["-128", "127"], Column(integers: [-128, 127, nil])),
    ("SMALLINT", ["-32768", "32767"], Column(integers: [-32768, 32767, nil])),
    (
      "INTEGER", ["-2147483648", "2147483647"],
      Column(integers: [-2_147_483_648, 2_147_483_647, nil])
    ),
    (
      "BIGINT", ["-9223372036854775808", "9223372036854775807"],
      Column(integers: [.min, .max, nil])
    ),
    ("UTINYINT", ["0", "255"], Column(integers: [0, 255, nil])),
    ("USMALLINT", ["0", "65535"], Column(integers: [0, 65535, nil])),
    ("UINTEGER", ["0", "4294967295"], Column(integers: [0, 4_294_967_295, nil])),
    // Whole numbers of more than 63 bits are integers where all of them fit, else decimals.
    ("UBIGINT", ["0", "7"], Column(integers: [0, 7, nil])),
    (
      "UBIGINT", ["0", "18446744073709551615"],
      Column(
        .decimal([0, 18_446_744_073_709_551_615, 0], scale: 0), presence: [true, true, false])
    ),
    (
      "HUGEINT",
      [
        "-170141183460469231731687303715884105728", "170141183460469231731687303715884105727",
      ], Column(.decimal([.min, .max, 0], scale: 0), presence: [true, true, false])
    ),
    ("UHUGEINT", ["0", "12"], Column(integers: [0, 12, nil])),
    ("FLOAT", ["0.5", "-0"], Column(doubles: [0.5, -0.0, nil])),
    (
      "DOUBLE", ["'0.30000000000000004'", "'1.7976931348623157e308'"],
      Column(doubles: [0.30000000000000004, 1.7976931348623157e308, nil])
    ),
    ("DOUBLE", ["'inf'", "'-inf'"], Column(doubles: [.infinity, -.infinity, nil])),
    (
      "DECIMAL(4, 1)", ["-999.9", "0.1"],
      Column(.decimal([-9999, 1, 0], scale: 1), presence: [true, true, false])
    ),
    (
      "DECIMAL(9, 2)", ["-9999999.99", "0.01"],
      Column(.decimal([-999_999_999, 1, 0], scale: 2), presence: [true, true, false])
    ),
    (
      "DECIMAL(18, 3)", ["-999999999999999.999", "0.001"],
      Column(.decimal([-999_999_999_999_999_999, 1, 0], scale: 3), presence: [true, true, false])
    ),
    (
      "DECIMAL(38, 38)",
      [
        "'-0.99999999999999999999999999999999999999'", "'0.00000000000000000000000000000000000001'",
      ],
      Column(
        .decimal([-99_999_999_999_999_999_999_999_999_999_999_999_999, 1, 0], scale: 38),
        presence: [true, true, false])
    ),
    (
      "VARCHAR", ["''", "'twelve bytes'", "'thirteen byte'", "'a' || chr(0) || 'b'"],
      Column(texts: ["", "twelve bytes", "thirteen byte", "a\0b", nil])
    ),
    ("ENUM ('b', 'ä''')", ["'b'", "'ä'''"], Column(texts: ["b", "ä'", nil])),
    (
      "UUID",
      ["'00000000-0000-0000-0000-000000000000'", "'fedcba98-7654-3210-0123-456789ABCDEF'"],
      Column(
        texts: [
          "00000000-0000-0000-0000-000000000000", "fedcba98-7654-3210-0123-456789abcdef", nil,
        ])
    ),
    ("JSON", ["'{\"a\": 1}'"], Column(texts: ["{\"a\": 1}", nil])),
    (
      "DATE", ["'0001-01-01'", "'9999-12-31'"],
      Column(dates: [CivilDate("0001-01-01"), CivilDate("9999-12-31"), nil])
    ),
    (
      "TIMESTAMP", ["'0001-01-01'", "'9999-12-31 23:59:59.999999'"],
      Column(timestamps: [
        Timestamp("0001-01-01 00:00:00"), Timestamp("9999-12-31 23:59:59.999999"), nil,
      ])
    ),
    (
      "TIMESTAMP_S", ["'0001-01-01'", "'1969-12-31 23:59:59'"],
      Column(timestamps: [
        Timestamp("0001-01-01 00:00:00"), Timestamp("1969-12-31 23:59:59"), nil,
      ])
    ),
    (
      "TIMESTAMP_MS", ["'9999-12-31 23:59:59.999'", "'1969-12-31 23:59:59.999'"],
      Column(timestamps: [
        Timestamp("9999-12-31 23:59:59.999"), Timestamp("1969-12-31 23:59:59.999"), nil,
      ])
    ),
    // Digits beyond the microsecond are cut, before 1970 too.
    (
      "TIMESTAMP_NS", ["'2026-01-01 00:00:00.123456789'", "'1969-12-31 23:59:59.999999999'"],
      Column(timestamps: [
        Timestamp("2026-01-01 00:00:00.123456"), Timestamp("1969-12-31 23:59:59.999999"), nil,
      ])
    ),
    (
      "TIMESTAMPTZ", ["'2026-01-01 00:00:00-05'", "'2026-01-01 00:00:00'"],
      Column(timestamps: [
        Timestamp("2026-01-01 05:00:00"), Timestamp("2026-01-01 00:00:00"), nil,
      ])
    ),
    // The rest comes in DuckDB's words.
    ("TIME", ["'12:30:00.5'"], Column(texts: ["12:30:00.5", nil])),
    ("INTERVAL", ["'1 month 2 days'"], Column(texts: ["1 month 2 days", nil])),
    ("BLOB", ["'\\x00a'"], Column(texts: ["\\x00a", nil])),
    ("BIT", ["'0101'"], Column(texts: ["0101", nil])),
    ("INTEGER[]", ["[1, NULL]"], Column(texts: ["[1, NULL]", nil])),
    ("INTEGER[2]", ["[1, 2]"], Column(texts: ["[1, 2]", nil])),
    ("STRUCT(a INT)", ["{'a': 1}"], Column(texts: ["{'a': 1}", nil])),
    ("MAP(VARCHAR, INT)", ["MAP {'k': 1}"], Column(texts: ["{k=1}", nil])),
    ("UNION(n INT, s VARCHAR)", ["'x'"], Column(texts: ["x", nil])),
  ]

  @Test(arguments: samples)
  func typesComeBack(_ sample: (type: String, values: [String], column: Column)) async throws {
    let duck = try await DuckDBConnection(after: "CREATE TABLE t (i INT, v \(sample.type))")
    for (place, value) in (sample.values + ["NULL"]).enumerated() {
      try await duck.execute("INSERT INTO t VALUES (\(place), \(value))")
    }
    #expect(try await duck.rows("SELECT v FROM t ORDER BY i")["v"] == sample.column)
  }

  @Test func notANumberComesBack() async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let column = try await duck.rows("SELECT 'nan'::DOUBLE AS v")["v"]
    #expect(column?.doubles.first?.isNaN == true)
  }

  /// What our calendar and numbers do not hold is an error at its row, and no other value.
  @Test(
    arguments: [
      ("DATE 'infinity'", "infinity"), ("DATE '-infinity'", "-infinity"),
      ("DATE '10000-01-01'", "10000-01-01"), ("DATE '0001-01-01' - 1", "0000-12-31"),
      ("TIMESTAMP 'infinity'", "infinity"),
      ("TIMESTAMP '9999-12-31 23:59:59.999999' + INTERVAL 1 microsecond", "10000-01-01 00:00:00"),
      ("TIMESTAMP_S '20000-01-01'", "20000-01-01 00:00:00"),
      ("'infinity'::TIMESTAMP_NS", "infinity"), ("'-infinity'::TIMESTAMPTZ", "-infinity"),
    ])
  func momentsBeyondTheCalendarAreTold(_ value: String, _ found: String) async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let sql =
      "SELECT CASE WHEN range = 2999 THEN \(value) WHEN range > 9 THEN NULL END AS v FROM range(3001)"
    await #expect(
      throws: DatabaseError.badValue(
        column: "v", row: 3000, found: found, expected: "a date of the years 1 to 9999")
    ) { try await duck.rows(sql) }
  }

  @Test func numbersBeyondOursAreTold() async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let most = "340282366920938463463374607431768211455"
    await #expect(
      throws: DatabaseError.badValue(
        column: "v", row: 1, found: most, expected: "a number of at most 38 digits")
    ) { try await duck.rows("SELECT \(most.quotedText)::UHUGEINT AS v") }
  }

  /// A checked query's columns are of the checked types, whatever DuckDB gives.
  @Test(
    arguments: [
      ("7::HUGEINT", .integer, .integer(7)), ("7.0::DECIMAL(5, 1)", .integer, .integer(7)),
      ("7::DOUBLE", .integer, .integer(7)), ("7", .double, .double(7)),
      ("7.5", .double, .double(7.5)), ("7", .decimal, .decimal(unscaled: 7, scale: 0)),
      ("7.25::DOUBLE", .decimal, .decimal(unscaled: 725, scale: 2)),
      ("DATE '2026-01-02'", .timestamp, .timestamp(Timestamp(microseconds: 1_767_312_000_000_000))),
      ("TIMESTAMP '2026-01-02'", .date, .date(CivilDate(days: 20_455))),
      ("NULL", .date, .null), ("NULL", .text, .null), ("7", .text, .text("7")),
    ] as [(String, ValueType, Value)])
  func columnsAreOfTheirCheckedTypes(_ sql: String, _ type: ValueType, _ value: Value) async throws
  {
    let duck = try DuckDBConnection(inMemory: options)
    #expect(try await duck.rows("SELECT \(sql) AS v", ["v": type])["v"]?[0] == value)
  }

  @Test(
    arguments: [
      ("9223372036854775808::HUGEINT", .integer, "a whole number of at most 63 bits"),
      ("7.5", .integer, "a whole number of at most 63 bits"),
      ("7.5::DOUBLE", .integer, "a whole number"), ("'x'", .integer, "integer"),
      ("TIMESTAMP '2026-01-02 12:00:00'", .date, "a date without a time"),
      ("1", .boolean, "boolean"), ("'inf'::DOUBLE", .decimal, "a decimal"),
    ] as [(String, ValueType, String)])
  func valuesOfAnotherTypeAreTold(_ sql: String, _ type: ValueType, _ expected: String) async throws
  {
    let duck = try DuckDBConnection(inMemory: options)
    let error = await #expect(throws: DatabaseError.self) {
      try await duck.rows("SELECT \(sql) AS v", ["v": type])
    }
    guard case .badValue("v", 1, _, expected)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func manyRowsCrossTheBordersOfChunks() async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let count = 300_000
    let isPresent = (0..<count).map { $0 % 7 != 0 && !(4096..<6200).contains($0) }
    let frame = DataFrame([
      (
        "i",
        Column(.integer((0..<count).map { isPresent[$0] ? Int64($0) : 0 }), presence: isPresent)
      ),
      ("x", Column(.double((0..<count).map { Double($0) / 8 }))),
      (
        "s",
        Column(
          .text((0..<count).map { isPresent[$0] ? "row number \($0)" : "" }), presence: isPresent)
      ),
      (
        "d",
        Column(
          .decimal((0..<count).map { isPresent[$0] ? Int128($0) : 0 }, scale: 2),
          presence: isPresent)
      ),
      ("b", Column(.boolean((0..<count).map { $0 % 2 == 0 }))),
    ])
    try await duck.create("many", from: frame)
    #expect(try await duck.rows("SELECT * FROM many") == frame)
  }

  @Test func aTextOfAMillionCharactersComesBack() async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let text = String(repeating: "é", count: 1_000_000)
    try await duck.create("long", from: DataFrame([("s", Column(texts: [text, nil, "x"]))]))
    #expect(try await duck.rows("FROM long")["s"] == Column(texts: [text, nil, "x"]))
  }
}

extension String {
  fileprivate var quotedText: String { "'\(self)'" }
}
