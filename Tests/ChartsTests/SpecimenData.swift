import Dates
import Frame
import TestSupport

/// Small fixed rows for charts, the same on every machine.
enum SpecimenData {
  static let frames: [String: DataFrame] = [
    "people": people(60), "daily": daily, "devices": devices, "changes": changes,
    "readings": readings, "hostile": hostile, "ages": ages, "nothing": people(0),
    "nulls": nulls, "constant": constant, "powers": powers, "huge": huge, "one": people(1),
    "categories": categories,
  ]

  /// Risk rises with weight, and by 12 with smoking; each tenth weight is missing.
  static func people(_ count: Int) -> DataFrame {
    var random = SeededGenerator(seed: 7)
    func noise() -> Double { Double.random(in: -1...1, using: &random) }
    var rows: [(weight: Double?, risk: Double, age: Int64, smoker: String, level: String)] = []
    for row in 0..<count {
      let weight: Double = (1550 + 400 * noise()).rounded() / 10
      let isSmoker = row % 3 == 0
      let extra: Double = (isSmoker ? 12 : 0) + 8 * noise()
      let risk: Double = (10 * (0.2 * weight + extra)).rounded() / 10
      let level = ["Normal", "Above", "High"][row % 7 % 3]
      rows.append(
        (
          row % 10 == 4 ? nil : weight, risk, Int64(40 + 20 * noise()), isSmoker ? "yes" : "no",
          level
        ))
    }
    return DataFrame([
      ("weight", Column(doubles: rows.map(\.weight))),
      ("risk", Column(doubles: rows.map(\.risk))), ("age", Column(integers: rows.map(\.age))),
      ("smoker", Column(texts: rows.map(\.smoker))),
      ("cholesterol", Column(texts: rows.map(\.level))),
    ])
  }

  /// Two lines of 20 days with one value missing.
  private static var daily: DataFrame {
    let start = CivilDate(year: 2025, month: 12, day: 22)?.days ?? 0
    let days = (0..<20).flatMap { [CivilDate(days: start + $0), CivilDate(days: start + $0)] }
    let steps = (0..<40).map { (row: Int) -> Double? in
      if row == 12 { return nil }
      let walked = row / 2 * 37 % 90
      return 1000 + Double(walked) + (row % 2 == 0 ? 0.0 : 150.0)
    }
    let genders = (0..<40).map { $0 % 2 == 0 ? "Men" : "Women" }
    return DataFrame([
      ("day", Column(dates: days)), ("steps", Column(doubles: steps)),
      ("gender", Column(texts: genders)),
    ])
  }

  private static let devices = DataFrame([
    ("device", Column(texts: ["Wrist tracker, second generation", "Ring", "Chest strap"])),
    ("readings", Column(integers: [1200, 40, 340])),
  ])

  private static let changes = DataFrame([
    ("region", Column(texts: ["North", "South", "North", "South"])),
    ("change", Column(doubles: [3, -2, -1.5, 4])), ("year", Column(texts: ["a", "a", "b", "b"])),
  ])

  /// Half a day of moments.
  private static var readings: DataFrame {
    let start = Timestamp(CivilDate(days: 20_500)).microseconds
    let moments = (0..<24).map { Timestamp(microseconds: start + Int64($0) * 1_800_000_000) }
    return DataFrame([
      ("moment", Column(timestamps: moments)),
      ("pulse", Column(doubles: (0..<24).map { Double(60 + $0 * 7 % 25) })),
    ])
  }

  private static let hostile = DataFrame([
    (
      "name",
      Column(texts: [
        "<b onclick=alert(1)>", "👩‍🔬 émoji", "שלום עולם", "line\nend\ttab", "bell\u{7}",
        String(repeating: "long ", count: 200), "", nil,
      ])
    ), ("value", Column(doubles: [1, 2, 3, 4, 5, 6, .infinity, .nan])),
  ])

  private static let ages = DataFrame([
    (
      "day",
      Column(dates: [
        CivilDate(year: 1, month: 1, day: 1), CivilDate(year: 9999, month: 12, day: 31),
      ])
    ), ("value", Column(doubles: [1, 2])),
  ])

  private static let nulls = DataFrame([
    ("x", Column(doubles: [nil, nil, nil])), ("y", Column(doubles: [nil, 1, nil])),
    ("name", Column(texts: [nil, nil, nil])),
  ])

  private static let constant = DataFrame([
    ("x", Column(doubles: [5, 5, 5, 5])), ("y", Column(doubles: [-3, -3, -3, -3])),
    ("zero", Column(doubles: [0, 0, 0, 0])),
  ])

  private static let powers = DataFrame([
    ("x", Column(doubles: [0.01, 0.5, 3, 40, 900, 20_000, 0, -4])),
    ("y", Column(doubles: [1, 2, 3, 4, 5, 6, 7, 8])),
  ])

  private static let huge = DataFrame([
    ("x", Column(doubles: [-1e308, 0, 1e308])), ("y", Column(doubles: [1e-300, 2e-300, 5e-300])),
    ("far", Column(doubles: [1e15, 1e15 + 1, 1e15 + 2])),
  ])

  private static let categories = DataFrame([
    ("name", Column(texts: (0..<10_000).map { "category \($0)" })),
    ("value", Column(doubles: (0..<10_000).map { Double($0 * 7919 % 9973) })),
  ])
}
