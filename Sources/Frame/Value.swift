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

  /// Whether two values are of one kind and the same; NaN is the same as NaN, so that it makes one
  /// group and sorts to one place.
  package static func == (a: Value, b: Value) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.boolean(let x), .boolean(let y)): x == y
    case (.integer(let x), .integer(let y)): x == y
    case (.decimal(let x, let scale), .decimal(let y, let other)): x == y && scale == other
    case (.double(let x), .double(let y)): x == y || (x.isNaN && y.isNaN)
    // Swift takes a letter and its accent apart or together for equal; databases do not.
    case (.text(let x), .text(let y)): x == y && x.utf8.elementsEqual(y.utf8)
    case (.date(let x), .date(let y)): x == y
    case (.timestamp(let x), .timestamp(let y)): x == y
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .decimal(let unscaled, let scale):
      hasher.combine(unscaled)
      hasher.combine(scale)
    case .double(let value): hasher.combine(value.isNaN ? .nan : value)
    case .text(let value): hasher.combine(value)
    case .date(let value): hasher.combine(value)
    case .timestamp(let value): hasher.combine(value)
    }
  }

  /// Whether there is no value.
  package var isNull: Bool {
    if case .null = self { true } else { false }
  }

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
      value == value.rounded() && abs(value) < 1e16
        ? String(Int64(value)) : value.description
    case .text(let value): value
    case .date(let value): value.description
    case .timestamp(let value): value.description
    }
  }
}
