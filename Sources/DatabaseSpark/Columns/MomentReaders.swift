import Database
import Dates
import Frame

/// Reads moments in UTC, which come as text; a day is the moment at which it begins.
struct TimestampReader: ColumnReading {
  private var moments = ColumnBuilder(filler: Timestamp(microseconds: 0))

  mutating func read(_ wire: WireColumn) throws(Trouble) {
    let expected = "a timestamp of the years 1 to 9999"
    guard wire.kind == .text else { throw wire.mismatch(expected) }
    let values = try wire.texts(filler: Timestamp(microseconds: 0), expected: expected) {
      MomentText.timestamp($0)
    }
    moments.append(contentsOf: values, presence: wire.presence)
  }

  var column: Column { moments.column(ColumnValues.timestamp) }
}

/// Reads days, which come as text; a moment in their place must be the day's begin.
struct DateReader: ColumnReading {
  private var days = ColumnBuilder(filler: CivilDate(days: 0))

  mutating func read(_ wire: WireColumn) throws(Trouble) {
    let expected = "a date of the years 1 to 9999"
    guard wire.kind == .text else { throw wire.mismatch(expected) }
    let values = try wire.texts(filler: CivilDate(days: 0), expected: expected) { bytes in
      MomentText.timestamp(bytes).flatMap { $0.microsecondOfDay == 0 ? $0.date : nil }
    }
    days.append(contentsOf: values, presence: wire.presence)
  }

  var column: Column { days.column(ColumnValues.date) }
}

/// The text in which dates and timestamps come: `2026-01-31` and `2026-01-31 12:30:00[.f…]`.
enum MomentText {
  /// Reads a date or timestamp; nil for all else.
  static func timestamp(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    guard text.count >= 10, text[4] == dash, text[7] == dash,
      let year = number(text, 0, 4), let month = number(text, 5, 2), let day = number(text, 8, 2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    let begin = Timestamp(date)
    if text.count == 10 { return begin }
    guard text.count >= 19, text[10] == UInt8(ascii: " "), text[13] == colon, text[16] == colon,
      let hour = number(text, 11, 2), let minute = number(text, 14, 2),
      let second = number(text, 17, 2), hour < 24, minute < 60, second < 60,
      let fraction = fraction(text)
    else { return nil }
    let seconds = Int64(hour * 3600 + minute * 60 + second)
    return Timestamp(microseconds: begin.microseconds + seconds * 1_000_000 + fraction)
  }

  private static let dash = UInt8(ascii: "-")
  private static let colon = UInt8(ascii: ":")

  /// So many digits from a place on.
  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int?
  {
    var value = 0
    for place in start..<start + count {
      let digit = text[place] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// The microseconds after the seconds; digits beyond are cut.
  private static func fraction(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    if text.count == 19 { return 0 }
    guard text.count > 20, text[19] == UInt8(ascii: ".") else { return nil }
    var (value, unit): (Int64, Int64) = (0, 100_000)
    for byte in text[20...] {
      let digit = byte &- 48
      guard digit < 10 else { return nil }
      value += Int64(digit) * unit
      unit /= 10
    }
    return value
  }
}
