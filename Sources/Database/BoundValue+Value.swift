import Dates
package import Expressions
package import Frame
package import SQL

extension CompiledQuery {
  /// The values to bind, in order, each with its type.
  ///
  /// A date given for a timestamp is the moment at which the day begins, and a moment given for a
  /// date its day, so that both compare as the query was checked. A null keeps the type it was
  /// declared with.
  package func values(_ parameters: [String: Value]) throws(DatabaseError) -> [(
    value: Value, type: ValueType
  )] {
    var values: [(value: Value, type: ValueType)] = []
    for binding in bindings {
      switch binding {
      case .literal(let literal):
        guard let value = Value(literal) else {
          throw .queryFailed(sql: sql, reason: "an interval cannot be bound")
        }
        values.append((value, value.valueType))
      case .parameter(let name, let type):
        guard let value = parameters[name] else {
          throw .queryFailed(sql: sql, reason: "parameter '\(name)' has no value")
        }
        values.append((value.bound(as: type), type == .null ? value.valueType : type))
      }
    }
    return values
  }
}

extension Value {
  /// The value that a literal writes, its decimals exact; nil for intervals.
  fileprivate init?(_ literal: Literal) {
    switch literal {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(number)
    case .decimal(let digits):
      let scale = digits.split(separator: ".", maxSplits: 1).dropFirst().first?.utf8.count ?? 0
      if let unscaled = Decimals.unscaled(digits, scale: scale) {
        self = .decimal(unscaled: unscaled, scale: scale)
      } else {
        self = .double(Double(digits) ?? .nan)
      }
    case .text(let text): self = .text(text)
    case .date(let date): self = .date(date)
    case .timestamp(let moment): self = .timestamp(moment)
    case .interval: return nil
    }
  }

  /// The value's own type.
  package var valueType: ValueType {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .integer: .integer
    case .decimal: .decimal
    case .double: .double
    case .text: .text
    case .date: .date
    case .timestamp: .timestamp
    }
  }

  fileprivate func bound(as type: ValueType) -> Value {
    switch (self, type) {
    case (.date(let date), .timestamp): .timestamp(Timestamp(date))
    case (.timestamp(let moment), .date): .date(moment.date)
    default: self
    }
  }
}
