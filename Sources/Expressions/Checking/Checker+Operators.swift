import Diagnostics

extension Checker {
  /// Checks both operands, so that the errors of both are told.
  private func both(_ a: Expression, _ b: Expression) -> (CheckedExpression, CheckedExpression)? {
    let (left, right) = (check(a), check(b))
    guard let left, let right else { return nil }
    return (left, right)
  }

  func binary(_ sign: BinaryOperator, _ a: Expression, _ b: Expression, at place: SourcePlace)
    -> CheckedExpression?
  {
    switch sign {
    case .and, .or:
      let (left, right) = (condition(a), condition(b))
      guard let left, let right else { return nil }
      return CheckedExpression(.binary(sign, left, right), type: .boolean, at: place)
    case .concatenate:
      guard let (left, right) = both(a, b), let left = printable(left, "join"),
        let right = printable(right, "join")
      else { return nil }
      return CheckedExpression(.binary(sign, left, right), type: .text, at: place)
    case .add, .subtract, .multiply, .divide, .remainder:
      return arithmetic(sign, a, b, at: place)
    default:
      guard let (left, right) = both(a, b),
        let (x, y) = compared(left, right, isOrder: sign != .equal && sign != .notEqual, at: place)
      else { return nil }
      return CheckedExpression(.binary(sign, x, y), type: .boolean, at: place)
    }
  }

  private func arithmetic(
    _ sign: BinaryOperator, _ a: Expression, _ b: Expression, at place: SourcePlace
  ) -> CheckedExpression? {
    if let moved = dateArithmetic(sign, a, b, at: place) { return moved.result }
    guard let (left, right) = both(a, b) else { return nil }
    if left.type.isTemporal, left.type != .null || right.type != .null {
      if let moved = dateArithmetic(sign, left, right, at: place) { return moved.result }
    }
    guard let left = number(left, sign.verb), let right = number(right, sign.verb) else {
      return nil
    }
    let type = sign == .divide ? .double : ValueType.promoted(left.type, right.type)
    return CheckedExpression(.binary(sign, left, right), type: type, at: place)
  }

  private func number(_ operand: CheckedExpression, _ verb: String) -> CheckedExpression? {
    if operand.type.isNumeric { return operand }
    problems.error(
      "cannot \(verb) \(operand.words)", at: operand.place, hints: operand.numberHints)
    return nil
  }

  /// Text as it is, an integer as its digits; any other type is an error.
  func printable(_ operand: CheckedExpression, _ verb: String) -> CheckedExpression? {
    switch operand.type {
    case .text, .null: return operand
    case .integer:
      return CheckedExpression(.cast(operand, .text), type: .text, at: operand.place)
    default:
      problems.error(
        "cannot \(verb) \(operand.words) as text", at: operand.place,
        hints: ["write cast(… as text)"])
      return nil
    }
  }

  func inList(_ a: Expression, _ items: [Expression], negated: Bool, at place: SourcePlace)
    -> CheckedExpression?
  {
    let checkedItems = items.map(check)
    guard var left = check(a), checkedItems.allSatisfy({ $0 != nil }) else { return nil }
    // The left side may be promoted by one item; the items are then compared with the promoted.
    for item in checkedItems.compactMap(\.self) {
      guard let (promoted, _) = compared(left, item, isOrder: false, at: item.place) else {
        return nil
      }
      left = promoted
    }
    let list = checkedItems.compactMap(\.self).compactMap {
      compared(left, $0, isOrder: false, at: $0.place)?.1
    }
    guard list.count == items.count else { return nil }
    return CheckedExpression(.inList(left, list, negated: negated), type: .boolean, at: place)
  }

  func between(
    _ a: Expression, _ low: Expression, _ high: Expression, negated: Bool, at place: SourcePlace
  ) -> CheckedExpression? {
    let (value, least, most) = (check(a), check(low), check(high))
    guard let value, let least, let most,
      let (first, _) = compared(value, least, isOrder: true, at: place),
      let (left, to) = compared(first, most, isOrder: true, at: place),
      let (_, from) = compared(left, least, isOrder: true, at: place)
    else { return nil }
    return CheckedExpression(.between(left, from, to, negated: negated), type: .boolean, at: place)
  }

  func like(
    _ a: Expression, _ pattern: Expression, _ caseSensitive: Bool, _ negated: Bool,
    at place: SourcePlace
  ) -> CheckedExpression? {
    guard let (left, right) = both(a, pattern) else { return nil }
    for side in [left, right] where side.type != .text && side.type != .null {
      problems.error(
        "\(caseSensitive ? "like" : "ilike") compares text, not \(side.words)", at: side.place,
        hints: ["write cast(… as text)"])
      return nil
    }
    return CheckedExpression(
      .like(left, pattern: right, caseSensitive: caseSensitive, negated: negated), type: .boolean,
      at: place)
  }

  func choice(
    _ operand: Expression?, _ branches: [Expression.Branch], _ otherwise: Expression?,
    at place: SourcePlace
  ) -> CheckedExpression? {
    let subject = operand.flatMap(check)
    guard (subject == nil) == (operand == nil) else { return nil }
    var conditions: [CheckedExpression] = []
    var results: [CheckedExpression] = []
    for branch in branches {
      let condition =
        subject.map { self.equal($0, branch.condition) }
        ?? self.condition(branch.condition)
      let result = check(branch.result)
      if let condition, let result {
        conditions.append(condition)
        results.append(result)
      }
    }
    let last = otherwise.map(check)
    if let last { results += [last].compactMap(\.self) }
    guard conditions.count == branches.count,
      results.count == branches.count + (last == nil ? 0 : 1),
      let (values, type) = unified(results, what: "'case' gives", at: place)
    else { return nil }
    let whole = zip(conditions, values).map {
      CheckedExpression.Branch(condition: $0, result: $1)
    }
    return CheckedExpression(
      .choice(
        operand: subject, branches: whole,
        otherwise: last == nil ? nil : values.last), type: type, at: place)
  }

  /// A value of a simple `case`, made comparable with its operand.
  private func equal(_ operand: CheckedExpression, _ value: Expression) -> CheckedExpression? {
    guard let value = check(value) else { return nil }
    return compared(operand, value, isOrder: false, at: value.place)?.1
  }
}

extension BinaryOperator {
  /// The operator as a verb, for messages.
  fileprivate var verb: String {
    switch self {
    case .add: "add"
    case .subtract: "subtract"
    case .multiply: "multiply"
    case .divide: "divide"
    default: "take the remainder of"
    }
  }
}
