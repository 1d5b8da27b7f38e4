import Dates
import Expressions
import Frame

/// Comparisons and three-valued logic.
enum Comparison {
  /// A comparison; null where a side is null or the sides cannot be compared.
  static func apply(_ op: BinaryOperator, _ a: Value, _ b: Value) -> Value {
    guard let order = order(a, b) else { return .null }
    return switch op {
    case .equal: .boolean(order == 0)
    case .notEqual: .boolean(order != 0)
    case .less: .boolean(order < 0)
    case .lessOrEqual: .boolean(order <= 0)
    case .greater: .boolean(order > 0)
    case .greaterOrEqual: .boolean(order >= 0)
    default: .null
    }
  }

  /// Whether a value is among others: null where it is null, or not found beside a null.
  static func contains(_ value: Value, in items: [Value]) -> Value {
    if value.isNull { return .null }
    var hasNull = false
    for item in items {
      switch apply(.equal, value, item) {
      case .boolean(true): return .boolean(true)
      case .null: hasNull = true
      default: break
      }
    }
    return hasNull ? .null : .boolean(false)
  }

  static func and(_ a: Value, _ b: Value) -> Value {
    if a == .boolean(false) || b == .boolean(false) { return .boolean(false) }
    return a.isNull || b.isNull ? .null : .boolean(true)
  }

  static func or(_ a: Value, _ b: Value) -> Value {
    if a == .boolean(true) || b == .boolean(true) { return .boolean(true) }
    return a.isNull || b.isNull ? .null : .boolean(false)
  }

  /// Negative, zero or positive as `a` is less than, equal to or greater than `b`.
  static func order(_ a: Value, _ b: Value) -> Int? {
    switch (a, b) {
    case (.null, _), (_, .null): return nil
    case (.text(let x), .text(let y)):
      return x.utf8.elementsEqual(y.utf8) ? 0 : Value.isOrdered(a, before: b) ? -1 : 1
    case (.text, _), (_, .text): return nil
    case (.date(let x), .timestamp(let y)): return sign(Timestamp(x), y)
    case (.timestamp(let x), .date(let y)): return sign(x, Timestamp(y))
    case (.date(let x), .date(let y)): return sign(x, y)
    case (.timestamp(let x), .timestamp(let y)): return sign(x, y)
    case (.integer(let x), .integer(let y)): return sign(x, y)
    default:
      guard let x = a.number, let y = b.number else { return nil }
      return sign(x, y)
    }
  }

  private static func sign<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a == b ? 0 : 1 }
}
