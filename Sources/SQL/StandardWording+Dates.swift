import Expressions

extension StandardWording {
  static func date(_ call: WordedCall, in dialect: some Dialect) -> String? {
    let a = call.arguments
    switch call.function {
    case .date_trunc:
      let cut = Worded("DATE_TRUNC('\(a[0])', \(a[1]))", type: .timestamp)
      return call.type == .date ? dialect.wording(casting: cut, to: .date) : cut.sql
    case .date_add:
      let moved = Worded("\(a[2]) + \(a[1]) * \(interval(a[0].sql))", type: .timestamp)
      return call.type == .date ? dialect.wording(casting: moved, to: .date) : moved.sql
    case .date_diff: return difference(a[0].sql, from: a[1], to: a[2], in: dialect)
    case .week: return part("WEEK", of: a[0], in: dialect)
    case .weekday: return part("ISODOW", of: a[0], in: dialect)
    default: return part(call.function.rawValue.uppercased(), of: a[0], in: dialect)
    }
  }

  private static func interval(_ unit: String) -> String {
    unit == "quarter" ? "INTERVAL '3 months'" : "INTERVAL '1 \(unit)'"
  }

  private static func part(_ field: String, of value: Worded, in dialect: some Dialect) -> String {
    dialect.wording(
      casting: Worded("EXTRACT(\(field) FROM \(value))", type: .decimal), to: .integer)
  }

  /// How many borders of the unit lie between two dates or moments.
  private static func difference(
    _ unit: String, from: Worded, to: Worded, in dialect: some Dialect
  ) -> String {
    let ends = [to, from]
    switch CalendarUnit(rawValue: unit) {
    case .year:
      return ends.map { part("YEAR", of: $0, in: dialect) }.joined(separator: " - ")
    case .quarter: return months(ends, "QUARTER", 4, in: dialect)
    case .month: return months(ends, "MONTH", 12, in: dialect)
    case .week:
      let mondays = ends.map {
        dialect.wording(casting: Worded("DATE_TRUNC('week', \($0))", type: .timestamp), to: .date)
      }
      return "(\(mondays.joined(separator: " - "))) / 7"
    case .day:
      return ends.map { dialect.wording(casting: $0, to: .date) }.joined(separator: " - ")
    default:
      let seconds = ends.map { "EXTRACT(EPOCH FROM DATE_TRUNC('\(unit)', \($0)))" }
      let (factor, sign) = clockFactor(unit)
      let whole = Worded("(\(seconds.joined(separator: " - "))) \(sign) \(factor)", type: .decimal)
      return dialect.wording(casting: whole, to: .integer)
    }
  }

  private static func months(
    _ ends: [Worded], _ field: String, _ perYear: Int, in dialect: some Dialect
  ) -> String {
    let counts = ends.map {
      "(\(part("YEAR", of: $0, in: dialect)) * \(perYear) + \(part(field, of: $0, in: dialect)))"
    }
    return counts.joined(separator: " - ")
  }

  private static func clockFactor(_ unit: String) -> (Int, String) {
    switch unit {
    case "hour": (3600, "/")
    case "minute": (60, "/")
    case "millisecond": (1_000, "*")
    case "microsecond": (1_000_000, "*")
    default: (1, "*")
    }
  }
}
