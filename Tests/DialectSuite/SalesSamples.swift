import Dates
import Frame

/// Small tables for joins, groups, orders and windows: ties, nulls, an empty and a lonely group.
enum SalesSamples {
  static let sales = DataFrame([
    ("id", Column(integers: [1, 2, 3, 4, 5, 6, 7, 8])),
    ("shop", Column(texts: ["a", "a", "a", "b", "b", "c", nil, "d"])),
    ("units", Column(integers: [2, 4, 4, 10, nil, 5, 7, nil])),
    ("price", Column(doubles: [1.5, 2.5, 0.5, 4, 2, nil, 1, nil])),
    (
      "paid",
      Column(
        .decimal([110, 220, 330, 1, 2, 99_999_999, 0, 0], scale: 2),
        presence: [true, true, true, true, true, true, false, false])
    ),
    (
      "day",
      Column(dates: [
        CivilDate("2026-01-01"), CivilDate("2026-01-02"), CivilDate("2026-01-05"),
        CivilDate("2026-01-01"), CivilDate("2026-02-01"), CivilDate("2026-01-01"), nil,
        CivilDate("2026-03-01"),
      ])
    ),
  ])

  static let shops = DataFrame([
    ("code", Column(texts: ["a", "b", "e", nil])),
    ("town", Column(texts: ["Riga", "Łódź", "Oslo", "none"])),
  ])
}
