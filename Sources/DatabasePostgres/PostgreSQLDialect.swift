package import Expressions
package import SQL

/// PostgreSQL 14 and later, built with ICU as all common packages are.
///
/// The standard wording is PostgreSQL's where the standard is silent. What differs: text is put in
/// order by the database's language unless told otherwise; small integers and `real` stay small in
/// arithmetic; casts from doubles keep 15 digits and round halves to even.
package struct PostgreSQLDialect: Dialect {
  package let name = "postgresql"
  package let capabilities: Capabilities = [
    .standard, .snapshots, .sharedSnapshots, .exactDecimals, .boundValues, .shapeStatistics,
    .reflectedKeys, .reflectedComments,
  ]
  package let placeholders = PlaceholderStyle.numbered(prefix: "$")

  package init() {}

  package func wording(of sign: BinaryOperator, _ left: Worded, _ right: Worded) -> String {
    switch sign {
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      StandardWording.wording(of: sign, sortable(left), sortable(right), in: self)
    // Two int4 would overflow as int4, two float4 round as float4.
    case .add, .subtract, .multiply:
      StandardWording.wording(of: sign, wide(left), right, in: self)
    case .remainder where left.type == .double || right.type == .double:
      remainder(left, right)
    default: StandardWording.wording(of: sign, left, right, in: self)
    }
  }

  package func wording(
    placing value: Worded, between low: Worded, and high: Worded, negated: Bool
  ) -> String {
    // BETWEEN takes no COLLATE without parentheses.
    let sides = [value, low, high].map { $0.type == .text ? "(\(sortable($0)))" : $0.sql }
    return "\(sides[0]) \(negated ? "NOT " : "")BETWEEN \(sides[1]) AND \(sides[2])"
  }

  /// `ILIKE` knows only the letters A to Z in a database of locale C.
  package func wording(
    matching value: Worded, with pattern: Worded, caseSensitive: Bool, negated: Bool
  ) -> String {
    let sides = [value, pattern].map { caseSensitive ? $0.sql : changed($0, by: "LOWER") }
    return "\(sides[0]) \(negated ? "NOT " : "")LIKE \(sides[1]) ESCAPE ''"
  }

  package func wording(ordering key: Worded, isDescending: Bool, nullsFirst: Bool) -> String {
    let sorted = sortable(key)
    return "\(sorted)\(isDescending ? " DESC" : "") NULLS \(nullsFirst ? "FIRST" : "LAST")"
  }

  /// A column of text carries its order with it, for an `ORDER BY` of its name and for outer
  /// queries; a type that we do not read comes in the server's words.
  package func wording(selecting value: Worded) -> String {
    switch value.type {
    case .text: sortable(value).sql
    case .unsupported, .interval: "CAST(\(value) AS TEXT)"
    default: value.sql
    }
  }

  package func wording(casting value: Worded, to type: ValueType) -> String {
    switch (value.type, type) {
    // Halves are rounded away from zero only in exact numbers.
    case (.double, .integer): "CAST(\(exact(value)) AS BIGINT)"
    case (.double, .decimal): exact(value)
    case (.boolean, .integer), (.boolean, .double), (.boolean, .decimal):
      "CAST(CAST(\(value) AS INTEGER) AS \(typeName(type)))"
    case (.integer, .boolean), (.decimal, .boolean), (.double, .boolean): "\(operand(value)) <> 0"
    case (.timestamp, .text): text(ofMoment: value)
    case (.text, .date): "CAST(\(moment(value)) AS DATE)"
    case (.text, .timestamp): moment(value)
    default: "CAST(\(value) AS \(typeName(type)))"
    }
  }
}

extension PostgreSQLDialect {
  /// A text that is compared and sorted by code point.
  ///
  /// The cast is for what reflection calls text and PostgreSQL does not: enumerations and UUIDs,
  /// which no collation can be given to.
  func sortable(_ value: Worded) -> Worded {
    guard value.type == .text, !value.sql.hasSuffix(PostgreSQLDialect.byCodePoint) else {
      return value
    }
    return Worded("CAST(\(value) AS TEXT)\(PostgreSQLDialect.byCodePoint)", type: .text)
  }

  private static let byCodePoint = " COLLATE \"C\""

  /// A text with the case of all Unicode letters changed, whatever the database's locale.
  ///
  /// It ends in the collation of all other texts: two that differ could not be compared.
  func changed(_ value: Worded, by function: String) -> String {
    "\(function)(CAST(\(value) AS TEXT) COLLATE \"und-x-icu\")\(PostgreSQLDialect.byCodePoint)"
  }

  /// A number in the width of its type of ours.
  func wide(_ value: Worded) -> Worded {
    guard value.type == .integer || value.type == .double, !value.sql.hasPrefix("CAST(") else {
      return value
    }
    return Worded("CAST(\(value) AS \(typeName(value.type)))", type: value.type)
  }

  /// A double as the decimal that a person reads in it; by itself PostgreSQL keeps 15 digits.
  func exact(_ value: Worded) -> String {
    value.type == .double ? "CAST(CAST(\(value) AS TEXT) AS NUMERIC)" : "CAST(\(value) AS NUMERIC)"
  }

  /// `CAST(… AS INTEGER)` for functions that take no larger number.
  func small(_ value: Worded) -> Worded {
    if case .integer(let number) = value.literal, Int32(exactly: number) != nil { return value }
    return Worded("CAST(\(value) AS INTEGER)", type: .integer)
  }

  private func remainder(_ left: Worded, _ right: Worded) -> String {
    "CAST(MOD(\(exact(left)), NULLIF(\(exact(right)), 0)) AS DOUBLE PRECISION)"
  }

  private func operand(_ value: Worded) -> String { "(\(value))" }

  /// `2026-01-31 12:00:00`, with six digits after the point where there are any.
  private func text(ofMoment value: Worded) -> String {
    "REPLACE(TO_CHAR(\(value), 'YYYY-MM-DD HH24:MI:SS.US'), '.000000', '')"
  }

  /// A text as a moment in UTC.
  ///
  /// PostgreSQL would take 'today' and 'infinity' too, and forget the zone in a text.
  private func moment(_ value: Worded) -> String {
    let shape =
      "'^\\s*\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}(:?\\d{2})?)?)?\\s*$'"
    return """
      CAST(CASE WHEN \(value) ~ \(shape) THEN \(value) ELSE 'no date: ' || \(value) END \
      AS TIMESTAMP WITH TIME ZONE) AT TIME ZONE 'UTC'
      """
  }
}
