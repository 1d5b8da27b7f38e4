import Frame
import JSON
import Statistics

/// The fields of one object in `results.json`, in order.
typealias ResultFields = [(key: String, value: JSONValue)]

extension JSONValue {
  /// A value of the data: numbers as numbers, days and moments as ISO text.
  init(_ value: Frame.Value) {
    switch value {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .decimal(let unscaled, let scale): self = .number(Decimals.double(unscaled, scale: scale))
    case .double(let value): self = value.isFinite ? .number(value) : .null
    case .text(let value): self = .string(value)
    case .date, .timestamp: self = .string(value.description)
    }
  }

  /// An object whose undefined numbers have their reason beside them.
  static func object(_ fields: ResultFields, reason: StatisticsError?) -> JSONValue {
    object(fields, reason: reason?.reason)
  }

  /// An object whose undefined numbers have their reason beside them.
  static func object(_ fields: ResultFields, reason: String?) -> JSONValue {
    .object(fields + (reason.map { [("reason", .string($0))] } ?? []))
  }
}
