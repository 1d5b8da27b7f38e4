/// A moment in UTC, to the microsecond.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01 00:00:00 UTC.
  package let microseconds: Int64

  /// The moment so many microseconds after 1970-01-01 00:00:00 UTC.
  package init(microseconds: Int64) { self.microseconds = microseconds }

  /// The moment a day begins; the first or last moment there is for a day some 290,000 years away.
  package init(_ date: CivilDate) {
    let days = Int64(date.days)
    let (product, overflow) = days.multipliedReportingOverflow(by: Timestamp.microsecondsPerDay)
    microseconds = overflow ? (days < 0 ? .min : .max) : product
  }

  /// The length of a day.
  package static let microsecondsPerDay: Int64 = 86_400_000_000

  /// The day of the moment, in UTC.
  package var date: CivilDate {
    let (quotient, remainder) = microseconds.quotientAndRemainder(
      dividingBy: Timestamp.microsecondsPerDay)
    return CivilDate(days: Int32(clamping: remainder < 0 ? quotient - 1 : quotient))
  }

  /// Microseconds since the day began, 0 to 86,399,999,999.
  package var microsecondOfDay: Int64 {
    let remainder = microseconds % Timestamp.microsecondsPerDay
    return remainder < 0 ? remainder + Timestamp.microsecondsPerDay : remainder
  }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.microseconds < b.microseconds }
}

extension Timestamp: CustomStringConvertible {
  /// Reads `YYYY-MM-DD[( |T)HH:MM[:SS[.ffffff]]][Z|±HH[[:]MM]]`; nil for anything else.
  ///
  /// Without a zone the moment is UTC. Digits beyond the microsecond are cut.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let date = CivilDate(text.prefix(10)) else { return nil }
    var reader = ClockReader(bytes: bytes, at: 10)
    guard let offset = reader.read() else { return nil }
    microseconds = Timestamp(date).microseconds + offset
  }

  /// The moment as `YYYY-MM-DD HH:MM:SS`, with `.ffffff` where there is a fraction.
  package var description: String {
    let (seconds, fraction) = microsecondOfDay.quotientAndRemainder(dividingBy: 1_000_000)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded(Int($0), 2) }
    let tail = fraction == 0 ? "" : "." + padded(Int(fraction), 6)
    return "\(date) \(clock.joined(separator: ":"))\(tail)"
  }
}

/// Reads the clock and zone part of a timestamp.
private struct ClockReader {
  let bytes: [UInt8]
  var at: Int

  /// Microseconds from the day's begin in UTC, or nil where the text is not a clock.
  mutating func read() -> Int64? {
    guard at < bytes.count else { return 0 }
    guard bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "T") else { return nil }
    at += 1
    guard let hour = number(2, to: 23), take(":"), let minute = number(2, to: 59) else {
      return nil
    }
    var total = Int64(hour * 3600 + minute * 60) * 1_000_000
    if take(":") {
      guard let second = number(2, to: 59) else { return nil }
      total += Int64(second) * 1_000_000
      if take(".") {
        guard let fraction = fraction() else { return nil }
        total += fraction
      }
    }
    guard let zone = zone(), at == bytes.count else { return nil }
    return total - zone
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func number(_ digits: Int, to limit: Int) -> Int? {
    guard at + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[at..<at + digits] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    at += digits
    return value <= limit ? value : nil
  }

  private mutating func fraction() -> Int64? {
    var value: Int64 = 0
    var scale: Int64 = 100_000
    let start = at
    while at < bytes.count, (48...57).contains(bytes[at]) {
      value += Int64(bytes[at] - 48) * scale
      scale /= 10
      at += 1
    }
    return at > start ? value : nil
  }

  private mutating func zone() -> Int64? {
    if at == bytes.count || take("Z") { return 0 }
    let sign: Int64 = bytes[at] == UInt8(ascii: "-") ? -1 : 1
    guard take("+") || take("-"), let hour = number(2, to: 15) else { return nil }
    guard at < bytes.count else { return sign * Int64(hour) * 3_600_000_000 }
    _ = take(":")
    guard let minute = number(2, to: 59) else { return nil }
    return sign * Int64(hour * 3600 + minute * 60) * 1_000_000
  }
}
