import Dates
import Diagnostics
import Drawing
import Frame
import JSON
import TestSupport
import Testing

@testable import Charts

private let calendarSpecimens = [
  ChartSpecimen(
    name: "a strip across the turn of a year",
    yaml: "{ data: visits, mark: calendar, x: autumn, color: clicks }"),
  ChartSpecimen(
    name: "three years whose rows are counted", yaml: "{ data: visits, mark: calendar, x: moment }",
    width: 507),
  ChartSpecimen(
    name: "the latest ten of fourteen years",
    yaml: "{ data: visits, mark: calendar, x: seldom, color: clicks }", width: 240),
  ChartSpecimen(
    name: "panels of one scale of colours",
    yaml: "{ data: visits, mark: calendar, x: autumn, color: clicks, facet: place }", width: 480),
  ChartSpecimen(name: "one day", yaml: "{ data: single, mark: calendar, x: day, color: zero }"),
]

private let frames: [String: DataFrame] = {
  let count = 280
  let start = CivilDate(year: 2024, month: 2, day: 20)?.days ?? 0
  let autumn = CivilDate(year: 2025, month: 10, day: 15)?.days ?? 0
  let year = CivilDate(year: 2010, month: 1, day: 9)?.days ?? 0
  let rows = (0..<Int32(count)).map { $0 }
  let moments = rows.map { row in
    Timestamp(
      microseconds: Timestamp(CivilDate(days: start + row * row % 760)).microseconds
        + Int64(row) * 3_600_000_000 % Timestamp.microsecondsPerDay)
  }
  return [
    "visits": DataFrame([
      ("moment", Column(timestamps: moments)),
      ("autumn", Column(dates: rows.map { CivilDate(days: autumn + $0 * 7 % 120) })),
      ("seldom", Column(dates: rows.map { CivilDate(days: year + $0 * 131 % 5000) })),
      ("clicks", Column(doubles: rows.map { Double($0 * 37 % 101) })),
      ("place", Column(texts: rows.map { $0 % 3 == 0 ? "North" : "South" })),
    ]),
    "single": DataFrame([
      ("day", Column(dates: [CivilDate(days: 20_000), nil])), ("zero", Column(doubles: [0, 0])),
      ("count", Column(integers: [1, 2])),
    ]),
    "means": DataFrame([
      ("day", Column(dates: [0, 0, 0, 2, 2, 5].map { CivilDate(days: 20_000 + $0) })),
      ("level", Column(doubles: [1, 2, 6, 1e308, 1e308, -4])),
    ]),
  ]
}()

@Suite struct CalendarMarkTests {
  @Test(arguments: calendarSpecimens)
  func calendarsAreDrawnAsExpected(_ specimen: ChartSpecimen) throws {
    Golden.check(
      try specimen.draw(frames: frames).golden,
      named: "calendar-" + specimen.name.replacing(" ", with: "-"))
  }

  @Test func aDayShowsTheMeanOfItsRows() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: means, mark: calendar, x: day, color: level }"
    ).draw(frames: frames, width: 320, measuring: FixedMeasuring())
    let results = JSONValue.object(chart.results)
    #expect(results["points"] == 6 && results["days"] == 3 && results["days_without_rows"] == 3)
    #expect(chart.altText.contains("Lowest: -4 on") || chart.altText.contains("Lowest: −4 on"))
    #expect(chart.altText.contains("3 of 6 days from"))
    #expect(!chart.altText.contains("inf"))
  }

  /// Berlin's clocks went forward on 29 March 2026, which has 23 hours there.
  @Test(arguments: [("Europe/Berlin", 3, "in Europe/Berlin"), (nil, 2, "UTC")])
  func daysAreThoseOfTheZone(_ zone: String?, _ days: Int, _ told: String) throws {
    let moments = ["28 22:59", "28 23:01", "29 21:59", "29 22:01"].map {
      Timestamp("2026-03-\($0):00")
    }
    let frame = DataFrame([("moment", Column(timestamps: moments))])
    let x = zone.map { "{ value: moment, timezone: \($0) }" } ?? "moment"
    let chart = try ChartSpecimen(name: "", yaml: "{ data: spring, mark: calendar, x: \(x) }")
      .draw(frames: ["spring": frame], width: 320, measuring: FixedMeasuring())
    #expect(JSONValue.object(chart.results)["days"] == .count(days))
    #expect(chart.note == "Days begin at midnight \(told).")
  }

  /// An aggregate is of all rows of a day by the clocks of the zone.
  @Test(arguments: [("sum(steps)", "5", "1"), ("count()", "2", "1"), ("max(steps)", "4", "1")])
  func aggregatesAreOfDays(_ color: String, _ highest: String, _ lowest: String) throws {
    let moments = ["28 22:59", "28 23:01", "29 21:59", "29 22:01"].map {
      Timestamp("2026-03-\($0):00")
    }
    let frame = DataFrame([
      ("moment", Column(timestamps: moments)), ("steps", Column(integers: [1, 2, 3, 4])),
    ])
    let yaml =
      "{ data: spring, mark: calendar, x: { value: moment, timezone: Europe/Berlin }, color: \(color) }"
    let chart = try ChartSpecimen(name: "", yaml: yaml)
      .draw(frames: ["spring": frame], width: 320, measuring: FixedMeasuring())
    #expect(chart.altText.contains("Highest: \(highest) on Mar "))
    #expect(chart.altText.contains("Lowest: \(lowest) on Mar 28"))
    #expect(JSONValue.object(chart.results)["points"] == 4)
  }

  /// The ramp, its middle and its ends are the author's.
  @Test func rampIsTheOneAskedFor() throws {
    func legend(_ color: String) throws -> [String] {
      let chart = try ChartSpecimen(
        name: "", yaml: "{ data: visits, mark: calendar, x: autumn, color: \(color) }"
      ).draw(frames: frames, width: 320, measuring: FixedMeasuring())
      let dump = chart.scene.dump.split(separator: "\n").map(String.init)
      return dump.filter { $0.contains("fill #") }
    }
    let plain = try legend("clicks")
    let greens = try legend("{ value: clicks, scheme: greens }")
    #expect(plain.count == greens.count && plain != greens)
    let middle = try legend("{ value: clicks, scale: diverging, midpoint: 50 }")
    #expect(middle.count == plain.count && middle != plain)
  }

  @Test func earlierYearsAreCounted() throws {
    let chart = try ChartSpecimen(name: "", yaml: "{ data: visits, mark: calendar, x: seldom }")
      .draw(frames: frames, width: 320, measuring: FixedMeasuring())
    let results = JSONValue.object(chart.results)
    let shown = CalendarStrip(year: 2014).first
    let days = frames["visits"]?["seldom"]?.doubles.map { Int($0) / 86_400 } ?? []
    #expect(results["rows_of_earlier_years"] == .count(days.filter { $0 < shown }.count))
    #expect(results["points"] == .count(days.filter { $0 >= shown }.count))
    #expect(chart.note?.contains("10 of 14 years") == true)
  }

  @Test func yearsWithoutRowsAreTold() throws {
    let frame = DataFrame([
      ("day", Column(dates: [0, 400, 9000].map { CivilDate(days: $0) }))
    ])
    let chart = try ChartSpecimen(name: "", yaml: "{ data: gaps, mark: calendar, x: day }")
      .draw(frames: ["gaps": frame], width: 320, measuring: FixedMeasuring())
    #expect(chart.note == "Years without rows have no strip.")
  }

  /// Weeks as ISO 8601 counts them: of 54 in the leap year 2012 the first holds a Sunday alone.
  @Test(arguments: [(2012, 54, 6), (2018, 53, 0), (2024, 53, 0), (2023, 53, 6)])
  func yearsBeginOnTheirWeekday(_ year: Int, _ columns: Int, _ row: Int) {
    let strip = CalendarStrip(year: year)
    #expect(strip.columns == columns && strip.row(strip.first) == row)
    #expect(strip.monthStarts.count == 12)
    for day in strip.first..<strip.last {
      let isMonday = strip.row(day + 1) == 0
      #expect(strip.column(day + 1) - strip.column(day) == (isMonday ? 1 : 0))
    }
  }

  @Test(arguments: ["count", "{ value: day, scale: linear }", "{ value: count, scale: time }"])
  func whatIsNoDayIsRefused(_ x: String) {
    let specimen = ChartSpecimen(name: "", yaml: "{ data: single, mark: calendar, x: \(x) }")
    #expect {
      try specimen.draw(frames: frames, width: 320, measuring: FixedMeasuring())
    } throws: { error in
      (error as? Diagnostic).map { $0.place != nil && $0.description.contains("needs days") }
        ?? false
    }
  }
}
