import Dates
import Frame

/// Days since 1970, the greatest and smallest of which mean infinity; so it is with moments.
struct StoredDate: FlatValue {
  let days: Int32

  static var filler: CivilDate { CivilDate(days: 0) }
  static func word(_ values: [CivilDate]) -> ColumnValues { .date(values) }
  var element: CivilDate { CivilDate(days: days) }
  var isReadable: Bool { calendarDays.contains(days) }

  var words: String {
    days == .max ? "infinity" : days == -Int32.max ? "-infinity" : element.description
  }
}

/// A moment in parts of a second since 1970 that are longer than a microsecond, or are one.
protocol StoredLongMoment: FlatValue where Element == Timestamp {
  /// Microseconds in one part.
  static var length: Int64 { get }

  var parts: Int64 { get }
}

extension StoredLongMoment {
  static var filler: Timestamp { Timestamp(microseconds: 0) }
  static func word(_ values: [Timestamp]) -> ColumnValues { .timestamp(values) }
  var element: Timestamp { Timestamp(microseconds: parts &* Self.length) }

  var isReadable: Bool {
    let (product, overflows) = parts.multipliedReportingOverflow(by: Self.length)
    return !overflows && calendarMicroseconds.contains(product)
  }

  var words: String {
    if parts == .max { return "infinity" }
    if parts == -Int64.max { return "-infinity" }
    let (product, overflows) = parts.multipliedReportingOverflow(by: Self.length)
    return overflows ? "a moment too far away" : Timestamp(microseconds: product).description
  }
}

/// Microseconds, of a timestamp with or without time zone.
struct StoredMicroseconds: StoredLongMoment {
  let parts: Int64
  static var length: Int64 { 1 }
}

/// Milliseconds.
struct StoredMilliseconds: StoredLongMoment {
  let parts: Int64
  static var length: Int64 { 1000 }
}

/// Seconds.
struct StoredSeconds: StoredLongMoment {
  let parts: Int64
  static var length: Int64 { 1_000_000 }
}

/// Nanoseconds, which are cut to microseconds.
struct StoredNanoseconds: FlatValue {
  let parts: Int64

  static var filler: Timestamp { Timestamp(microseconds: 0) }
  static func word(_ values: [Timestamp]) -> ColumnValues { .timestamp(values) }

  /// Toward the past, also before 1970.
  var element: Timestamp {
    let (quotient, remainder) = parts.quotientAndRemainder(dividingBy: 1000)
    return Timestamp(microseconds: remainder < 0 ? quotient - 1 : quotient)
  }

  // All others are of the years 1677 to 2262.
  var isReadable: Bool { parts != .max && parts > -Int64.max }
  var words: String { parts == .max ? "infinity" : "-infinity" }
}

/// The days of the years 1 to 9999, since 1970.
private let calendarDays: ClosedRange<Int32> = -719_162...2_932_896

/// The microseconds of the years 1 to 9999, since 1970.
private let calendarMicroseconds =
  Int64(-719_162) * Timestamp.microsecondsPerDay...2_932_897 * Timestamp.microsecondsPerDay - 1
