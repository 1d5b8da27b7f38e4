import Dates
import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

@Suite struct PeriodsUnderBarsTests {
  /// Four months around a new year, one of them twice.
  private static let months: DataFrame = {
    let firsts = [(2025, 11), (2025, 12), (2026, 1), (2026, 1), (2026, 2)]
    return DataFrame([
      ("month", Column(dates: firsts.compactMap { CivilDate(year: $0.0, month: $0.1, day: 1) })),
      ("steps", Column(doubles: [10, 30, 20, 5, 15])),
    ])
  }()

  private static func draw(_ yaml: String) throws -> Chart {
    try ChartSpecimen(name: "bars of months", yaml: yaml).draw(frames: ["months": months])
  }

  @Test func barsAndALineStandInTheMiddlesOfTheirMonths() throws {
    Golden.check(
      try PeriodsUnderBarsTests.draw(
        """
        data: months
        layers: [{ mark: bar, x: month, y: sum(steps) }, { mark: line, x: month, y: sum(steps) }]
        """
      ).golden, named: "bars-over-months-with-a-line")
  }

  @Test func theTableBehindBarsTellsFirstDays() throws {
    let chart = try PeriodsUnderBarsTests.draw(
      "{ data: months, mark: bar, x: month, y: sum(steps) }")
    #expect(chart.data["Month"]?[0] == CivilDate(year: 2025, month: 11, day: 1).map(Value.date))
    #expect(chart.scene.tips.first?.text.contains("Nov 2025") == true)
  }

  @Test func monthsOfAnyLengthEndWhereTheNextBegin() throws {
    for (start, end) in [
      ("2025-11-01", "2025-12-01"), ("2025-12-01", "2026-01-01"), ("2024-02-01", "2024-03-01"),
    ] {
      let start = try #require(CivilDate(start))
      #expect(CalendarPeriod.month.end(from: start).description == end)
    }
  }

  @Test(arguments: [
    ("week", "2025-12-29", "2026-01-05"), ("quarter", "2026-01-01", "2026-04-01"),
    ("year", "2024-01-01", "2025-01-01"),
  ])
  func periodsEndWhereTheNextBegin(_ unit: String, _ start: String, _ end: String) throws {
    let period = try #require(CalendarPeriod(rawValue: unit))
    let (start, end) = (try #require(CivilDate(start)), try #require(CivilDate(end)))
    #expect(period.end(from: start) == end)
    #expect(period.start(of: CivilDate(days: end.days - 1)) == start)
    var days = [start, end]
    func seconds() -> Set<Double> { Set(days.map { Double($0.days) * 86_400 }) }
    // Two first days may be chance, four one after another are none.
    #expect(CalendarPeriod(startingAt: seconds(), truncatedTo: nil) == nil)
    #expect(CalendarPeriod(startingAt: seconds(), truncatedTo: period) == period)
    for _ in 0..<3 { days.append(period.end(from: days[days.count - 1])) }
    #expect(CalendarPeriod(startingAt: seconds(), truncatedTo: nil) == period)
    days.remove(at: 2)
    #expect(CalendarPeriod(startingAt: seconds(), truncatedTo: nil) == nil)
  }

  @Test func daysAreNoPeriods() throws {
    let days = try ["2026-01-01", "2026-01-02"].map { try #require(CivilDate($0)) }
    let seconds = Set(days.map { Double($0.days) * 86_400 })
    #expect(CalendarPeriod(startingAt: seconds, truncatedTo: nil) == nil)
    #expect(CalendarPeriod(startingAt: seconds, truncatedTo: .month) == nil)
    // One first day may begin a month, a quarter or a year: only the author's words tell.
    let first = Set(seconds.sorted().prefix(1))
    #expect(CalendarPeriod(startingAt: first, truncatedTo: nil) == nil)
    #expect(CalendarPeriod(startingAt: first, truncatedTo: .month) == .month)
  }
}
