import Dates
import Formatting
import Testing

@testable import Charts

/// Time axes by local clocks, on the days that are longer or shorter, and below a second.
@Suite struct ZonedTimeTicksTests {
  private static func ticks(_ from: String, _ to: String, zone: String?, limit: Int) throws
    -> [Tick]
  {
    let ends = try [from, to].map { Double(try #require(Timestamp($0)).microseconds) / 1e6 }
    let ticks = TimeTicks(
      domain: ends[0]...ends[1], formatter: ValueFormatter(), contextShare: 0.1,
      zone: try zone.map { try #require(Zone($0)) })
    return try #require(ticks.candidates(limit: limit).first)
  }

  private static func words(_ ticks: [Tick]) -> String {
    ticks.map { tick in tick.context.map { "\(tick.label) (\($0))" } ?? tick.label }
      .joined(separator: " · ")
  }

  private static func hours(between ticks: [Tick]) -> [Double] {
    zip(ticks, ticks.dropFirst()).map { ($1.value - $0.value) / 3600 }
  }

  @Test(arguments: [
    // Spring and autumn, north and south: days of 23 and of 25 hours.
    ("Europe/Berlin", "2026-03-27 23:00", "2026-03-30 22:00", [24.0, 23, 24]),
    ("Europe/Berlin", "2026-10-23 22:00", "2026-10-26 23:00", [24, 25, 24]),
    ("Australia/Sydney", "2026-10-02 14:00", "2026-10-05 13:00", [24, 23, 24]),
    ("Australia/Sydney", "2026-04-03 13:00", "2026-04-06 14:00", [24, 25, 24]),
    // Midnight itself is skipped: the day begins at one o'clock.
    ("America/Sao_Paulo", "2018-11-02 03:00", "2018-11-05 02:00", [24, 24, 23]),
  ])
  func daysBeginAtLocalMidnight(
    _ zone: String, _ from: String, _ to: String, _ hours: [Double]
  ) throws {
    let ticks = try ZonedTimeTicksTests.ticks(from, to, zone: zone, limit: 4)
    #expect(ZonedTimeTicksTests.hours(between: ticks) == hours)
  }

  @Test func hourThatIsSkippedHasNoTick() throws {
    let ticks = try ZonedTimeTicksTests.ticks(
      "2026-03-28 23:00", "2026-03-29 04:00", zone: "Europe/Berlin", limit: 6)
    #expect(
      ZonedTimeTicksTests.words(ticks)
        == "00:00 (29 Mar 2026) · 01:00 · 03:00 · 04:00 · 05:00 · 06:00")
    #expect(ZonedTimeTicksTests.hours(between: ticks) == [1, 1, 1, 1, 1])
  }

  @Test func hourThatIsThereTwiceHasTwoTicks() throws {
    let ticks = try ZonedTimeTicksTests.ticks(
      "2026-10-24 22:00", "2026-10-25 03:00", zone: "Europe/Berlin", limit: 6)
    #expect(
      ZonedTimeTicksTests.words(ticks)
        == "00:00 (25 Oct 2026) · 01:00 · 02:00 · 02:00 · 03:00 · 04:00")
  }

  @Test func stepsOfHoursStayOnLocalHours() throws {
    let ticks = try ZonedTimeTicksTests.ticks(
      "2026-03-28 23:00", "2026-03-29 22:00", zone: "Europe/Berlin", limit: 9)
    #expect(
      ZonedTimeTicksTests.words(ticks)
        == "00:00 (29 Mar 2026) · 03:00 · 06:00 · 09:00 · 12:00 · 15:00 · 18:00 · 21:00 · 00:00 (30 Mar)"
    )
  }

  @Test func zonesOfHalfHoursHaveTheirOwnFullHours() throws {
    let ticks = try ZonedTimeTicksTests.ticks(
      "2026-01-01 00:00", "2026-01-01 03:00", zone: "Asia/Kolkata", limit: 4)
    #expect(ZonedTimeTicksTests.words(ticks) == "06:00 (1 Jan 2026) · 07:00 · 08:00")
    #expect(ticks[0].value.truncatingRemainder(dividingBy: 3600) == 1800)
  }

  @Test(arguments: [
    (
      "2026-02-27 18:00:05.100000", "2026-02-27 18:00:05.700000",
      "5.2\u{a0}s (18:00, 27 Feb 2026) · 5.4\u{a0}s · 5.6\u{a0}s"
    ),
    (
      "2026-02-27 18:00:59.970000", "2026-02-27 18:01:00.030000",
      "59.98\u{a0}s (18:00, 27 Feb 2026) · 0.00\u{a0}s (18:01) · 0.02\u{a0}s"
    ),
    (
      "2026-02-27 18:00:00.001000", "2026-02-27 18:00:00.003000",
      "0.001\u{a0}s (18:00, 27 Feb 2026) · 0.002\u{a0}s · 0.003\u{a0}s"
    ),
  ])
  func partsOfASecondSayTheirMinuteOnce(_ from: String, _ to: String, _ expected: String) throws {
    let ticks = try ZonedTimeTicksTests.ticks(from, to, zone: nil, limit: 4)
    #expect(ZonedTimeTicksTests.words(ticks) == expected)
  }

  @Test(arguments: [
    (
      "2026-02-27 18:00:00", "2026-02-27 18:02:00", 5,
      "18:00:00 (27 Feb 2026) · 18:00:30 · 18:01:00 · 18:01:30 · 18:02:00"
    ),
    (
      "2026-02-27 17:50", "2026-02-27 19:10", 6,
      "18:00 (27 Feb 2026) · 18:15 · 18:30 · 18:45 · 19:00"
    ),
    ("2026-02-27", "2026-03-03", 5, "27 (Feb 2026) · 28 · 1 (Mar) · 2 · 3"),
    ("2026-05-28", "2026-07-05", 6, "1 (Jun 2026) · 8 · 15 · 22 · 29"),
    ("2024-11-15", "2026-02-10", 6, "Jan (2025) · Apr · Jul · Oct · Jan (2026)"),
    ("2016-03-01", "2026-03-01", 6, "2018 · 2020 · 2022 · 2024 · 2026"),
    ("1895-01-01", "2026-01-01", 4, "1900 · 1950 · 2000"),
    ("0001-01-01", "9999-12-31", 6, "2000 · 4000 · 6000 · 8000"),
  ])
  func labelsSayWhatChanges(_ from: String, _ to: String, _ limit: Int, _ expected: String) throws {
    let ticks = try ZonedTimeTicksTests.ticks(from, to, zone: nil, limit: limit)
    #expect(ZonedTimeTicksTests.words(ticks) == expected)
  }
}
