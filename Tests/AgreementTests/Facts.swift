import Dates
import Expressions
import Frame
import TestSupport

/// The table over which random expressions are computed: nulls in every column, extremes, and texts
/// that break what reads characters, quotes or patterns carelessly.
enum Facts {
  /// The columns of expressions: each with its type and how large its values may be.
  static let columns: [Sample] = [
    Sample("n", .integer, size: 1_000), Sample("k", .integer, size: 4e15),
    Sample("x", .double, size: 1_000), Sample("y", .double, size: 1e9),
    Sample("m", .decimal, size: 1e6, scale: 2), Sample("p", .decimal, size: 100, scale: 4),
    Sample("s", .text, size: 12), Sample("r", .text, size: 8), Sample("d", .date),
    Sample("at", .timestamp), Sample("b", .boolean),
  ]

  static let rowCount = 60

  static let frame: DataFrame = {
    var random = SeededGenerator(seed: 20_260_131)
    return DataFrame([
      ("id", Column(integers: (0..<Int64(rowCount)).map { $0 })),
      (
        "g",
        Column(
          texts: (0..<rowCount).map {
            ["a", "b", "c", nil, "lonely"][min($0 % 5, $0 == 4 ? 4 : $0 % 5 % 4)]
          })
      ),
      (
        "n",
        Column(
          integers: values(&random, [0, 1, -1, 2, 7, -7]) {
            .random(in: -1_000...1_000, using: &$0)
          })
      ),
      (
        "k",
        Column(
          integers: values(&random, [4_000_000_000_000_000, -4_000_000_000_000_000, 0]) {
            .random(in: -4_000_000_000_000_000...4_000_000_000_000_000, using: &$0)
          })
      ),
      (
        "x",
        Column(
          doubles: values(&random, [0, -0.5, 0.5, 1.5, 2.5, 0.1, 0.285, 2.675, 1e-9]) {
            Double(Int.random(in: -100_000...100_000, using: &$0)) / 128
          })
      ),
      (
        "y",
        Column(
          doubles: values(&random, [0, 1e9, -1e9, 123456789.12345679, 0.30000000000000004]) {
            .random(in: -1e9...1e9, using: &$0)
          })
      ),
      (
        "m",
        decimals(
          values(&random, [0, 1, -1, 99_999_999, -99_999_999, 50, 250]) {
            .random(in: -99_999_999...99_999_999, using: &$0)
          }, scale: 2)
      ),
      (
        "p",
        decimals(
          values(&random, [0, 5_000, -5_000, 1, 999_999]) {
            .random(in: -999_999...999_999, using: &$0)
          }, scale: 4)
      ),
      ("s", Column(texts: values(&random, hostile) { hostile.randomElement(using: &$0) ?? "" })),
      ("r", Column(texts: values(&random, plain) { plain.randomElement(using: &$0) ?? "" })),
      (
        "d",
        Column(
          dates: values(&random, days) {
            CivilDate(days: .random(in: -30_000...40_000, using: &$0))
          })
      ),
      (
        "at",
        Column(
          timestamps: values(&random, moments) {
            Timestamp(
              microseconds: .random(in: -2_000_000_000_000_000...3_000_000_000_000_000, using: &$0))
          })
      ),
      ("b", Column(booleans: values(&random, [true, false]) { Bool.random(using: &$0) })),
    ])
  }()

  private static let hostile = [
    "", " ", "  a b ", "O'Brien", "\"q\"", "`t`", "a\\b", "50%", "a_c", "e\u{301}", "é", "\u{301}x",
    "👩‍🔬", "\u{5E9}\u{5DC}", "line\nbreak", "\ttab\t", "; --", "NULL", "%", "_", "\\", "\\%", "$1",
    "?1",
    ":n", "\u{A0}", "名前", "'\u{301}", "Zz", "ZZ",
  ]

  private static let plain = [
    "", "a", "A", "ab", "Ab", "aB", "abc", "b", "B", "é", "É", "ж", "Ж", "a b", "12", "-3", "a%",
    "_b",
  ]

  private static let days = [
    "2024-02-29", "2023-12-31", "2024-12-30", "1970-01-01", "1969-12-31",
    "2000-01-31", "1900-02-28",
  ].compactMap { CivilDate($0) }

  private static let moments = [
    "1970-01-01 00:00:00", "1969-12-31 23:59:59.999999",
    "2026-03-08 02:30:00", "2026-11-01 01:30:00.5", "2024-02-29 23:59:59.999999",
    "1999-12-31 12:00:00.000001",
  ].compactMap { Timestamp($0) }

  /// One value in eight is missing, one in four is a special one.
  private static func values<T>(
    _ random: inout SeededGenerator, _ special: [T], _ any: (inout SeededGenerator) -> T
  ) -> [T?] {
    (0..<rowCount).map { _ in
      switch Int.random(in: 0..<8, using: &random) {
      case 0: nil
      case 1, 2: special.randomElement(using: &random)
      default: any(&random)
      }
    }
  }

  private static func decimals(_ values: [Int128?], scale: Int) -> Column {
    Column(.decimal(values.map { $0 ?? 0 }, scale: scale), presence: values.map { $0 != nil })
  }
}

extension Facts {
  /// The rows of each `g` in the order of the keys, the null one last.
  static let groups: [[Int]] = {
    let rows = DataFrame.sortedRows(count: rowCount, by: [(frame.columns[1], false)])
    return DataFrame.groups(count: rowCount, by: [frame.columns[1].picking(rows)])
      .map { $0.rows.map { rows[$0] } }
  }()

  /// What expressions may name.
  static let scope = Scope(tables: [
    (
      alias: nil,
      columns: [ScopeColumn(name: "id", type: .integer), ScopeColumn(name: "g", type: .text)]
        + columns.map { ScopeColumn(name: $0.text, type: $0.type) }
    )
  ])
}
