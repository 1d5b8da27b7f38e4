package import Expressions

/// Standard SQL, as PostgreSQL understands it where the standard is silent: what a dialect differs
/// from.
package struct StandardDialect: Dialect {
  package let name = "standard"

  package init() {}
}

extension Dialect {
  package var capabilities: Capabilities { .standard }

  package var placeholders: PlaceholderStyle { .question }

  package func quoted(_ name: String) -> String { name.quoted(with: "\"") }

  package func typeName(_ type: ValueType) -> String { StandardWording.typeName(type) }

  package func literal(_ literal: Literal) -> String? { StandardWording.literal(literal) }

  package func wording(of call: WordedCall) -> String? {
    StandardWording.wording(of: call, in: self)
  }

  package func wording(of sign: BinaryOperator, _ left: Worded, _ right: Worded) -> String {
    StandardWording.wording(of: sign, left, right, in: self)
  }

  package func wording(
    placing value: Worded, between low: Worded, and high: Worded, negated: Bool
  ) -> String {
    "\(value) \(negated ? "NOT " : "")BETWEEN \(low) AND \(high)"
  }

  package func wording(casting value: Worded, to type: ValueType) -> String {
    "CAST(\(value) AS \(typeName(type)))"
  }

  package func wording(
    matching value: Worded, with pattern: Worded, caseSensitive: Bool, negated: Bool
  ) -> String {
    // Without ESCAPE '' a backslash in the pattern would be special.
    "\(value) \(negated ? "NOT " : "")\(caseSensitive ? "LIKE" : "ILIKE") \(pattern) ESCAPE ''"
  }

  package func wording(ordering key: Worded, isDescending: Bool, nullsFirst: Bool) -> String {
    "\(key)\(isDescending ? " DESC" : "") NULLS \(nullsFirst ? "FIRST" : "LAST")"
  }

  package func wording(selecting value: Worded) -> String { value.sql }

  package func wording(limit: String?, offset: String?) -> String {
    [limit.map { "LIMIT \($0)" }, offset.map { "OFFSET \($0)" }].compactMap(\.self)
      .joined(separator: " ")
  }
}

/// The wording that dialects fall back upon.
package enum StandardWording {
  /// The name of a type in `CAST`.
  package static func typeName(_ type: ValueType) -> String {
    switch type {
    case .boolean: "BOOLEAN"
    case .integer: "BIGINT"
    case .decimal: "NUMERIC"
    case .double: "DOUBLE PRECISION"
    case .date: "DATE"
    case .timestamp: "TIMESTAMP"
    case .text, .interval, .null, .unsupported: "TEXT"
    }
  }

  /// Null, booleans and numbers; every number's digits were read by the lexer and nothing else.
  static func literal(_ literal: Literal) -> String? {
    switch literal {
    case .null: "NULL"
    case .boolean(let value): value ? "TRUE" : "FALSE"
    // A minus beside a minus would begin a comment.
    case .integer(let value): value < 0 ? "(\(value))" : String(value)
    case .decimal(let digits): digits.hasPrefix("-") ? "(\(digits))" : digits
    case .text, .date, .timestamp, .interval: nil
    }
  }

  /// An operator between two operands.
  package static func wording(
    of sign: BinaryOperator, _ left: Worded, _ right: Worded, in dialect: some Dialect
  ) -> String {
    switch sign {
    case .divide: "\(asDouble(left, in: dialect)) / \(nonZero(right))"
    case .remainder: remainder(left, right, in: dialect)
    case .and: "\(left) AND \(right)"
    case .or: "\(left) OR \(right)"
    case .notEqual: "\(left) <> \(right)"
    default: "\(left) \(sign.rawValue) \(right)"
    }
  }

  private static func remainder(_ left: Worded, _ right: Worded, in dialect: some Dialect) -> String
  {
    guard left.type == .double || right.type == .double else {
      return "\(left) % \(nonZero(right))"
    }
    let parts = [left, right].map { dialect.wording(casting: $0, to: .decimal) }
    let exact = Worded("MOD(\(parts[0]), NULLIF(\(parts[1]), 0))", type: .decimal)
    return dialect.wording(casting: exact, to: .double)
  }

  /// The value as a double, cast where it is none.
  package static func asDouble(_ value: Worded, in dialect: some Dialect) -> String {
    value.type == .double ? value.sql : dialect.wording(casting: value, to: .double)
  }

  /// A divisor that is null in place of zero, so that a division by zero is null everywhere.
  package static func nonZero(_ divisor: Worded) -> String {
    switch divisor.literal {
    case .integer(let value) where value != 0: divisor.sql
    case .decimal(let digits) where Double(digits).map({ $0 != 0 }) ?? false: divisor.sql
    default: "NULLIF(\(divisor), 0)"
    }
  }
}
