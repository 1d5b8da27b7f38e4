/// The type of an expression's value.
package enum ValueType: Hashable, Sendable {
  case boolean, integer, decimal, double, text, date, timestamp, interval
  /// The type of `null` alone: it fits everywhere.
  case null
  /// A column type that we do not read, by the database's name; such a column can only be named.
  case unsupported(String)

  /// Whether arithmetic applies.
  package var isNumeric: Bool {
    self == .integer || self == .decimal || self == .double || self == .null
  }
}
