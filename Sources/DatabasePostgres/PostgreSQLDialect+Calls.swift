import Expressions
package import SQL

extension PostgreSQLDialect {
  package func wording(of call: WordedCall) -> String? {
    guard let kind = call.function.signature?.kind else { return nil }
    return switch kind {
    case .row: row(call)
    case .aggregate: aggregate(call)
    case .window: StandardWording.wording(of: call, in: self)
    }
  }

  private func row(_ call: WordedCall) -> String? {
    let a = call.arguments
    switch call.function {
    case .lower, .upper: return changed(a[0], by: call.function.rawValue.uppercased())
    // CONCAT leaves nulls out.
    case .concat: return a.map(\.sql.parenthesized).joined(separator: " || ")
    case .least, .greatest:
      return call.text(call.function.rawValue.uppercased(), a.map(sortable))
    case .floor where a[0].type == .integer, .ceil where a[0].type == .integer: return a[0].sql
    case .round: return round(call)
    case .substr: return substring(a)
    case .power: return power(a)
    default: return StandardWording.wording(of: call, in: self)
    }
  }

  /// Halves are rounded away from zero only in exact numbers.
  private func round(_ call: WordedCall) -> String {
    let value = call.arguments[0]
    let rest = call.arguments.dropFirst().map(small)
    let rounded = call.text("ROUND", [Worded(exact(value), type: .decimal)] + rest)
    return call.type == .decimal ? rounded : "CAST(\(rounded) AS \(typeName(call.type)))"
  }

  /// A length below 0 is one of 0; PostgreSQL fails.
  private func substring(_ a: [Worded]) -> String {
    let start = small(a[1])
    guard a.count > 2 else { return "SUBSTR(\(a[0]), \(start))" }
    if case .integer(0...) = a[2].literal { return "SUBSTR(\(a[0]), \(start), \(small(a[2])))" }
    // GREATEST would make a number of a null.
    let length = small(a[2])
    return "SUBSTR(\(a[0]), \(start), CASE WHEN \(length) < 0 THEN 0 ELSE \(length) END)"
  }

  /// Null where a power is no real number; PostgreSQL fails.
  private func power(_ a: [Worded]) -> String {
    let (base, exponent) = (
      StandardWording.asDouble(a[0], in: self), StandardWording.asDouble(a[1], in: self)
    )
    return """
      POWER(CASE WHEN \(base) >= 0 OR \(exponent) = FLOOR(\(exponent)) THEN \(base) END, \(exponent))
      """
  }

  private func aggregate(_ call: WordedCall) -> String? {
    // Not implemented over windows, and not with a place in an order.
    if call.isDistinct, call.isWindowed { return nil }
    let a = call.arguments
    switch call.function {
    case .sum where call.type == .double: return call.text("SUM", [wide(a[0])])
    case .min, .max: return call.text(call.function.rawValue.uppercased(), a.map(sortable))
    case .any_value: return call.text("MIN", a.map(sortable))
    case .median, .quantile:
      return call.isDistinct ? nil : StandardWording.wording(of: call, in: self)
    case .string_agg: return joined(call)
    case .skewness: return call.isDistinct ? nil : PowerSums(call, in: self).skewness
    case .kurtosis: return call.isDistinct ? nil : PowerSums(call, in: self).kurtosis
    default: return StandardWording.wording(of: call, in: self)
    }
  }

  /// In order of the text; an order is not implemented over windows.
  private func joined(_ call: WordedCall) -> String? {
    guard !call.isWindowed else { return nil }
    let text = sortable(call.arguments[0])
    let distinct = call.isDistinct ? "DISTINCT " : ""
    return "STRING_AGG(\(distinct)\(text), \(call.arguments[1]) ORDER BY \(text))\(call.tail)"
  }
}

/// Skewness and kurtosis from sums of powers.
///
/// Such sums cancel in doubles where the mean dwarfs the spread. In NUMERIC they are exact, and
/// nothing is divided before the last step, so that the only rounding is that of the result.
private struct PowerSums {
  /// The rows as a double, and the sums of the first to fourth powers.
  private let n: String
  private let s: [String]
  private let count: String

  init(_ call: WordedCall, in dialect: PostgreSQLDialect) {
    let value = dialect.exact(call.arguments[0])
    let sums = (1...4).map { power in
      let product = Array(repeating: value, count: power).joined(separator: " * ")
      return "SUM(\(product))\(call.tail)"
    }
    s = [""] + sums
    count = "COUNT(\(call.arguments[0]))\(call.tail)"
    n = "CAST(\(count) AS NUMERIC)"
  }

  /// n² times the second central moment, n³ times the third, n⁴ times the fourth.
  private var second: String { "(\(n) * \(s[2]) - \(s[1]) * \(s[1]))" }

  private var third: String {
    "(\(n) * \(n) * \(s[3]) - 3 * \(n) * \(s[1]) * \(s[2]) + 2 * \(s[1]) * \(s[1]) * \(s[1]))"
  }

  private var fourth: String {
    """
    (\(n) * \(n) * \(n) * \(s[4]) - 4 * \(n) * \(n) * \(s[1]) * \(s[3]) \
    + 6 * \(n) * \(s[1]) * \(s[1]) * \(s[2]) - 3 * \(s[1]) * \(s[1]) * \(s[1]) * \(s[1]))
    """
  }

  /// G₁ = √(n (n − 1)) / (n − 2) · m₃ / m₂^1.5; null for fewer than 3 values or no spread.
  var skewness: String {
    let square =
      "CAST(\(third) * \(third) / NULLIF(\(second) * \(second) * \(second), 0) AS DOUBLE PRECISION)"
    return """
      CASE WHEN \(count) > 2 THEN CAST(SIGN(\(third)) AS DOUBLE PRECISION) * SQRT(\(square)) \
      * SQRT(CAST(\(n) * (\(n) - 1) AS DOUBLE PRECISION)) / CAST(\(n) - 2 AS DOUBLE PRECISION) END
      """
  }

  /// G₂ = (n − 1) / ((n − 2) (n − 3)) · ((n + 1) (m₄ / m₂² − 3) + 6); null for fewer than 4 values
  /// or no spread.
  var kurtosis: String {
    let excess = "(\(fourth) - 3 * \(second) * \(second)) / NULLIF(\(second) * \(second), 0)"
    return """
      CASE WHEN \(count) > 3 THEN CAST((\(n) - 1) * ((\(n) + 1) * (\(excess)) + 6) \
      / NULLIF((\(n) - 2) * (\(n) - 3), 0) AS DOUBLE PRECISION) END
      """
  }
}

extension String {
  /// The text in parentheses.
  fileprivate var parenthesized: String { "(\(self))" }
}
