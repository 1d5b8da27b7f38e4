import Database
import Dates
import Frame

/// Days of PostgreSQL, which count from 2000-01-01, as ours.
private enum Epoch {
  /// 2000-01-01 in days since 1970-01-01.
  static let days: Int64 = 10_957
  /// 0001-01-01 and 9999-12-31 in days since 1970-01-01.
  static let years: ClosedRange<Int64> = -719_162...2_932_896
}

/// Reads days; a moment in their place must be the day's begin.
struct DateReader: ColumnReading {
  let wire: WireType
  private var days = ColumnBuilder(filler: CivilDate(days: 0))

  init(wire: WireType) { self.wire = wire }

  mutating func read(_ cell: Cell) -> Trouble? {
    switch wire {
    case .text:
      guard let date = cell.text.flatMap({ CivilDate($0) }) else {
        return cell.textTrouble(expectedDate)
      }
      days.append(date)
    case .timestamp:
      guard let moment = Moment(cell), case .finite(let micros) = moment,
        micros % Timestamp.microsecondsPerDay == 0
      else { return cell.trouble(expectedDate, found: Moment(cell)?.words) }
      days.append(Timestamp(microseconds: micros).date)
    default:
      guard let day = cell.number(Int32.self) else { return cell.trouble(expectedDate) }
      let ours = Int64(day) + Epoch.days
      guard Epoch.years.contains(ours) else {
        return cell.trouble(expectedDate, found: Moment.words(ofDay: day))
      }
      days.append(CivilDate(days: Int32(truncatingIfNeeded: ours)))
    }
    return nil
  }

  mutating func appendMissing() { days.appendMissing() }

  var column: Column { days.column(ColumnValues.date) }
}

/// Reads moments in UTC.
struct TimestampReader: ColumnReading {
  let wire: WireType
  private var moments = ColumnBuilder(filler: Timestamp(microseconds: 0))

  init(wire: WireType) { self.wire = wire }

  mutating func read(_ cell: Cell) -> Trouble? {
    switch wire {
    case .text:
      guard let moment = cell.text.flatMap({ Timestamp($0) }) else {
        return cell.textTrouble(expectedMoment)
      }
      moments.append(moment)
    case .date:
      var days = DateReader(wire: .date)
      if let trouble = days.read(cell) { return trouble }
      guard case .date(let dates) = days.column.values else { return cell.trouble(expectedMoment) }
      moments.append(Timestamp(dates[0]))
    default:
      guard case .finite(let micros)? = Moment(cell) else {
        return cell.trouble(expectedMoment, found: Moment(cell)?.words)
      }
      moments.append(Timestamp(microseconds: micros))
    }
    return nil
  }

  mutating func appendMissing() { moments.appendMissing() }

  var column: Column { moments.column(ColumnValues.timestamp) }
}

/// A `timestamp` as the server sends it: microseconds since 2000-01-01.
private enum Moment {
  /// Microseconds since 1970-01-01, of the years 1 to 9999.
  case finite(Int64)
  /// Infinite, or of a year outside 1 to 9999, in words.
  case outside(String)

  @inline(__always)
  init?(_ cell: Cell) {
    guard let micros = cell.number(Int64.self) else { return nil }
    let (ours, overflows) = micros.addingReportingOverflow(
      Epoch.days * Timestamp.microsecondsPerDay)
    let isInYears =
      ours >= Epoch.years.lowerBound * Timestamp.microsecondsPerDay
      && ours < (Epoch.years.upperBound + 1) * Timestamp.microsecondsPerDay
    self = !overflows && isInYears ? .finite(ours) : .outside(Moment.words(micros, ours, overflows))
  }

  var words: String {
    switch self {
    case .finite(let micros): "\(Timestamp(microseconds: micros))"
    case .outside(let words): words
    }
  }

  private static func words(_ micros: Int64, _ ours: Int64, _ overflows: Bool) -> String {
    if micros == .max || micros == .min { return micros > 0 ? "infinity" : "-infinity" }
    return overflows ? "a moment far away" : words(Timestamp(microseconds: ours).date)
  }

  /// A day of the server's in words.
  static func words(ofDay day: Int32) -> String {
    if day == .max || day == .min { return day > 0 ? "infinity" : "-infinity" }
    return words(CivilDate(days: Int32(clamping: Int64(day) + Epoch.days)))
  }

  /// A day in words; the year before 1 is 1 BC.
  private static func words(_ date: CivilDate) -> String {
    let (year, month, day) = date.parts
    return year > 0 ? "\(date)" : "\(1 - year)-\(month)-\(day) BC"
  }
}

private let expectedDate = "a date of the years 1 to 9999"
private let expectedMoment = "a timestamp of the years 1 to 9999"
