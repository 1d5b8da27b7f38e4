import CSQLite
import Database
import Dates
import Frame

extension Cell {
  /// The moment that the value tells, nil where it tells none.
  @inline(__always) fileprivate var microseconds: Int64? {
    var result: Int64 = 0
    let isMoment: Int32 =
      switch kind {
      case SQLITE_TEXT:
        bs_parse_moment(bytes.baseAddress, Int32(truncatingIfNeeded: bytes.count), &result)
      case SQLITE_INTEGER: bs_moment_of_integer(integer, &result)
      case SQLITE_FLOAT: bs_moment_of_real(double, &result)
      default: 0
      }
    return isMoment == 0 ? nil : result
  }
}

/// Reads moments in UTC from texts or, as SQLite's own functions do, from numbers.
struct TimestampReader: ColumnReading {
  private var moments = ColumnBuilder(filler: Timestamp(microseconds: 0))

  mutating func read(_ cell: Cell) -> Trouble? {
    if let microseconds = cell.microseconds {
      moments.append(Timestamp(microseconds: microseconds))
    } else if cell.kind == SQLITE_NULL {
      moments.appendMissing()
    } else {
      return cell.trouble("a timestamp such as '2026-01-31 12:00:00'")
    }
    return nil
  }

  var column: Column { moments.column(ColumnValues.timestamp) }
}

/// Reads days; a moment in their place must be the day's begin.
struct DateReader: ColumnReading {
  private var days = ColumnBuilder(filler: CivilDate(days: 0))

  mutating func read(_ cell: Cell) -> Trouble? {
    if let microseconds = cell.microseconds, microseconds % Timestamp.microsecondsPerDay == 0 {
      days.append(Timestamp(microseconds: microseconds).date)
    } else if cell.kind == SQLITE_NULL {
      days.appendMissing()
    } else {
      return cell.trouble("a date such as '2026-01-31'")
    }
    return nil
  }

  var column: Column { days.column(ColumnValues.date) }
}
