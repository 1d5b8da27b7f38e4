import Dates
import TestSupport
import Testing

@Suite
struct TimestampTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func textComesBack(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let calendar: ClosedRange<Int64> = -62_135_596_800_000_000...253_402_300_799_999_999
    for _ in 0..<500 {
      var microseconds = Int64.random(in: calendar, using: &random)
      if Bool.random(using: &random) { microseconds -= microseconds % 1_000_000 }
      let moment = Timestamp(microseconds: microseconds)
      #expect(Timestamp(moment.description) == moment)
      #expect(Timestamp(moment.date).microseconds + moment.microsecondOfDay == microseconds)
    }
  }

  /// Expected: Python 3.11, datetime.fromisoformat(text).timestamp() in UTC.
  @Test(arguments: [
    ("1970-01-01", 0), ("2026-01-31 14:05", 1_769_868_300), ("2026-01-31T14:05:07Z", 1_769_868_307),
    ("2026-01-31 14:05:07+02", 1_769_861_107), ("2026-01-31 14:05:07-0330", 1_769_880_907),
    ("2026-01-31 14:05:07+05:45", 1_769_847_607), ("1969-12-31 23:59:59", -1),
    ("0001-01-01 00:00:00", -62_135_596_800),
  ])
  func readsSecondsAndZones(_ text: String, _ seconds: Int64) {
    #expect(Timestamp(text)?.microseconds == seconds * 1_000_000)
  }

  @Test(arguments: [
    ("1970-01-01 00:00:00.5", 500_000), ("1970-01-01 00:00:00.000001", 1),
    ("1970-01-01 00:00:00.1234567899", 123_456),
  ])
  func cutsFractionsAtTheMicrosecond(_ text: String, _ microseconds: Int64) {
    #expect(Timestamp(text)?.microseconds == microseconds)
  }

  @Test(arguments: [
    "", "2026-01-31 ", "2026-01-31 1:00", "2026-01-31 24:00", "2026-01-31 14:60",
    "2026-01-31 14:05:61", "2026-01-31 14:05:", "2026-01-31 14:05:07.", "2026-01-31x14:05",
    "2026-01-31 14:05Zx", "2026-01-31 14:05+", "2026-01-31 14:05+2", "2026-01-31 14:05+02:",
    "2026-02-30 00:00", "2026-01-31 14:05 UTC", "2026-01-31 14:05+99",
  ])
  func refusesOtherSpellings(_ text: String) { #expect(Timestamp(text) == nil) }

  @Test func wordsFractionsOnlyWhereThereAreSome() {
    #expect(Timestamp(microseconds: -1).description == "1969-12-31 23:59:59.999999")
    #expect(Timestamp(microseconds: 0).description == "1970-01-01 00:00:00")
  }

  @Test func theFarthestDaysHaveTheFarthestMoments() {
    #expect(Timestamp(CivilDate(days: .max)).microseconds == .max)
    #expect(Timestamp(CivilDate(days: .min)).microseconds == .min)
    #expect(Timestamp(microseconds: .min).date.days == -106_751_992)
  }
}
