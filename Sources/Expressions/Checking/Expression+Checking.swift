package import Diagnostics

extension Expression {
  /// Resolves names and infers types, noting all that is wrong at its place.
  ///
  /// - Returns: The checked tree, or nil where an error was noted.
  package func check(in scope: Scope, problems: Problems) -> CheckedExpression? {
    Checker(scope: scope, problems: problems, surroundings: .start(in: scope)).check(self)
  }

  /// Checks an expression that must be true or false, such as `where`.
  package func checkCondition(in scope: Scope, problems: Problems) -> CheckedExpression? {
    Checker(scope: scope, problems: problems, surroundings: .start(in: scope)).condition(self)
  }
}

/// Resolves and types one expression.
struct Checker {
  let scope: Scope
  let problems: Problems
  let surroundings: Surroundings

  /// What stands around an expression and forbids some calls in it.
  struct Surroundings {
    /// The clause that takes no aggregate, such as `where`.
    var rowClause: String?
    /// The aggregate whose argument is being checked.
    var aggregate: String?
    /// The window function whose argument is being checked.
    var window: String?

    static func start(in scope: Scope) -> Surroundings { .init(rowClause: scope.rowClause) }
  }

  /// A checker of the same scope for what stands inside something.
  func inside(_ change: (inout Surroundings) -> Void) -> Checker {
    var changed = surroundings
    change(&changed)
    return Checker(scope: scope, problems: problems, surroundings: changed)
  }

  func check(_ expression: Expression) -> CheckedExpression? {
    let place = expression.place
    switch expression.node {
    case .literal(let literal): return self.literal(literal, at: place)
    case .name(let parts): return name(parts, at: place)
    case .parameter(let parts): return parameter(parts, at: place)
    case .unary(.minus, let operand): return negative(operand, at: place)
    case .unary(.not, let operand):
      return condition(operand).map { .init(.unary(.not, $0), type: .boolean, at: place) }
    case .binary(let sign, let left, let right): return binary(sign, left, right, at: place)
    case .isNull(let operand, let negated):
      return check(operand).map {
        .init(.isNull($0, negated: negated), type: .boolean, at: place)
      }
    case .inList(let left, let items, let negated):
      return inList(left, items, negated: negated, at: place)
    case .between(let left, let low, let high, let negated):
      return between(left, low, high, negated: negated, at: place)
    case .like(let left, let pattern, let caseSensitive, let negated):
      return like(left, pattern, caseSensitive, negated, at: place)
    case .choice(let operand, let branches, let otherwise):
      return choice(operand, branches, otherwise, at: place)
    case .cast(let operand, let type): return cast(operand, to: type, at: place)
    case .call(let call): return self.call(call, at: place)
    }
  }

  /// Checks an expression that must be true or false.
  func condition(_ expression: Expression) -> CheckedExpression? {
    guard let checked = check(expression) else { return nil }
    guard checked.type == .boolean || checked.type == .null else {
      problems.error(
        "expected a condition, found \(checked.words)", at: checked.place,
        hints: ["compare it with something: x = 1, x > 0, x is not null"])
      return nil
    }
    return checked
  }

  private func literal(_ literal: Literal, at place: SourcePlace) -> CheckedExpression? {
    if case .interval = literal {
      problems.error(
        "an interval can only be added to a date or timestamp, or taken from one", at: place,
        hints: ["write it as: date + interval '7 days'"])
      return nil
    }
    return CheckedExpression(.literal(literal), type: literal.type, at: place)
  }

  private func parameter(_ parts: [String], at place: SourcePlace) -> CheckedExpression? {
    let full = parts.joined(separator: ".")
    if let type = scope.parameters[full] {
      return CheckedExpression(.parameter(full), type: type, at: place)
    }
    let known = scope.parameters.keys.sorted()
    problems.error(
      "there is no parameter ':\(full)'", at: place,
      hints: known.isEmpty
        ? ["declare it under 'parameters'"]
        : Diagnostics.hints(forUnknown: full, among: known))
    return nil
  }

  private func negative(_ operand: Expression, at place: SourcePlace) -> CheckedExpression? {
    guard let operand = check(operand) else { return nil }
    guard operand.type.isNumeric else {
      problems.error("cannot negate \(operand.words)", at: operand.place)
      return nil
    }
    return CheckedExpression(.unary(.minus, operand), type: operand.type, at: place)
  }

  private func cast(_ operand: Expression, to type: ValueType, at place: SourcePlace)
    -> CheckedExpression?
  {
    guard let operand = check(operand) else { return nil }
    guard operand.type.canBeCast(to: type) else {
      problems.error("cannot cast \(operand.words) to \(type)", at: place)
      return nil
    }
    return CheckedExpression(.cast(operand, type), type: type, at: place)
  }
}

extension Literal {
  /// The type the literal has by itself.
  var type: ValueType {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .integer: .integer
    case .decimal(let digits):
      digits.utf8.contains { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
        ? .double : .decimal
    case .text: .text
    case .date: .date
    case .timestamp: .timestamp
    case .interval: .interval
    }
  }
}

extension ValueType {
  /// Whether a value of the type can be read as another.
  fileprivate func canBeCast(to type: ValueType) -> Bool {
    if self == type || self == .null || self == .text || type == .text {
      if case .unsupported = self { return false }
      return true
    }
    if isNumeric, type.isNumeric { return true }
    if isTemporal, type.isTemporal { return true }
    return (self == .boolean && type == .integer) || (self == .integer && type == .boolean)
  }
}
