package import Expressions
package import SQL

/// SQLite 3.38 and later, with the functions `bs_…` that each connection adds.
///
/// Booleans are 0 and 1; dates and timestamps are texts, `YYYY-MM-DD` and `YYYY-MM-DD HH:MM:SS[.f…]`.
package struct SQLiteDialect: Dialect {
  package let name = "sqlite"
  package let capabilities: Capabilities = [
    .standard, .windowedQuantiles, .snapshots, .sharedSnapshots, .boundValues, .shapeStatistics,
    .reflectedKeys,
  ]
  package let placeholders = PlaceholderStyle.numbered(prefix: "?")

  package init() {}

  package func typeName(_ type: ValueType) -> String {
    switch type {
    case .boolean, .integer: "INTEGER"
    case .decimal: "NUMERIC"
    case .double: "REAL"
    default: "TEXT"
    }
  }

  /// SQLite's `%` cuts its operands to whole numbers, its division is whole for whole numbers, and
  /// its decimals are doubles.
  package func wording(of sign: BinaryOperator, _ left: Worded, _ right: Worded) -> String {
    switch (sign, isDecimal(left, right)) {
    case (.add, true): "bs_decimal_add(\(left), \(right))"
    case (.subtract, true): "bs_decimal_subtract(\(left), \(right))"
    case (.multiply, true): "bs_decimal_multiply(\(left), \(right))"
    case (.remainder, true): "bs_decimal_remainder(\(left), \(right))"
    case (.remainder, false) where left.type != .integer || right.type != .integer:
      "bs_remainder(\(left), \(right))"
    default: StandardWording.wording(of: sign, left, right, in: self)
    }
  }

  /// Whether the result is an exact number with digits after the point.
  private func isDecimal(_ left: Worded, _ right: Worded) -> Bool {
    (left.type == .decimal && right.type != .double)
      || (right.type == .decimal && left.type != .double)
  }

  /// SQLite's casts make 0 of what is no number, and cut where others round.
  package func wording(casting value: Worded, to type: ValueType) -> String {
    switch (value.type, type) {
    case (.text, .double), (.text, .decimal): "bs_double(\(value))"
    case (.integer, .integer), (.boolean, .integer), (_, .decimal):
      value.sql.isAtomic ? value.sql : "(\(value))"
    case (_, .integer): "bs_integer(\(value))"
    case (_, .double): "CAST(\(value) AS REAL)"
    case (.boolean, .text): "CASE \(value) WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"
    case (.text, .boolean): textAsBoolean(value)
    case (.double, .text): "bs_text(\(value))"
    case (_, .boolean): "(\(value)) <> 0"
    case (_, .date): "bs_date(\(value))"
    case (_, .timestamp): "bs_time(\(value))"
    default: "CAST(\(value) AS \(typeName(type)))"
    }
  }

  private func textAsBoolean(_ value: Worded) -> String {
    """
    CASE WHEN lower(\(value)) IN ('true', 't', '1') THEN 1 \
    WHEN lower(\(value)) IN ('false', 'f', '0') THEN 0 ELSE bs_integer(\(value)) END
    """
  }

  /// SQLite's LIKE never minds the case of A to Z and always that of other letters.
  package func wording(
    matching value: Worded, with pattern: Worded, caseSensitive: Bool, negated: Bool
  ) -> String {
    let sides = [value, pattern].map { caseSensitive ? $0.sql : "bs_lower(\($0))" }
    return "\(negated ? "NOT " : "")bs_like(\(sides[0]), \(sides[1]))"
  }

  /// SQLite has no OFFSET without a LIMIT; a negative one is none.
  package func wording(limit: String?, offset: String?) -> String {
    "LIMIT \(limit ?? "-1")" + (offset.map { " OFFSET \($0)" } ?? "")
  }
}

extension String {
  /// Whether the text is one call, name or number, so that it needs no parentheses.
  fileprivate var isAtomic: Bool {
    allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "\"" || $0 == "?" }
  }
}
