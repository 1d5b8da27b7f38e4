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

  /// Whether the value is a day or a moment.
  package var isTemporal: Bool { self == .date || self == .timestamp || self == .null }

  /// The type that a cast names, in lower case; nil where there is none such.
  package init?(named name: String) {
    switch name {
    case "boolean", "bool": self = .boolean
    case "integer", "int", "bigint", "smallint": self = .integer
    case "decimal", "numeric": self = .decimal
    case "double", "float", "real": self = .double
    case "text", "string", "varchar": self = .text
    case "date": self = .date
    case "timestamp", "datetime": self = .timestamp
    default: return nil
    }
  }
}

extension ValueType: CustomStringConvertible {
  /// The type's name in messages and in `cast`.
  package var description: String {
    switch self {
    case .boolean: "boolean"
    case .integer: "integer"
    case .decimal: "decimal"
    case .double: "double"
    case .text: "text"
    case .date: "date"
    case .timestamp: "timestamp"
    case .interval: "interval"
    case .null: "null"
    case .unsupported(let name): name
    }
  }
}
