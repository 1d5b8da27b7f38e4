import Expressions
import SQL

extension SparkWording {
  func date(_ call: WordedCall) -> String? {
    let a = call.arguments
    switch call.function {
    case .date_trunc:
      return retyped("DATE_TRUNC('\(a[0])', \(a[1]))", call)
    case .date_add: return retyped("TIMESTAMPADD(\(unit(a[0])), \(a[1]), \(a[2]))", call)
    case .date_diff: return "CAST(\(difference(a[0].sql, from: a[1], to: a[2])) AS BIGINT)"
    case .year, .quarter, .month, .day, .hour, .minute: return part(call.function.rawValue, a[0])
    case .week: return part("WEEKOFYEAR", a[0])
    // Spark counts the days of a week from 0.
    case .weekday: return "CAST(WEEKDAY(\(a[0])) + 1 AS BIGINT)"
    default: return nil
    }
  }

  private func unit(_ unit: Worded) -> String { unit.sql.uppercased() }

  /// A moment, or the day of it where the result is one.
  private func retyped(_ moment: String, _ call: WordedCall) -> String {
    call.type == .date ? "CAST(\(moment) AS DATE)" : moment
  }

  private func part(_ name: String, _ value: Worded) -> String {
    "CAST(\(name.uppercased())(\(value)) AS BIGINT)"
  }

  /// How many borders of the unit lie between two dates or moments.
  private func difference(_ unit: String, from: Worded, to: Worded) -> String {
    switch CalendarUnit(rawValue: unit) {
    case .year: "YEAR(\(to)) - YEAR(\(from))"
    case .quarter:
      "(YEAR(\(to)) * 4 + QUARTER(\(to))) - (YEAR(\(from)) * 4 + QUARTER(\(from)))"
    case .month: "(YEAR(\(to)) * 12 + MONTH(\(to))) - (YEAR(\(from)) * 12 + MONTH(\(from)))"
    case .week: "DATEDIFF(\(monday(to)), \(monday(from))) DIV 7"
    case .day: "DATEDIFF(CAST(\(to) AS DATE), CAST(\(from) AS DATE))"
    case .hour, .minute, .second, .millisecond, .microsecond:
      "(\(micros(to, unit)) - \(micros(from, unit))) DIV \(CalendarUnit(rawValue: unit)?.length ?? 1)"
    case nil: "NULL"
    }
  }

  private func monday(_ value: Worded) -> String {
    "CAST(DATE_TRUNC('week', \(value)) AS DATE)"
  }

  private func micros(_ value: Worded, _ unit: String) -> String {
    "UNIX_MICROS(DATE_TRUNC('\(unit)', \(value)))"
  }
}
