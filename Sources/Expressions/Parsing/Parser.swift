package import Diagnostics

extension Expression {
  /// How deep an expression may nest.
  package static let depthLimit = 200

  /// Parses an expression, noting a syntax error at its place.
  ///
  /// One error is noted at most, the first. Never traps: nesting deeper than ``depthLimit`` is an
  /// error.
  package init?(parsing source: SourceText, problems: Problems) {
    do {
      self = try Parser.parse(source)
    } catch {
      let hints = error.hints + (source.isCutByComma ? [hintToQuote] : [])
      problems.error(error.message, at: source.place(of: error.range), hints: hints)
      return nil
    }
  }
}

/// Reads tokens into a tree, by precedence climbing.
///
/// Operators bind as in PostgreSQL, from loose to tight: or, and, not, is, comparisons,
/// (in between like), ||, (+ -), (* / %), the minus before a value.
struct Parser {
  let source: SourceText
  let tokens: [Token]
  var at = 0
  private var depth = 0

  private init(_ source: SourceText) throws(SyntaxError) {
    self.source = source
    var lexer = Lexer(source.text)
    tokens = try lexer.tokens()
  }

  static func parse(_ source: SourceText) throws(SyntaxError) -> Expression {
    var parser = try Parser(source)
    guard parser.token.kind != .end else {
      throw SyntaxError(message: "expected an expression, found nothing", range: 0..<1)
    }
    let expression = try parser.expression(.lowest)
    guard parser.token.kind == .end else { throw parser.unexpectedAfterValue() }
    return expression
  }

  /// The token at hand; at the end it stays the end.
  var token: Token { tokens[min(at, tokens.count - 1)] }

  /// The token after the one at hand.
  var following: Token { tokens[min(at + 1, tokens.count - 1)] }

  /// Reads an expression whose operators bind at least as tightly as `minimum`.
  mutating func expression(_ minimum: Precedence) throws(SyntaxError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Expression.depthLimit else { throw tooDeep(token.range) }
    let start = token.range.lowerBound
    var left = try prefix()
    while let precedence = infixPrecedence(), precedence >= minimum {
      left = try infix(left, precedence: precedence, from: start)
    }
    return left
  }

  /// Makes a node from the token at `start` to the last token read.
  func node(_ node: Expression.Node, from start: Int) throws(SyntaxError) -> Expression {
    let end = at > 0 ? tokens[at - 1].range.upperBound : start
    let range = start..<max(start, end)
    let made = Expression(node, at: source.place(of: range))
    guard made.height <= Expression.depthLimit else { throw tooDeep(range) }
    return made
  }

  private func tooDeep(_ range: Range<Int>) -> SyntaxError {
    SyntaxError(
      message: "expression is nested too deeply, more than \(Expression.depthLimit) levels",
      range: range, hints: ["write a long 'x = 1 or x = 2 or …' as x in (1, 2, …)"])
  }
}

extension Parser {
  /// Passes over a keyword where it is at hand.
  mutating func take(word: String) -> Bool {
    guard token.keyword == word else { return false }
    at += 1
    return true
  }

  /// Passes over a sign where it is at hand.
  mutating func take(_ sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    at += 1
    return true
  }

  mutating func expect(word: String, _ why: String) throws(SyntaxError) {
    guard take(word: word) else { throw unexpected("expected '\(word)' \(why)") }
  }

  mutating func expect(_ sign: String, _ why: String) throws(SyntaxError) {
    guard take(sign) else { throw unexpected("expected '\(sign)' \(why)") }
  }

  /// An error about the token at hand.
  func unexpected(_ expected: String, hints: [String] = []) -> SyntaxError {
    SyntaxError(message: "\(expected), found \(token.words)", range: token.range, hints: hints)
  }

  /// An error about a token that cannot follow a whole value.
  func unexpectedAfterValue() -> SyntaxError {
    var hints: [String] = []
    switch token.kind {
    case .sign("=="): hints = ["write '=' to compare"]
    case .sign(")"):
      return SyntaxError(message: "')' closes nothing", range: token.range)
    case .sign(","): hints = ["one expression is expected here; several make a list: [a, b]"]
    case .word where token.keyword == "as":
      hints = ["a new name stands before its expression: id: userid"]
    case .sign("."): hints = ["a name has no blanks around its points: table.column"]
    case .word where token.keyword == "desc" || token.keyword == "asc":
      hints = ["a descending order is written with a minus before: -name"]
    case .word, .quotedName, .number, .text, .parameter:
      hints = ["put an operator such as '+', '=', 'and' between two values"]
    default: break
    }
    return unexpected("expected an operator or the end", hints: hints)
  }
}

extension SourceText {
  /// Whether a bracket is open at the end and the line goes on with a comma.
  fileprivate var isCutByComma: Bool {
    guard text.count(where: { $0 == "(" }) > text.count(where: { $0 == ")" }) else { return false }
    let whole = place(of: 0..<max(1, text.utf8.count))
    return whole.lineText.dropFirst(whole.column - 1 + whole.length).drop { $0 == " " }.first == ","
  }
}
