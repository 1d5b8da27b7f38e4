import Dates
import Diagnostics
import Expressions
import Frame

/// `cast(x as type)` on single values; null in, null out.
enum Casting {
  static func cast(_ value: Value, to type: ValueType, at place: SourcePlace) throws(Diagnostic)
    -> Value
  {
    if value.isNull { return .null }
    if let result = cast(value, to: type) { return result }
    throw Diagnostic("cannot cast '\(value)' to \(type)", at: place)
  }

  private static func cast(_ value: Value, to type: ValueType) -> Value? {
    switch type {
    case .text: .text(value.description)
    case .boolean: boolean(value)
    case .integer: integer(value)
    case .decimal: decimal(value)
    case .double: double(value)
    case .date: date(value)
    case .timestamp: timestamp(value)
    case .interval, .null, .unsupported: nil
    }
  }

  private static func boolean(_ value: Value) -> Value? {
    switch value {
    case .boolean: value
    case .integer(let number): .boolean(number != 0)
    case .text(let text):
      switch text.lowercased() {
      case "true", "t", "1": .boolean(true)
      case "false", "f", "0": .boolean(false)
      default: nil
      }
    default: nil
    }
  }

  /// Rounds half away from zero, as SQL's databases do.
  private static func integer(_ value: Value) -> Value? {
    switch value {
    case .integer: value
    case .boolean(let flag): .integer(flag ? 1 : 0)
    case .text(let text): Int64(text.trimmingBlanks).map { .integer($0) }
    default:
      value.plainNumber.flatMap { Int64(exactly: $0.rounded()) }.map { .integer($0) }
    }
  }

  private static func decimal(_ value: Value) -> Value? {
    switch value {
    case .decimal: value
    case .integer(let number): .decimal(unscaled: Int128(number), scale: 0)
    case .text(let text): decimal(text.trimmingBlanks)
    case .double(let number): decimal(number.description)
    default: nil
    }
  }

  /// A decimal with the digits of a text; nil where it has an exponent or is no number.
  static func decimal(_ text: some StringProtocol) -> Value? {
    let scale = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    return Decimals.unscaled(text, scale: scale).map { .decimal(unscaled: $0, scale: scale) }
  }

  private static func double(_ value: Value) -> Value? {
    switch value {
    case .boolean(let flag): .double(flag ? 1 : 0)
    case .text(let text): Double(text.trimmingBlanks).map { .double($0) }
    default: value.plainNumber.map { .double($0) }
    }
  }

  private static func date(_ value: Value) -> Value? {
    switch value {
    case .date: value
    case .timestamp(let moment): .date(moment.date)
    case .text(let text): Timestamp(text.trimmingBlanks).map { .date($0.date) }
    default: nil
    }
  }

  private static func timestamp(_ value: Value) -> Value? {
    switch value {
    case .timestamp: value
    case .date(let day): .timestamp(Timestamp(day))
    case .text(let text): Timestamp(text.trimmingBlanks).map { .timestamp($0) }
    default: nil
    }
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: Substring { trimming { $0.properties.isWhitespace } }

  /// The text without some code points at its ends.
  func trimming(_ isLeftOut: (Unicode.Scalar) -> Bool) -> Substring {
    var rest = Substring(self).unicodeScalars
    while let first = rest.first, isLeftOut(first) { rest.removeFirst() }
    while let last = rest.last, isLeftOut(last) { rest.removeLast() }
    return Substring(rest)
  }
}
