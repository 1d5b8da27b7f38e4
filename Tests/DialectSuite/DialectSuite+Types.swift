import Dates
import Frame
import SQL
import Testing

extension DialectSuite {
  /// Every type of column comes back as it went in, a null in each place too.
  func types() async throws {
    let frame = TypeSamples.frame
    try await engine.make("samples", of: frame)
    let all = "q: { from: run.samples, select: ['*'], order_by: [id] }"
    expectSame(try await rows(all), frame)
    let empty = try await rows("q: { from: run.samples, select: ['*'], where: id > 999 }")
    expectSame(empty, frame.picking([]))
    if can(.exactDecimals) { try await wideDecimals() }
    try await longText()
  }

  /// All 38 digits of a decimal.
  private func wideDecimals() async throws {
    let most = Decimals.power(37) * 9 + (Decimals.power(37) - 1)
    let frame = DataFrame([
      ("id", Column(integers: [1, 2, 3])),
      ("whole", Column(.decimal([most, -most, 0], scale: 0), presence: [true, true, false])),
      ("part", Column(.decimal([most, -most, 1], scale: 18))),
    ])
    try await engine.make("wide", of: frame)
    expectSame(try await rows("q: { from: run.wide, select: ['*'], order_by: [id] }"), frame)
    await expect(
      "q: { from: run.wide, select: [{ s: sum(part), t: max(whole) }] }",
      gives: ["0.000000000000000001 | \(most)"])
  }

  /// A million characters in one cell.
  private func longText() async throws {
    let long = String(repeating: "0123456789é名👩", count: 77_000)
    try await engine.make(
      "long",
      of: DataFrame([("id", Column(integers: [1, 2])), ("s", Column(texts: [long, nil]))]))
    let frame = try await rows(
      "q: { from: run.long, select: [s, n: length(s)], order_by: [id] }")
    guard case .text(let text) = frame.columns[0][0] else {
      Issue.record("no text")
      return
    }
    #expect(text.utf8.elementsEqual(long.utf8))
    #expect(frame.columns[1][0] == .integer(1_001_000))
  }

  /// A parameter of each type reaches the database as what it is, a null too.
  func parameters() async throws {
    let frame = TypeSamples.frame
    try await engine.make("samples", of: frame)
    for row in 0..<frame.rowCount {
      let values = present(frame, row)
      let conditions = values.keys.sorted().map { "\($0) = :\($0)" }.joined(separator: " and ")
      let found = try await rows(
        "q: { from: run.samples, select: [id], where: \(conditions.inYAML) }", parameters: values)
      #expect(found.rowCount == 1, "\(conditions) of row \(row)")
    }
    try await nullParameters()
    try await parametersComeBack(frame)
  }

  private func present(_ frame: DataFrame, _ row: Int) -> [String: Value] {
    let cells = zip(frame.names, frame.columns).filter { $0.1.isPresent(row) }
    return Dictionary(uniqueKeysWithValues: cells.map { ($0, $1[row]) })
  }

  private func nullParameters() async throws {
    let names = ["n", "x", "m", "s", "d", "at"]
    let counts = names.map {
      "\($0): \("count(*) filter (where \($0) = :\($0) or :\($0) is null)".inYAML)"
    }
    await expect(
      "q: { from: run.samples, select: [{ \(counts.joined(separator: ", ")) }] }",
      gives: ["8 | 8 | 8 | 8 | 8 | 8"],
      parameters: Dictionary(uniqueKeysWithValues: names.map { ($0, .null) }))
  }

  /// What is bound and selected is what was given; one query holds them all.
  private func parametersComeBack(_ frame: DataFrame) async throws {
    for row in [0, 1, 4, 6] {
      let values = present(frame, row)
      let items = values.keys.sorted().map { "\($0): ':\($0)'" }.joined(separator: ", ")
      let found = try await rows(
        "q: { from: run.samples, select: [{ \(items) }], where: id = 0 }", parameters: values)
      for (name, value) in values {
        let back = found[name]?[0] ?? .null
        #expect(isSame(back, value, relative: 0), "\(name): \(back), expected \(value)")
      }
    }
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
    "\u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{202E}x", "line\nbreak\ttab", "'\u{301}",
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

  /// All of them, with a null in each column.
  static let frame = DataFrame([
    ("id", Column(integers: [0, 1, 2, 3, 4, 5, 6, 7])),
    ("n", Column(integers: integers)),
    ("x", Column(doubles: doubles)),
    ("m", Column(.decimal(decimals, scale: 4), presence: decimals.indices.map { $0 != 5 })),
    ("s", Column(texts: texts)),
    ("d", Column(dates: dates)),
    ("at", Column(timestamps: moments)),
    ("b", Column(booleans: booleans)),
  ])
}
