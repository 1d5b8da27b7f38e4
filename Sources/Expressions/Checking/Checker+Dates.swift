import Dates
package import Diagnostics

extension Checker {
  /// What came of an attempt: nil inside where an error was noted.
  struct Attempt {
    let result: CheckedExpression?
  }

  /// Date plus or minus an interval literal, as one or two `date_add`; nil where no interval stands
  /// there.
  func dateArithmetic(
    _ sign: BinaryOperator, _ a: Expression, _ b: Expression, at place: SourcePlace
  ) -> Attempt? {
    let (span, other): (Literal, Expression)
    switch (sign, a.node, b.node) {
    case (.add, _, .literal(let literal)), (.subtract, _, .literal(let literal)):
      (span, other) = (literal, a)
    case (.add, .literal(let literal), _): (span, other) = (literal, b)
    default: return nil
    }
    guard case .interval(let months, let microseconds) = span else { return nil }
    guard let date = check(other) else { return Attempt(result: nil) }
    guard date.type.isTemporal else {
      problems.error(
        "an interval can be added to a date or timestamp, not to \(date.words)", at: date.place)
      return Attempt(result: nil)
    }
    let way = sign == .add ? 1 : -1
    return Attempt(
      result: date.adding(months: months * way, microseconds: microseconds * Int64(way), at: place))
  }

  /// Date plus or minus days, and the days between two dates; nil where neither is meant.
  func dateArithmetic(
    _ sign: BinaryOperator, _ a: CheckedExpression, _ b: CheckedExpression, at place: SourcePlace
  ) -> Attempt? {
    switch (sign, a.type, b.type) {
    case (.add, .date, .integer):
      return Attempt(result: a.adding(.day, b, at: place))
    case (.subtract, .date, .integer):
      let back = CheckedExpression(.unary(.minus, b), type: .integer, at: b.place)
      return Attempt(result: a.adding(.day, back, at: place))
    case (.subtract, .date, .date):
      return Attempt(result: .dateDiff(.day, from: b, to: a, at: place))
    case (.subtract, .timestamp, .timestamp), (.subtract, .timestamp, .date),
      (.subtract, .date, .timestamp):
      problems.error(
        "cannot subtract a timestamp from another", at: place,
        hints: ["write date_diff('hour', from, to), or another unit"])
      return Attempt(result: nil)
    case (_, .timestamp, .integer):
      problems.error(
        "cannot \(sign == .add ? "add a number to" : "subtract a number from") \(a.words)",
        at: place, hints: ["say the unit: … + interval '7 days'"])
      return Attempt(result: nil)
    default: return nil
    }
  }
}

extension CheckedExpression {
  /// `date_add` of a span of months and microseconds, each in the largest unit that fits.
  fileprivate func adding(months: Int, microseconds: Int64, at place: SourcePlace)
    -> CheckedExpression
  {
    var result = self
    if months != 0 {
      result = result.adding(.month, .integer(Int64(months), at: place), at: place)
    }
    if microseconds != 0 {
      let units: [CalendarUnit] = [.day, .hour, .minute, .second, .millisecond]
      let unit = units.first { microseconds % $0.length == 0 } ?? .microsecond
      let whole = unit == .day || result.type == .timestamp ? result : result.asTimestamp
      result = whole.adding(unit, .integer(microseconds / unit.length, at: place), at: place)
    }
    return result
  }

  /// `date_add(unit, n, self)`.
  fileprivate func adding(_ unit: CalendarUnit, _ count: CheckedExpression, at place: SourcePlace)
    -> CheckedExpression
  {
    let arguments = [.text(unit.rawValue, at: place), count, self]
    return CheckedExpression(
      .call(.init(function: .date_add, arguments: arguments)), type: type, at: place)
  }

  /// `date_diff(unit, from, to)`.
  fileprivate static func dateDiff(
    _ unit: CalendarUnit, from: CheckedExpression, to: CheckedExpression, at place: SourcePlace
  ) -> CheckedExpression {
    let arguments = [.text(unit.rawValue, at: place), from, to]
    return CheckedExpression(
      .call(.init(function: .date_diff, arguments: arguments)), type: .integer, at: place)
  }

  /// An integer literal.
  package static func integer(_ value: Int64, at place: SourcePlace) -> CheckedExpression {
    CheckedExpression(.literal(.integer(value)), type: .integer, at: place)
  }

  /// A text literal.
  package static func text(_ value: String, at place: SourcePlace) -> CheckedExpression {
    CheckedExpression(.literal(.text(value)), type: .text, at: place)
  }
}
