import Dates

extension Parser {
  /// Reads a value with the operators that stand before it.
  mutating func prefix() throws(SyntaxError) -> Expression {
    let start = token.range.lowerBound
    if take("-") {
      let operand = try expression(.minus)
      if case .literal(let literal) = operand.node, let negated = literal.negated {
        return try node(.literal(negated), from: start)
      }
      return try node(.unary(.minus, operand), from: start)
    }
    if take(word: "not") {
      return try node(.unary(.not, try expression(.not)), from: start)
    }
    return try value(from: start)
  }

  private mutating func value(from start: Int) throws(SyntaxError) -> Expression {
    let found = token
    at += 1
    switch found.kind {
    case .number(let digits): return try node(.literal(Literal(digits: digits)), from: start)
    case .text(let text): return try node(.literal(.text(text)), from: start)
    case .parameter(let parts): return try node(.parameter(parts), from: start)
    case .quotedName(let name): return try columnName(name, from: start)
    case .word(let word): return try afterWord(word, from: start)
    case .sign("("):
      let inner = try expression(.lowest)
      try expect(")", "to close '('")
      return inner
    case .sign, .end:
      at -= 1
      let hints = found.kind == .sign("*") ? ["only count(*) takes '*'"] : []
      throw unexpected("expected a value", hints: hints)
    }
  }

  private mutating func afterWord(_ word: String, from start: Int) throws(SyntaxError) -> Expression
  {
    let keyword = word.lowercased()
    switch keyword {
    case "null": return try node(.literal(.null), from: start)
    case "true": return try node(.literal(.boolean(true)), from: start)
    case "false": return try node(.literal(.boolean(false)), from: start)
    case "case": return try choice(from: start)
    case "date", "timestamp", "interval":
      if case .text(let text) = token.kind { return try typed(keyword, text, from: start) }
    case "cast":
      if token.kind == .sign("(") { return try cast(from: start) }
    default: break
    }
    if token.kind == .sign("("), !Keywords.reserved.contains(keyword) {
      return try call(keyword, from: start)
    }
    return try columnName(word, from: start)
  }

  /// Reads a name, after its first part, to its end.
  private mutating func columnName(_ first: String, from start: Int) throws(SyntaxError)
    -> Expression
  {
    if case .word(let word) = tokens[at - 1].kind, Keywords.reserved.contains(word.lowercased()) {
      at -= 1
      throw unexpected("expected a value", hints: ["a column of that name is written \"\(word)\""])
    }
    var parts = [first]
    while take(".") {
      switch token.kind {
      case .word(let word): parts.append(word)
      case .quotedName(let name): parts.append(name)
      case .sign("*"):
        throw unexpected("expected a name after '.'", hints: ["list the columns by name"])
      default: throw unexpected("expected a name after '.'")
      }
      at += 1
    }
    return try node(.name(parts), from: start)
  }

  private mutating func typed(_ type: String, _ text: String, from start: Int) throws(SyntaxError)
    -> Expression
  {
    let literal: Literal?
    let form: String
    switch type {
    case "date":
      literal = CivilDate(text).map { .date($0) }
      form = "date '2026-01-31'"
    case "timestamp":
      literal = Timestamp(text).map { .timestamp($0) }
      form = "timestamp '2026-01-31 12:30:00'"
    default:
      literal = Literal(interval: text)
      form = "interval '7 days', interval '1 month'"
    }
    guard let literal else {
      throw SyntaxError(
        message: "'\(text)' is no \(type)", range: token.range, hints: ["write it as \(form)"])
    }
    at += 1
    return try node(.literal(literal), from: start)
  }

  private mutating func choice(from start: Int) throws(SyntaxError) -> Expression {
    let operand = token.keyword == "when" ? nil : try expression(.lowest)
    var branches: [Expression.Branch] = []
    while take(word: "when") {
      let condition = try expression(.lowest)
      try expect(word: "then", "after the condition of 'when'")
      branches.append(.init(condition: condition, result: try expression(.lowest)))
    }
    guard !branches.isEmpty else { throw unexpected("expected 'when' after 'case'") }
    let otherwise = take(word: "else") ? try expression(.lowest) : nil
    try expect(word: "end", "to close 'case'")
    return try node(
      .choice(operand: operand, branches: branches, otherwise: otherwise), from: start)
  }

  private mutating func cast(from start: Int) throws(SyntaxError) -> Expression {
    try expect("(", "after 'cast'")
    let value = try expression(.lowest)
    try expect(word: "as", "after the value of 'cast'")
    guard let word = token.keyword, let type = ValueType(named: word) else {
      throw unexpected(
        "expected a type",
        hints: ["types: boolean, integer, decimal, double, text, date, timestamp"])
    }
    at += 1
    if word == "double" { _ = take(word: "precision") }
    try expect(")", "to close 'cast'")
    return try node(.cast(value, type), from: start)
  }
}
