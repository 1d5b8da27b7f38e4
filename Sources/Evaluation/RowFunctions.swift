import Dates
import Expressions
import Frame
import Glibc

/// Functions of one row's values.
///
/// A null argument gives null, save where the function is about nulls.
enum RowFunctions {
  static func apply(_ function: Function, _ arguments: [Value], now: Timestamp) -> Value {
    switch function {
    case .today: return .date(now.date)
    case .now: return .timestamp(now)
    case .coalesce: return arguments.first { !$0.isNull } ?? .null
    case .nullif:
      return Comparison.apply(.equal, arguments[0], arguments[1]) == .boolean(true)
        ? .null : arguments[0]
    case .least: return extreme(arguments, wanted: -1)
    case .greatest: return extreme(arguments, wanted: 1)
    default: break
    }
    if arguments.contains(where: \.isNull) { return .null }
    switch function {
    case .abs, .round, .floor, .ceil, .sqrt, .exp, .ln, .log10, .power, .sign:
      return number(function, arguments)
    case .lower, .upper, .trim, .length, .substr, .replace, .concat, .contains, .starts_with:
      return TextFunctions.apply(function, arguments.map(\.description))
    case .date_trunc, .date_add, .date_diff, .year, .quarter, .month, .week, .day, .weekday, .hour,
      .minute:
      return DateFunctions.apply(function, arguments)
    default: return arguments.first ?? .null
    }
  }

  /// The smallest or largest; nulls are passed over.
  private static func extreme(_ arguments: [Value], wanted: Int) -> Value {
    arguments.reduce(.null) { best, value in
      if best.isNull || value.isNull { return best.isNull ? value : best }
      return Comparison.order(value, best) == wanted ? value : best
    }
  }

  private static func number(_ function: Function, _ arguments: [Value]) -> Value {
    guard let x = arguments[0].plainNumber else { return .null }
    switch function {
    case .abs: return x < 0 ? Arithmetic.apply(.minus, to: arguments[0]) : arguments[0]
    case .sign: return .integer(x > 0 ? 1 : x < 0 ? -1 : 0)
    case .round:
      return round(arguments[0], digits: arguments.count > 1 ? arguments[1] : .integer(0))
    case .floor: return whole(arguments[0], x.rounded(.down))
    case .ceil: return whole(arguments[0], x.rounded(.up))
    case .sqrt: return x < 0 ? .null : .double(x.squareRoot())
    case .exp: return .double(Glibc.exp(x))
    case .ln: return x > 0 ? .double(Glibc.log(x)) : .null
    case .log10: return x > 0 ? .double(Glibc.log10(x)) : .null
    case .power:
      let result = pow(x, arguments[1].plainNumber ?? .nan)
      return result.isNaN ? .null : .double(result)
    default: return .null
    }
  }

  /// A whole number in the argument's own type.
  private static func whole(_ value: Value, _ result: Double) -> Value {
    switch value {
    case .integer: value
    case .decimal: .decimal(unscaled: Int128(result), scale: 0)
    default: .double(result)
    }
  }

  /// Rounds half away from zero; exactly for decimals.
  private static func round(_ value: Value, digits: Value) -> Value {
    guard case .integer(let digits) = digits else { return .null }
    if let (unscaled, scale) = value.exact {
      let kept = Swift.max(-18, Swift.min(Int(digits), scale))
      let step = Decimals.power(scale - kept)
      let half = unscaled < 0 ? -step / 2 : step / 2
      let result = (unscaled + half) / step
      if case .integer = value {
        return digits >= 0 ? value : .integer(Int64(clamping: result * step))
      }
      return kept >= 0
        ? .decimal(unscaled: result, scale: kept)
        : .decimal(unscaled: result * Decimals.power(-kept), scale: 0)
    }
    guard let x = value.plainNumber else { return .null }
    // As a person reads the number: 0.285 is a little less in binary, but rounds to 0.29.
    if case .decimal(let unscaled, let scale)? = Casting.decimal(x.description), scale <= 30 {
      let exact = Value.decimal(unscaled: unscaled, scale: scale)
      return .double(round(exact, digits: .integer(digits)).number ?? x)
    }
    let factor = pow(10, Double(Swift.max(-300, Swift.min(Int(digits), 300))))
    let scaled = (x * factor).rounded(.toNearestOrAwayFromZero)
    return .double(scaled.isFinite ? scaled / factor : x)
  }
}

/// Functions of text, which is code points as in databases: an accent apart is one of its own.
enum TextFunctions {
  static func apply(_ function: Function, _ texts: [String]) -> Value {
    let text = texts[0]
    switch function {
    case .lower: return .text(text.lowercased())
    case .upper: return .text(text.uppercased())
    case .trim: return .text(String(text.trimming { $0 == " " }))
    case .length: return .integer(Int64(text.unicodeScalars.count))
    case .substr: return substr(text, texts)
    case .replace: return .text(replace(text, texts[1], with: texts[2]))
    case .concat: return .text(texts.joined())
    case .contains: return .boolean(texts[1].isEmpty || text.utf8.contains(texts[1].utf8))
    case .starts_with: return .boolean(text.utf8.starts(with: texts[1].utf8))
    default: return .null
    }
  }

  private static func replace(_ text: String, _ part: String, with other: String) -> String {
    if part.isEmpty { return text }
    let bytes = Array(text.utf8).replacing(Array(part.utf8), with: Array(other.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// SQL's `substr`: places count from 1 in Unicode scalars, and those before 1 take up length.
  private static func substr(_ text: String, _ arguments: [String]) -> Value {
    guard let start = Int(arguments[1]) else { return .null }
    let length = arguments.count > 2 ? Int(arguments[2]) ?? 0 : Int.max
    let scalars = Array(text.unicodeScalars)
    let from = Swift.max(0, start - 1)
    let (end, overflows) = (start - 1).addingReportingOverflow(Swift.max(0, length))
    let to = overflows ? scalars.count : Swift.min(scalars.count, end)
    guard from < to else { return .text("") }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[from..<to])
    return .text(String(view))
  }
}
