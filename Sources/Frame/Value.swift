package import Dates

/// One cell of a frame, or the result of an expression.
package enum Value: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  /// An exact decimal: `unscaled` divided by ten to the power of `scale`.
  case decimal(unscaled: Int128, scale: Int)
  case double(Double)
  case text(String)
  case date(CivilDate)
  case timestamp(Timestamp)

  /// Whether there is no value.
  package var isNull: Bool { self == .null }

  /// The value as a double: numbers as such, booleans as 0 and 1, dates and timestamps as seconds
  /// since 1970; nil for null and text.
  package var number: Double? {
    switch self {
    case .null, .text: nil
    case .boolean(let value): value ? 1 : 0
    case .integer(let value): Double(value)
    case .decimal(let unscaled, let scale): Decimals.double(unscaled, scale: scale)
    case .double(let value): value
    case .date(let value): Double(value.days) * 86_400
    case .timestamp(let value): Double(value.microseconds) / 1e6
    }
  }
}

extension Value: CustomStringConvertible {
  /// The value in the words of a machine: shortest exact digits, ISO dates, empty for null.
  package var description: String {
    switch self {
    case .null: ""
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .decimal(let unscaled, let scale): Decimals.text(unscaled, scale: scale)
    case .double(let value):
      value == value.rounded() && abs(value) < 1e15
        ? String(Int64(value)) : value.description
    case .text(let value): value
    case .date(let value): value.description
    case .timestamp(let value): value.description
    }
  }
}
