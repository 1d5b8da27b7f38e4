import Dates
import Expressions
import Frame
import Glibc

/// Operators on single values; null in, null out.
enum Arithmetic {
  static func apply(_ op: UnaryOperator, to value: Value) -> Value {
    switch (op, value) {
    case (.not, .boolean(let value)): .boolean(!value)
    case (.minus, .integer(let value)):
      value == .min ? .double(-Double(value)) : .integer(-value)
    case (.minus, .decimal(let unscaled, let scale)): .decimal(unscaled: -unscaled, scale: scale)
    case (.minus, .double(let value)): .double(-value)
    default: .null
    }
  }

  /// The result; nil where a whole number grows out of 64 bits.
  static func apply(_ op: BinaryOperator, _ a: Value, _ b: Value) -> Value? {
    switch op {
    case .and: return Comparison.and(a, b)
    case .or: return Comparison.or(a, b)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return Comparison.apply(op, a, b)
    case .concatenate:
      return a.isNull || b.isNull ? .null : .text(a.description + b.description)
    case .divide: return divide(a, b)
    case .add, .subtract, .multiply, .remainder: return number(op, a, b)
    }
  }

  /// True division; by zero it is null, as in SQL that does not fail.
  private static func divide(_ a: Value, _ b: Value) -> Value {
    guard let x = a.number, let y = b.number, y != 0 else { return .null }
    return .double(x / y)
  }

  private static func number(_ op: BinaryOperator, _ a: Value, _ b: Value) -> Value? {
    switch (a, b) {
    case (.integer(let x), .integer(let y)): return integer(op, x, y)
    case (.decimal, .decimal), (.decimal, .integer), (.integer, .decimal):
      return decimal(op, a, b) ?? double(op, a, b)
    default: return double(op, a, b)
    }
  }

  private static func integer(_ op: BinaryOperator, _ x: Int64, _ y: Int64) -> Value? {
    if op == .remainder { return y == 0 ? .null : y == -1 ? .integer(0) : .integer(x % y) }
    let (result, hasOverflowed) =
      switch op {
      case .add: x.addingReportingOverflow(y)
      case .subtract: x.subtractingReportingOverflow(y)
      default: x.multipliedReportingOverflow(by: y)
      }
    return hasOverflowed ? nil : .integer(result)
  }

  private static func decimal(_ op: BinaryOperator, _ a: Value, _ b: Value) -> Value? {
    guard let (x, xScale) = a.exact, let (y, yScale) = b.exact else { return nil }
    if op == .multiply {
      let (product, hasOverflowed) = x.multipliedReportingOverflow(by: y)
      return hasOverflowed || xScale + yScale > 38
        ? nil : .decimal(unscaled: product, scale: xScale + yScale)
    }
    let scale = max(xScale, yScale)
    let (left, leftOverflow) = x.multipliedReportingOverflow(by: Decimals.power(scale - xScale))
    let (right, rightOverflow) = y.multipliedReportingOverflow(by: Decimals.power(scale - yScale))
    if leftOverflow || rightOverflow { return nil }
    if op == .remainder {
      return right == 0 ? .null : .decimal(unscaled: left % right, scale: scale)
    }
    let (sum, hasOverflowed) =
      op == .add ? left.addingReportingOverflow(right) : left.subtractingReportingOverflow(right)
    return hasOverflowed ? nil : .decimal(unscaled: sum, scale: scale)
  }

  private static func double(_ op: BinaryOperator, _ a: Value, _ b: Value) -> Value {
    guard let x = a.plainNumber, let y = b.plainNumber else { return .null }
    switch op {
    case .add: return .double(x + y)
    case .subtract: return .double(x - y)
    case .multiply: return .double(x * y)
    default: return y == 0 ? .null : .double(fmod(x, y))
    }
  }
}

extension Value {
  /// The number as an unscaled integer and a scale; nil for doubles and all that is no number.
  var exact: (unscaled: Int128, scale: Int)? {
    switch self {
    case .integer(let value): (Int128(value), 0)
    case .decimal(let unscaled, let scale): (unscaled, scale)
    default: nil
    }
  }

  /// The number as a double; nil for dates, texts, booleans and null.
  var plainNumber: Double? {
    switch self {
    case .integer, .decimal, .double: number
    default: nil
    }
  }
}
