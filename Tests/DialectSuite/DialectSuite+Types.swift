import Dates
import Frame
import Testing

extension DialectSuite {
  /// Every type of column comes back as it went in, a null in each place too.
  func types() async throws {
    let frame = TypeSamples.frame
    try await engine.make("samples", of: frame)
    let rows = try await rows("q: { from: run.samples, select: ['*'], order_by: [id] }")
    expectSame(rows, frame)
  }
}

/// One row a difficulty.
enum TypeSamples {
  static let integers: [Int64?] = [0, 1, -1, .max, .min, nil, 9_007_199_254_740_993, -42]
  static let doubles: [Double?] = [
    0.1, -0.5, 1.7976931348623157e308, 2.2250738585072014e-308, 0.30000000000000004, nil, 1e22,
    123456789.12345679,
  ]
  static let decimals: [Int128] = [
    0, 1, -1, 12_345_678_901_2345, -100, 0, 2500, 99_999_999_999_999,
  ]
  static let texts: [String?] = [
    "", "a", "O'Brien \"quoted\" `ticks` \\n; -- no", "e\u{301}\u{1F469}\u{200D}\u{1F52C}", nil,
    "\u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{202E}x", "line\nbreak\ttab", "NULL",
  ]
  static let dates: [CivilDate?] = [
    CivilDate("0001-01-01"), CivilDate("9999-12-31"), CivilDate("1582-10-10"),
    CivilDate("1969-12-31"), CivilDate("2024-02-29"), nil, CivilDate("1900-03-01"),
    CivilDate("1970-01-01"),
  ]
  static let moments: [Timestamp?] = [
    Timestamp("0001-01-01 00:00:00"), Timestamp("9999-12-31 23:59:59.999999"),
    Timestamp("1582-10-10 12:00:00"), nil, Timestamp("1969-12-31 23:59:59.999999"),
    Timestamp("2026-03-08 02:30:00"), Timestamp("2026-11-01 01:30:00.000001"),
    Timestamp("1883-11-18 12:03:57"),
  ]
  static let booleans: [Bool?] = [true, false, nil, true, false, true, nil, false]

  /// All of them, and a whole row of nulls.
  static let frame: DataFrame = {
    let count = integers.count
    return DataFrame([
      ("id", Column(integers: (0..<Int64(count)).map { $0 })),
      ("n", Column(integers: integers)),
      ("x", Column(doubles: doubles)),
      ("m", Column(.decimal(decimals, scale: 4), presence: decimals.indices.map { $0 != 5 })),
      ("s", Column(texts: texts)),
      ("d", Column(dates: dates)),
      ("at", Column(timestamps: moments)),
      ("b", Column(booleans: booleans)),
    ])
  }()
}
