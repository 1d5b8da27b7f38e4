extension Parser {
  /// How tightly the operator at hand binds; nil where none is at hand.
  func infixPrecedence() -> Precedence? {
    switch token.kind {
    case .sign(let sign):
      return BinaryOperator(rawValue: sign)?.precedence
    case .word(let word):
      switch word.lowercased() {
      case "or": return .or
      case "and": return .and
      case "is": return .isNull
      case "in", "between", "like", "ilike": return .membership
      case "not":
        let next = following.keyword
        return ["in", "between", "like", "ilike"].contains(next) ? .membership : nil
      default: return nil
      }
    default: return nil
    }
  }

  /// Reads the operator at hand and what stands right of it.
  mutating func infix(_ left: Expression, precedence: Precedence, from start: Int)
    throws(SyntaxError) -> Expression
  {
    switch precedence {
    case .isNull: return try isNull(left, from: start)
    case .membership: return try membership(left, from: start)
    default: return try binary(left, precedence: precedence, from: start)
    }
  }

  private mutating func binary(_ left: Expression, precedence: Precedence, from start: Int)
    throws(SyntaxError) -> Expression
  {
    guard let sign = BinaryOperator(rawValue: signText()) else { throw unexpectedAfterValue() }
    at += 1
    let right = try expression(precedence.tighter)
    if precedence == .comparison, infixPrecedence() == .comparison {
      throw unexpected(
        "comparisons cannot be chained", hints: ["write a < b and b < c, or b between a and c"])
    }
    return try node(.binary(sign, left, right), from: start)
  }

  private func signText() -> String {
    if case .sign(let sign) = token.kind { return sign }
    return token.keyword ?? ""
  }

  private mutating func isNull(_ left: Expression, from start: Int) throws(SyntaxError)
    -> Expression
  {
    at += 1
    let negated = take(word: "not")
    guard take(word: "null") else {
      throw unexpected(
        "expected 'null' after 'is'", hints: ["compare other values with '=' and '!='"])
    }
    return try node(.isNull(left, negated: negated), from: start)
  }

  private mutating func membership(_ left: Expression, from start: Int) throws(SyntaxError)
    -> Expression
  {
    let negated = take(word: "not")
    let word = token.keyword ?? ""
    at += 1
    let made: Expression.Node
    switch word {
    case "in":
      made = .inList(left, try list(), negated: negated)
    case "between":
      let low = try expression(.concatenation)
      try expect(word: "and", "between the two ends of 'between'")
      made = .between(left, low, try expression(.concatenation), negated: negated)
    default:
      made = .like(
        left, pattern: try expression(.concatenation), caseSensitive: word == "like",
        negated: negated)
    }
    if infixPrecedence() == .membership {
      throw unexpected("expected an operator or the end", hints: ["use parentheses"])
    }
    return try node(made, from: start)
  }

  private mutating func list() throws(SyntaxError) -> [Expression] {
    try expect("(", "after 'in'")
    guard token.kind != .sign(")") else { throw unexpected("expected a value in the list") }
    var items = [try expression(.lowest)]
    while take(",") { items.append(try expression(.lowest)) }
    try expect(")", "after the list")
    return items
  }
}
