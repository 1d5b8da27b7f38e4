import Dates
import Frame

/// A day or a moment as DuckDB lays it out: a number of days, seconds or parts of seconds since
/// 1970, the greatest and smallest of which mean infinity.
protocol StoredMoment: FlatValue {
  /// Whether the value is one of the years 1 to 9999, which our calendar knows.
  var isInCalendar: Bool { get }

  /// The value in words, where it is not in the calendar.
  var words: String { get }
}

/// Reads days or moments.
struct MomentReader<Stored: StoredMoment>: VectorReading {
  private var collected = CollectedValues(filler: Stored.filler)

  mutating func read(_ vector: Vector) -> Trouble? {
    var isSound = true
    collected.append(vector) { row in
      let stored = vector.load(row, as: Stored.self)
      isSound = isSound && stored.isInCalendar
      return stored.element
    }
    // The bytes of a missing value are arbitrary, so that most often nothing is wrong after all.
    return isSound ? nil : trouble(vector)
  }

  var column: Column { collected.column(Stored.word) }

  private func trouble(_ vector: Vector) -> Trouble? {
    for row in 0..<vector.count where vector.isPresent(row) {
      let stored = vector.load(row, as: Stored.self)
      if !stored.isInCalendar {
        return Trouble(row: row, found: stored.words, expected: "a date of the years 1 to 9999")
      }
    }
    return nil
  }
}

/// Days since 1970.
struct StoredDate: StoredMoment {
  let days: Int32

  static var filler: CivilDate { CivilDate(days: 0) }
  static func word(_ values: [CivilDate]) -> ColumnValues { .date(values) }
  var element: CivilDate { CivilDate(days: days) }
  var isInCalendar: Bool { calendarDays.contains(days) }

  var words: String {
    days == .max ? "infinity" : days == -Int32.max ? "-infinity" : element.description
  }
}

/// A moment in parts of a second since 1970 that are longer than a microsecond, or are one.
protocol StoredLongMoment: StoredMoment where Element == Timestamp {
  /// Microseconds in one part.
  static var length: Int64 { get }

  var parts: Int64 { get }
}

extension StoredLongMoment {
  static var filler: Timestamp { Timestamp(microseconds: 0) }
  static func word(_ values: [Timestamp]) -> ColumnValues { .timestamp(values) }
  var element: Timestamp { Timestamp(microseconds: parts &* Self.length) }

  var isInCalendar: Bool {
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
struct StoredNanoseconds: StoredMoment {
  let parts: Int64

  static var filler: Timestamp { Timestamp(microseconds: 0) }
  static func word(_ values: [Timestamp]) -> ColumnValues { .timestamp(values) }

  /// Toward the past, also before 1970.
  var element: Timestamp {
    let (quotient, remainder) = parts.quotientAndRemainder(dividingBy: 1000)
    return Timestamp(microseconds: remainder < 0 ? quotient - 1 : quotient)
  }

  // All others are of the years 1677 to 2262.
  var isInCalendar: Bool { parts != .max && parts > -Int64.max }
  var words: String { parts == .max ? "infinity" : "-infinity" }
}

/// The days of the years 1 to 9999, since 1970.
private let calendarDays: ClosedRange<Int32> = -719_162...2_932_896

/// The microseconds of the years 1 to 9999, since 1970.
private let calendarMicroseconds =
  Int64(-719_162) * Timestamp.microsecondsPerDay...2_932_897 * Timestamp.microsecondsPerDay - 1
