import Expressions

/// The type of a column, found in all of its values.
enum InferredType: Hashable, Sendable {
  case boolean, integer, double, date, timestamp, text
  /// Exact decimals: digits in all and after the point.
  case decimal(digits: Int, scale: Int)

  /// The most digits of a decimal.
  static let mostDigits = 38

  /// Our type.
  var type: ValueType {
    switch self {
    case .boolean: .boolean
    case .integer: .integer
    case .decimal: .decimal
    case .double: .double
    case .date: .date
    case .timestamp: .timestamp
    case .text: .text
    }
  }

  /// The type in words, such as `decimal(9,2)`.
  var description: String {
    if case .decimal(let digits, let scale) = self { return "decimal(\(digits),\(scale))" }
    return "\(type)"
  }

  /// Whether the type is one of decimals that SQLite, which keeps them as doubles, would round.
  var isBeyondDoubles: Bool {
    if case .decimal(let digits, _) = self { return digits > 15 }
    return false
  }
}

/// What is known of a column once all of its values are read.
struct InferredColumn: Hashable, Sendable {
  let name: String
  let type: InferredType
  let hasNulls: Bool
  /// Why the column is one of text, where its first values are none: the value that is to blame and
  /// where it is.
  let spoiler: Spoiler?

  struct Spoiler: Hashable, Sendable {
    let value: String
    let offset: Int
  }
}
