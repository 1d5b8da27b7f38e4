/// Reads a formula from its words and signs and multiplies its terms out.
struct FormulaParser {
  private let tokens: [FormulaToken]
  private var place = 0
  private var depth = 0
  /// Every column so far, in the order of the text.
  private(set) var uses: [Formula.Use] = []

  // Eight factors joined by '*' make 255 terms; no reader follows more.
  private static let mostTerms = 300
  private static let deepest = 50

  init(_ text: String) throws(FormulaError) { tokens = try FormulaLexer.tokens(of: text) }

  private var token: FormulaToken { tokens[place] }

  /// Steps over a sign, where it stands here.
  private mutating func take(_ sign: Character) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    place += 1
    return true
  }

  private func unexpected(_ expected: String, hint: String? = nil) -> FormulaError {
    FormulaError("found \(token.told), expected \(expected)", offset: token.offset, hint: hint)
  }

  /// `response ~ terms`, to the end.
  mutating func formula() throws(FormulaError) -> (FormulaFactor, [FormulaTerm]) {
    let response = try factor()
    guard take("~") else {
      throw unexpected("'~'", hint: "a formula reads 'y ~ a + b'")
    }
    let sum = try sum(from: [FormulaTerm([])])
    guard token.kind == .end else { throw unexpected("'+', '-', '*', ':' or the end") }
    return (response, sum)
  }

  /// Terms added to and taken from those so far.
  private mutating func sum(from start: [FormulaTerm]) throws(FormulaError) -> [FormulaTerm] {
    var terms = start
    var adds = !take("-")
    while true {
      if let (shown, isOne) = try level() {
        // `- 0` adds the intercept as `+ 1` does.
        terms = FormulaParser.change(terms, by: shown, adds: adds == isOne)
      } else {
        terms = FormulaParser.change(terms, by: try product(), adds: adds)
      }
      if terms.count > FormulaParser.mostTerms {
        throw FormulaError(
          "the formula has more than \(FormulaParser.mostTerms) terms", offset: token.offset)
      }
      if take("+") { adds = true } else if take("-") { adds = false } else { return terms }
    }
  }

  private static func change(_ terms: [FormulaTerm], by others: [FormulaTerm], adds: Bool)
    -> [FormulaTerm]
  {
    guard adds else { return terms.filter { !others.contains($0) } }
    return others.reduce(into: terms) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The intercept, written as 1 or 0.
  private mutating func level() throws(FormulaError) -> (terms: [FormulaTerm], isOne: Bool)? {
    guard case .number(let digits) = token.kind else { return nil }
    guard digits == "0" || digits == "1", depth == 0 else {
      throw unexpected(
        "a column, 1 or 0", hint: "'1' stands for the intercept, '- 1' leaves it out")
    }
    place += 1
    return ([FormulaTerm([])], digits == "1")
  }

  /// Terms joined by `*`: both and their interactions.
  private mutating func product() throws(FormulaError) -> [FormulaTerm] {
    var terms = try interaction()
    while take("*") {
      let others = try interaction()
      let crossed = try cross(terms, others)
      terms = FormulaParser.change(terms, by: others, adds: true)
      terms = FormulaParser.change(terms, by: crossed, adds: true)
    }
    return terms
  }

  /// Terms joined by `:`: their interactions alone.
  private mutating func interaction() throws(FormulaError) -> [FormulaTerm] {
    var terms = try primary()
    while take(":") { terms = try cross(terms, try primary()) }
    return terms
  }

  private func cross(_ terms: [FormulaTerm], _ others: [FormulaTerm]) throws(FormulaError)
    -> [FormulaTerm]
  {
    guard terms.count * others.count <= FormulaParser.mostTerms else {
      throw FormulaError(
        "the formula has more than \(FormulaParser.mostTerms) terms", offset: token.offset)
    }
    let crossed = terms.flatMap { term in others.map { term.interacting(with: $0) } }
    return FormulaParser.change([], by: crossed, adds: true)
  }

  private mutating func primary() throws(FormulaError) -> [FormulaTerm] {
    let opening = token.offset
    guard take("(") else { return [FormulaTerm([try factor()])] }
    guard depth < FormulaParser.deepest else {
      throw FormulaError("parentheses are nested too deeply", offset: opening)
    }
    depth += 1
    let terms = try sum(from: [])
    depth -= 1
    guard take(")") else { throw unexpected("')'") }
    guard token.kind != .sign("^") else {
      throw unexpected(
        "'+', '-', '*' or ':'", hint: "^ is a power of one column; write a*b for interactions")
    }
    return terms
  }

  /// A column, `function(column)`, or a power of one.
  private mutating func factor() throws(FormulaError) -> FormulaFactor {
    let start = token
    let name = try name("a column")
    guard token.kind == .sign("(") else {
      uses.append(Formula.Use(column: name, offset: start.offset))
      return FormulaFactor(name, power: try power())
    }
    guard let function = FormulaFactor.Function(rawValue: name) else {
      throw FormulaError(
        "there is no function '\(name)' in a formula", offset: start.offset,
        hint: name == "C" || name == "factor"
          ? "write category(x)"
          : "it has log, sqrt, exp and category; compute others in the query")
    }
    place += 1
    let inside = token.offset
    let column = try self.name("the name of a column")
    uses.append(Formula.Use(column: column, offset: inside))
    let base = function == .category ? try base() : nil
    guard take(")") else {
      throw unexpected("')'", hint: "\(name) takes one column; compute others in the query")
    }
    if function == .category, token.kind == .sign("^") { throw unexpected("no power of labels") }
    return FormulaFactor(column, function: function, power: try power(), base: base)
  }

  private mutating func name(_ expected: String) throws(FormulaError) -> String {
    guard case .name(let name) = token.kind else { throw unexpected(expected) }
    place += 1
    return name
  }

  /// `, base = 'label'`, where it is given.
  private mutating func base() throws(FormulaError) -> String? {
    guard take(",") else { return nil }
    guard token.kind == .name("base") else { throw unexpected("base = 'label'") }
    place += 1
    guard take("=") else { throw unexpected("'='") }
    switch token.kind {
    case .text(let text), .name(let text), .number(let text):
      place += 1
      return text
    default: throw unexpected("a label in quotes")
    }
  }

  private mutating func power() throws(FormulaError) -> Int {
    guard take("^") else { return 1 }
    guard case .number(let digits) = token.kind, let power = Int(digits), (1...20).contains(power)
    else { throw unexpected("a whole power from 1 to 20", hint: "use sqrt(x) for a root") }
    place += 1
    return power
  }
}
