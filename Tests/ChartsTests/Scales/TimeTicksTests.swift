import Dates
import Formatting
import Testing

@testable import Charts

@Suite struct TimeTicksTests {
  private static func labels(_ from: String, _ to: String, limit: Int, format: String? = nil) throws
    -> [String]
  {
    let ends = try [from, to].map { text in
      let moment = try #require(Timestamp(text))
      return Double(moment.microseconds) / 1e6
    }
    let ticks = TimeTicks(
      domain: ends[0]...ends[1], formatter: ValueFormatter(), contextShare: 0.1,
      format: format.flatMap { ValueFormat($0) })
    let first = try #require(ticks.candidates(limit: limit).first)
    return first.map { tick in tick.context.map { "\(tick.label) (\($0))" } ?? tick.label }
  }

  @Test func daysSayTheirMonthOnce() throws {
    let labels = try TimeTicksTests.labels("2026-01-01", "2026-03-31", limit: 8)
    #expect(labels == ["1 (Jan 2026)", "15", "1 (Feb)", "15", "1 (Mar)", "15"])
  }

  @Test func theAuthorsFormatStandsAlone() throws {
    let days = try TimeTicksTests.labels(
      "2026-01-01", "2026-02-28", limit: 4, format: "%d.%m.")
    #expect(days == ["01.01.", "15.01.", "01.02.", "15.02."])
    // Days would all be called alike: the first step that tells places apart is a month.
    let months = try TimeTicksTests.labels("2026-01-01", "2026-03-31", limit: 8, format: "%b")
    #expect(months == ["Jan", "Feb", "Mar"])
  }

  @Test(arguments: [
    ("2026-01-01", "2026-03-31", "Feb (2026)"), ("2024-06-01", "2027-02-01", "2026"),
    ("2026-02-10", "2026-02-17", "13 (Feb 2026)"),
    ("2026-02-10 03:10", "2026-02-10 07:20", "05:00 (10 Feb 2026)"),
    ("2026-02-10 03:10:05", "2026-02-10 03:10:06", "03:10:05 (10 Feb 2026)"),
  ])
  func aSingleTickSaysWhatSuitsTheRange(_ from: String, _ to: String, _ label: String) throws {
    let ends = try [from, to].map { text in
      Double(try #require(Timestamp(text)).microseconds) / 1e6
    }
    let tick = TimeTicks(
      domain: ends[0]...ends[1], formatter: ValueFormatter(), contextShare: 0.1
    ).single()
    #expect(tick.context.map { "\(tick.label) (\($0))" } ?? tick.label == label)
  }

  /// A date has no hours.
  @Test func datesStepByDays() {
    let day = 86_400.0
    func finest(_ smallest: Double) -> Int {
      TimeTicks(
        domain: 0...3 * day, formatter: ValueFormatter(), contextShare: 0.1, smallestStep: smallest
      ).candidates(limit: 20).first?.count ?? 0
    }
    #expect(finest(day) == 4)
    #expect(finest(0) > 4)
  }

  /// "29 · 5 / Jan 2026" would be read as the 29th of January.
  @Test func aFirstStretchWithoutRoomForItsMonthHasNoTicks() throws {
    let labels = try TimeTicksTests.labels("2025-12-29", "2026-03-31", limit: 14)
    #expect(labels.first?.hasPrefix("5 (Jan 2026)") == true, "\(labels)")
  }

  @Test func monthsSayTheirYearOnce() throws {
    let labels = try TimeTicksTests.labels("2025-11-10", "2026-05-20", limit: 8)
    #expect(labels == ["Dec (2025)", "Jan (2026)", "Feb", "Mar", "Apr", "May"])
  }

  @Test func hoursSayTheirDayOnce() throws {
    let labels = try TimeTicksTests.labels("2026-02-27 18:00", "2026-02-28 12:00", limit: 8)
    #expect(
      labels == [
        "18:00 (27 Feb 2026)", "21:00", "00:00 (28 Feb)", "03:00", "06:00", "09:00", "12:00",
      ])
  }

  @Test func secondsAreTold() throws {
    let labels = try TimeTicksTests.labels("2026-02-27 18:00:00", "2026-02-27 18:00:20", limit: 6)
    #expect(labels == ["18:00:00 (27 Feb 2026)", "18:00:05", "18:00:10", "18:00:15", "18:00:20"])
  }

  @Test func tenThousandYearsAreSplitByThousands() throws {
    let labels = try TimeTicksTests.labels("0001-01-01", "9999-12-31", limit: 6)
    #expect(labels == ["2000", "4000", "6000", "8000"])
  }

  @Test func weeksBeginOnMondays() throws {
    let labels = try TimeTicksTests.labels("2026-06-01", "2026-06-30", limit: 6)
    #expect(labels == ["1 (Jun 2026)", "8", "15", "22", "29"])
  }

  /// ISO 8601: 2025-12-29 is the Monday of week 1 of 2026, which has 53 weeks.
  @Test func aFormatOfWeeksHasTicksWhereWeeksBegin() throws {
    func labels(_ to: String, _ limit: Int, _ format: String = "%G-W%V") throws -> [String] {
      try TimeTicksTests.labels("2025-12-22", to, limit: limit, format: format)
    }
    #expect(
      try labels("2026-01-20", 6) == ["2025-W52", "2026-W01", "2026-W02", "2026-W03", "2026-W04"])
    #expect(
      try labels("2026-02-28", 6) == ["2026-W01", "2026-W03", "2026-W05", "2026-W07", "2026-W09"])
    #expect(
      try labels("2027-03-31", 8) == [
        "2026-W01", "2026-W14", "2026-W27", "2026-W40", "2027-W01",
      ])
    // Weeks from Sunday: strftime of Python 3.12 for 28 December and 4, 11 and 18 January.
    #expect(try labels("2026-01-20", 6, "%U") == ["52", "01", "02", "03"])
  }
}
