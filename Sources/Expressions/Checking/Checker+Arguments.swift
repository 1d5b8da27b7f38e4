import Dates
import Diagnostics

extension Checker {
  /// Checks one argument for what its function accepts there.
  func argument(
    _ argument: Expression, for parameter: FunctionSignature.Parameter,
    of signature: FunctionSignature
  ) -> CheckedExpression? {
    guard let value = check(argument) else { return nil }
    let function = signature.function
    switch parameter.accepts {
    case .any: return value
    case .comparable:
      return value.type.isComparable ? value : refuse(value, "values to compare", signature)
    case .number: return value.type.isNumeric ? value : refuse(value, "a number", signature)
    case .integer:
      return value.type == .integer || value.type == .null
        ? value : refuse(value, "a whole number as \(parameter.name)", signature)
    case .text:
      return value.type == .text || value.type == .null
        ? value : refuse(value, "text", signature)
    case .printable: return printable(value, "join")
    case .temporal: return temporal(value, signature)
    case .timestamp:
      return value.type == .timestamp || value.type == .null
        ? value : refuse(value, "a timestamp", signature)
    case .unit: return unit(value, of: function)
    case .fraction: return fraction(value, of: function)
    case .count: return count(value, called: parameter.name, of: function)
    }
  }

  private func refuse(
    _ value: CheckedExpression, _ expected: String, _ signature: FunctionSignature
  ) -> CheckedExpression? {
    let name = signature.function.rawValue
    let message =
      signature.verb.map { "cannot \($0) \(value.words)" }
      ?? "\(name) takes \(expected), not \(value.words)"
    var hints = expected == "a number" ? value.numberHints : []
    if hints.isEmpty { hints = ["it takes: \(signature.usage)"] }
    problems.error(message, at: value.place, hints: hints)
    return nil
  }

  private func temporal(_ value: CheckedExpression, _ signature: FunctionSignature)
    -> CheckedExpression?
  {
    if value.type.isTemporal { return value }
    if case .literal(.text(let text)) = value.node {
      if let date = CivilDate(text) {
        return CheckedExpression(.literal(.date(date)), type: .date, at: value.place)
      }
      if let moment = Timestamp(text) {
        return CheckedExpression(.literal(.timestamp(moment)), type: .timestamp, at: value.place)
      }
    }
    return refuse(value, "a date or timestamp", signature)
  }

  private func unit(_ value: CheckedExpression, of function: Function) -> CheckedExpression? {
    let known = CalendarUnit.allCases.map(\.rawValue)
    if case .literal(.text(let text)) = value.node {
      let name = text.lowercased()
      if known.contains(name) { return .text(name, at: value.place) }
      problems.error(
        "'\(text)' is no unit of time", at: value.place,
        hints: hints(forUnknown: name, among: known))
    } else {
      problems.error(
        "\(function) takes a unit of time first, not \(value.words)", at: value.place,
        hints: ["write one of: \(known.map { "'\($0)'" }.joined(separator: ", "))"])
    }
    return nil
  }

  private func fraction(_ value: CheckedExpression, of function: Function) -> CheckedExpression? {
    switch value.node {
    case .literal(.integer(let number)) where number == 0 || number == 1: return value
    case .literal(.decimal(let digits)):
      if let number = Double(digits), (0...1).contains(number) { return value }
    case .parameter where value.type.isNumeric: return value
    default: break
    }
    problems.error(
      "\(function) takes a number from 0 to 1, not \(value.words)", at: value.place,
      hints: ["write 0.9 for the value that nine of ten lie below"])
    return nil
  }

  private func count(_ value: CheckedExpression, called name: String, of function: Function)
    -> CheckedExpression?
  {
    let range = 1...Int64(1_000_000)
    if case .literal(.integer(let number)) = value.node, range.contains(number) { return value }
    problems.error(
      "\(function) takes a whole number from 1 on as \(name), not \(value.words)", at: value.place,
      hints: ["write the number itself, such as 7"])
    return nil
  }

  /// `date_add(x, interval '7 days')`, which other databases know; nil where it is not meant.
  func dateAddOfInterval(
    _ signature: FunctionSignature, _ call: Expression.Call, at place: SourcePlace
  ) -> Attempt? {
    guard signature.function == .date_add, call.arguments.count == 2 else { return nil }
    return dateArithmetic(.add, call.arguments[0], call.arguments[1], at: place)
  }
}

extension ValueType {
  /// Whether values of the type can be sorted.
  package var isComparable: Bool { isNumeric || isTemporal || self == .text }
}

extension Function: CustomStringConvertible {
  /// The function's name.
  package var description: String { rawValue }
}
