import Dates

extension Literal {
  /// A number as written: an integer where it is one and fits 64 bits, else its digits.
  init(digits: String) {
    self = Int64(digits).map { .integer($0) } ?? .decimal(digits)
  }

  /// The number with the other sign; nil where the literal is no number.
  var negated: Literal? {
    switch self {
    case .integer(let value):
      value == .min ? .decimal(String(value.magnitude)) : .integer(-value)
    case .decimal(let digits):
      Literal(digits: digits.hasPrefix("-") ? String(digits.dropFirst()) : "-" + digits)
    default: nil
    }
  }

  /// Reads a span such as `7 days` or `1 year 6 months`; nil for anything else.
  ///
  /// Years, quarters and months are calendar months; weeks, days and shorter units are of fixed
  /// length.
  init?(interval text: String) {
    let words = text.lowercased().split(separator: " ")
    guard !words.isEmpty, words.count % 2 == 0, words.count <= 16 else { return nil }
    var months = 0
    var microseconds: Int64 = 0
    for pair in stride(from: 0, to: words.count, by: 2) {
      guard let count = Int64(words[pair]),
        let unit = CalendarUnit(rawValue: singular(words[pair + 1]))
      else { return nil }
      let (span, overflows) = count.multipliedReportingOverflow(by: unit.length)
      guard !overflows, Literal.spans.contains(span) else { return nil }
      if unit.isCalendarMonths { months += Int(span) } else { microseconds += span }
    }
    guard (-120_000...120_000).contains(months), Literal.spans.contains(microseconds) else {
      return nil
    }
    self = .interval(months: months, microseconds: microseconds)
  }

  /// Ten thousand years, so that no sum of dates and intervals can overflow.
  private static let spans: ClosedRange<Int64> = {
    let longest = 10_000 * 366 * Timestamp.microsecondsPerDay
    return -longest...longest
  }()
}

private func singular(_ word: Substring) -> String {
  String(word.hasSuffix("s") ? word.dropLast() : word)
}

/// A unit of the calendar or the clock, as `date_trunc`, `date_add` and `date_diff` name it.
package enum CalendarUnit: String, Hashable, Sendable, CaseIterable {
  case microsecond, millisecond, second, minute, hour, day, week, month, quarter, year

  /// Whether the unit is so many months, and not a fixed length of time.
  package var isCalendarMonths: Bool { self == .month || self == .quarter || self == .year }

  /// How many months, or else microseconds, the unit has.
  package var length: Int64 {
    switch self {
    case .microsecond: 1
    case .millisecond: 1_000
    case .second: 1_000_000
    case .minute: 60_000_000
    case .hour: 3_600_000_000
    case .day: Timestamp.microsecondsPerDay
    case .week: 7 * Timestamp.microsecondsPerDay
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }
}
