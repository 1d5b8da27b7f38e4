import Dates
import Expressions
import Frame

/// Functions of dates and timestamps; weeks begin on Monday, all is UTC.
enum DateFunctions {
  static func apply(_ function: Function, _ arguments: [Value]) -> Value {
    switch function {
    case .date_trunc:
      guard let unit = unit(arguments[0]) else { return .null }
      return truncate(arguments[1], to: unit)
    case .date_add:
      guard let unit = unit(arguments[0]), case .integer(let count) = arguments[1] else {
        return .null
      }
      return add(count, unit, to: arguments[2])
    case .date_diff:
      guard let unit = unit(arguments[0]), let from = moment(arguments[1]),
        let to = moment(arguments[2])
      else { return .null }
      return .integer(boundaries(unit, from: from, to: to))
    default: return part(function, of: arguments[0])
    }
  }

  private static func unit(_ value: Value) -> CalendarUnit? {
    if case .text(let name) = value { CalendarUnit(rawValue: name.lowercased()) } else { nil }
  }

  /// A date or timestamp as a moment.
  private static func moment(_ value: Value) -> Timestamp? {
    switch value {
    case .date(let day): Timestamp(day)
    case .timestamp(let moment): moment
    default: nil
    }
  }

  /// A moment in the type of another value.
  private static func retyped(_ moment: Timestamp, as value: Value) -> Value {
    if case .date = value { .date(moment.date) } else { .timestamp(moment) }
  }

  private static func part(_ function: Function, of value: Value) -> Value {
    guard let moment = moment(value) else { return .null }
    let (year, month, day) = moment.date.parts
    let result: Int =
      switch function {
      case .year: year
      case .quarter: (month + 2) / 3
      case .month: month
      case .day: day
      case .weekday: moment.date.weekday
      case .week: moment.date.isoWeek.number
      case .hour: Int(moment.microsecondOfDay / 3_600_000_000)
      default: Int(moment.microsecondOfDay / 60_000_000 % 60)
      }
    return .integer(Int64(result))
  }

  private static func truncate(_ value: Value, to unit: CalendarUnit) -> Value {
    guard let moment = moment(value) else { return .null }
    if unit.isCalendarMonths || unit == .week {
      return retyped(Timestamp(begin(of: unit, moment.date)), as: value)
    }
    let over = moment.microsecondOfDay % unit.length
    return retyped(Timestamp(microseconds: moment.microseconds - over), as: value)
  }

  private static func begin(of unit: CalendarUnit, _ date: CivilDate) -> CivilDate {
    let (year, month, _) = date.parts
    let first: Int =
      switch unit {
      case .year: 1
      case .quarter: (month - 1) / 3 * 3 + 1
      default: month
      }
    if unit == .week { return CivilDate(days: date.days - Int32(date.weekday) + 1) }
    return CivilDate(year: year, month: first, day: 1) ?? date
  }

  /// A date so many units later; a month's end stays a month's end.
  ///
  /// Null outside the years 1–9999.
  private static func add(_ count: Int64, _ unit: CalendarUnit, to value: Value) -> Value {
    guard let moment = moment(value) else { return .null }
    let (span, overflows) = count.multipliedReportingOverflow(by: unit.length)
    guard !overflows else { return .null }
    if unit.isCalendarMonths {
      guard abs(span) < 200_000, let date = moment.date.adding(months: Int(span)) else {
        return .null
      }
      return retyped(
        Timestamp(microseconds: Timestamp(date).microseconds + moment.microsecondOfDay), as: value)
    }
    let (sum, sumOverflows) = moment.microseconds.addingReportingOverflow(span)
    let result = Timestamp(microseconds: sum)
    guard !sumOverflows, (1...9999).contains(result.date.parts.year) else { return .null }
    return retyped(result, as: value)
  }

  /// How many borders of a unit lie between two moments: what SQL's `datediff` counts.
  private static func boundaries(_ unit: CalendarUnit, from: Timestamp, to: Timestamp) -> Int64 {
    func place(_ moment: Timestamp) -> Int64 {
      if unit.isCalendarMonths {
        let (year, month, _) = begin(of: unit, moment.date).parts
        return Int64(year * 12 + month - 1) / unit.length
      }
      if unit == .week { return Int64(begin(of: .week, moment.date).days) / 7 }
      let (quotient, remainder) = moment.microseconds.quotientAndRemainder(dividingBy: unit.length)
      return remainder < 0 ? quotient - 1 : quotient
    }
    let days = Int64(begin(of: .week, to.date).days) - Int64(begin(of: .week, from.date).days)
    return unit == .week ? days / 7 : place(to) - place(from)
  }
}

extension CivilDate {
  /// The same day so many months later, or the month's last where it is shorter; nil outside the
  /// years 1–9999.
  func adding(months: Int) -> CivilDate? {
    let (year, month, day) = parts
    let total = year * 12 + month - 1 + months
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    guard total >= 12 else { return nil }
    let last = CivilDate.length(ofMonth: newMonth, year: newYear)
    return CivilDate(year: newYear, month: newMonth, day: min(day, last))
  }
}
