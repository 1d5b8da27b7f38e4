import Dates
import TestSupport
import Testing

@testable import Formatting

@Suite
struct DateFormatTests {
  static let moment = "2026-01-04 15:06:07.089012"

  /// Expected texts: Python 3.11, datetime(2026, 1, 4, 15, 6, 7, 89012, timezone.utc).strftime(x)
  /// in the C locale.
  @Test(arguments: [
    ("%d %b %Y", "04 Jan 2026"), ("%-d. %B %y", "4. January 26"), ("%A, %a", "Sunday, Sun"),
    ("%H:%M:%S.%f", "15:06:07.089012"), ("%I %p", "03 PM"), ("%j %U %W", "004 01 00"),
    ("%G-W%V-%u", "2026-W01-7"), ("%w", "0"), ("%F %T %R", "2026-01-04 15:06:07 15:06"),
    ("%D", "01/04/26"), ("%e|%_d|%-m|%0e", " 4| 4|1|04"), ("%k|%l|%-I", "15| 3|3"),
    ("%s", "1767539167"),
    ("%Z %z", "UTC +0000"), ("100%%", "100%"), ("%h%n%t", "Jan\n\t"), ("%g", "26"),
  ])
  func wordsWhatStrftimeDoes(_ format: String, _ text: String) throws {
    let moment = try #require(Timestamp(Self.moment))
    #expect(try DateFormat(format).text(moment, in: .english) == text)
  }

  /// Expected texts: the definitions of d3-time-format 4.1.
  @Test(arguments: [("%L", "089"), ("%q", "1"), ("%Q", "1767539167089")])
  func wordsWhatD3Adds(_ format: String, _ text: String) throws {
    let moment = try #require(Timestamp(Self.moment))
    #expect(try DateFormat(format).text(moment, in: .english) == text)
  }

  /// Expected texts: Python 3.11, date(...).strftime('%G-%V %U %W %j').
  @Test(arguments: [
    ("2020-12-31", "2020-53 52 52 366"), ("2021-01-01", "2020-53 00 00 001"),
    ("2018-12-31", "2019-01 52 53 365"), ("2024-12-29", "2024-52 52 52 364"),
    ("2000-02-29", "2000-09 09 09 060"), ("1900-03-01", "1900-09 08 09 060"),
  ])
  func weeksTurnWithTheYear(_ day: String, _ text: String) throws {
    let moment = Timestamp(try #require(CivilDate(day)))
    #expect(try DateFormat("%G-%V %U %W %j").text(moment, in: .english) == text)
  }

  @Test func yearsHaveFourDigits() throws {
    let first = Timestamp(try #require(CivilDate(year: 1, month: 1, day: 1)))
    let last = Timestamp(try #require(CivilDate(year: 9999, month: 12, day: 31)))
    #expect(try DateFormat("%Y %y %-y %G").text(first, in: .english) == "0001 01 1 0001")
    #expect(try DateFormat("%F %j").text(last, in: .english) == "9999-12-31 365")
  }

  @Test func momentsFarOutsideTheCalendarHaveSomeText() throws {
    let format = try DateFormat("%F %G %V %U %j")
    for moment in [Int64.min, Int64.max] {
      #expect(!format.text(Timestamp(microseconds: moment), in: .english).isEmpty)
    }
  }

  @Test(arguments: [
    ("%Ö", "%Ö"), ("%d %", "%"), ("%-", "%-"), ("%E %d", "%E"), ("%-v", "%-v"),
  ])
  func namesTheDirectiveThatIsNone(_ format: String, _ directive: String) {
    #expect(throws: FormatError.unknownDirective(directive)) { try DateFormat(format) }
  }

  @Test func monthsBendBesideADay() throws {
    let polish = try #require(ReportLocale("pl")).words
    let moment = try #require(Timestamp(Self.moment))
    #expect(try DateFormat("%-d %B %Y").text(moment, in: polish) == "4 stycznia 2026")
    #expect(try DateFormat("%B %Y").text(moment, in: polish) == "styczeń 2026")
  }
}
