/// A day of the proleptic Gregorian calendar, without a time or a zone.
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let days: Int32

  /// The day so many days after 1970-01-01.
  package init(days: Int32) { self.days = days }

  /// The day of a year, month and day; nil where there is none such or the year is not 1–9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    // Howard Hinnant, "chrono-compatible low-level date algorithms": years start in March, so that
    // the leap day is the last of its year.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day.
  package var parts: (year: Int, month: Int, day: Int) {
    let z = Int(days) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The weekday, 1 for Monday to 7 for Sunday (ISO 8601).
  package var weekday: Int { (Int(days) % 7 + 7 + 3) % 7 + 1 }

  /// The day of its year, from 1.
  package var dayOfYear: Int {
    let (year, month, day) = parts
    return (1..<month).reduce(day) { $0 + CivilDate.length(ofMonth: $1, year: year) }
  }

  /// The ISO 8601 week: weeks begin on Monday and belong to the year of their Thursday.
  package var isoWeek: (year: Int, number: Int) {
    let thursday = CivilDate(days: days + Int32(4 - weekday))
    return (thursday.parts.year, (thursday.dayOfYear - 1) / 7 + 1)
  }

  package static func < (a: CivilDate, b: CivilDate) -> Bool { a.days < b.days }

  /// How many days a month of a year has.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate: CustomStringConvertible {
  /// Reads `YYYY-MM-DD`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day as `YYYY-MM-DD`; a year before 0 with a minus, one after 9999 with all its digits.
  package var description: String {
    let (year, month, day) = parts
    return "\(year < 0 ? "-" : "")\(padded(abs(year), 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A number with leading zeros to a width.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
