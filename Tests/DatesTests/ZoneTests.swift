import Dates
import Testing

/// Expected values: Python 3 zoneinfo, `datetime(…, tzinfo=utc).astimezone(ZoneInfo(name)).utcoffset()`.
@Suite struct ZoneTests {
  private static func seconds(_ text: String) throws -> Int64 {
    try #require(Timestamp(text)).microseconds / 1_000_000
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-03-29 00:59:59", 3600), ("Europe/Berlin", "2026-03-29 01:00:00", 7200),
    ("Europe/Berlin", "2026-10-25 00:59:59", 7200), ("Europe/Berlin", "2026-10-25 01:00:00", 3600),
    ("Australia/Sydney", "2026-04-04 15:59:59", 39600),
    ("Australia/Sydney", "2026-04-04 16:00:00", 36000),
    ("Australia/Sydney", "2026-10-03 16:00:00", 39600),
    ("America/Sao_Paulo", "2018-11-04 03:00:00", -7200),
    ("Australia/Lord_Howe", "2026-04-05 00:00:00", 37800),
    ("Asia/Kolkata", "2026-01-01", 19800), ("Asia/Kathmandu", "2026-01-01", 20700),
    ("America/New_York", "1950-07-01", -14400), ("UTC", "2026-07-01", 0),
    ("Europe/Berlin", "2050-07-01", 7200),
  ])
  func offsetIsThatOfTheMoment(_ name: String, _ moment: String, _ offset: Int64) throws {
    let zone = try #require(Zone(name))
    #expect(zone.offset(at: try ZoneTests.seconds(moment)) == offset)
  }

  @Test(arguments: ["", "Europe/Berlinn", "Mars", "+02", "../etc/passwd", "Europe"])
  func unknownNameIsNoZone(_ name: String) {
    #expect(Zone(name) == nil)
  }

  @Test(arguments: [
    // An ordinary time, the first of two, a skipped one, and a day that begins at one o'clock.
    ("Europe/Berlin", "2026-07-01 12:00", "2026-07-01 10:00"),
    ("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 00:30"),
    ("Europe/Berlin", "2026-03-29 02:30", "2026-03-29 01:30"),
    ("America/Sao_Paulo", "2018-11-04 00:00", "2018-11-04 03:00"),
  ])
  func localTimeIsFound(_ name: String, _ local: String, _ utc: String) throws {
    let zone = try #require(Zone(name))
    let (wanted, expected) = (try ZoneTests.seconds(local), try ZoneTests.seconds(utc))
    #expect(zone.moment(atLocal: wanted) == expected)
  }

  @Test func momentIsShownByLocalClocks() throws {
    let zone = try #require(Zone("Europe/Berlin"))
    let moment = try #require(Timestamp("1969-12-31 23:59:59.250000"))
    #expect(zone.local(moment).description == "1970-01-01 00:59:59.250000")
  }
}
