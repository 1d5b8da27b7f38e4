import Dates
import TestSupport
import Testing

@Suite
struct CivilDateTests {
  @Test func everyDayOfFourHundredYearsComesBack() throws {
    // 400 years are one whole cycle of the calendar: 146,097 days.
    let first = try #require(CivilDate(year: 1800, month: 1, day: 1))
    let last = try #require(CivilDate(year: 2200, month: 1, day: 1))
    #expect(last.days - first.days == 146_097)
    var (year, month, day, weekday) = (1800, 1, 1, 3)
    for days in first.days..<last.days {
      let date = CivilDate(days: days)
      try #require(date.parts == (year, month, day))
      try #require(date.weekday == weekday)
      try #require(CivilDate(year: year, month: month, day: day) == date)
      weekday = weekday % 7 + 1
      day += 1
      if day > CivilDate.length(ofMonth: month, year: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test func everyYearBeginsWhereTheLastEnds() throws {
    for year in 1..<9999 {
      let last = try #require(CivilDate(year: year, month: 12, day: 31))
      let next = try #require(CivilDate(year: year + 1, month: 1, day: 1))
      try #require(next.days == last.days + 1)
      try #require(CivilDate(last.description) == last)
    }
  }

  /// Expected: Python 3.11, date(…).toordinal() - date(1970, 1, 1).toordinal() and isoweekday().
  @Test(arguments: [
    (1, 1, 1, -719_162, 1), (1582, 10, 15, -141_427, 5), (1900, 2, 28, -25_509, 3),
    (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2026, 1, 31, 20_484, 6),
    (9999, 12, 31, 2_932_896, 5),
  ])
  func countsDaysAsOthersDo(_ year: Int, _ month: Int, _ day: Int, _ days: Int32, _ weekday: Int) {
    let date = CivilDate(year: year, month: month, day: day)
    #expect(date?.days == days)
    #expect(date?.weekday == weekday)
  }

  @Test(arguments: [
    (2025, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0),
    (0, 1, 1), (10_000, 1, 1), (.max, .max, .max), (.min, .min, .min),
  ])
  func refusesDaysThatAreNone(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    "", "2026", "2026-1-31", "2026-01-32", "26-01-31", "2026/01/31", "2026-01-31 ", " 2026-01-31",
    "2026-01-3a", "-026-01-31", "２０２６-01-31", "2026-01-31-01",
  ])
  func refusesOtherSpellings(_ text: String) { #expect(CivilDate(text) == nil) }

  @Test func daysOutsideTheCalendarHaveAName() {
    #expect(CivilDate(days: -719_163).description == "0000-12-31")
    #expect(CivilDate(days: -719_529).description == "-0001-12-31")
    #expect(CivilDate(days: .max).description == "5881580-07-11")
    #expect(CivilDate(days: .min).weekday == 2)
  }

  @Test func comparesByTime() {
    #expect(CivilDate(days: -1) < CivilDate(days: 0))
    #expect(!(CivilDate(days: 0) < CivilDate(days: 0)))
  }
}
