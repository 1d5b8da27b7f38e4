/// A word or sign of a formula, with the number of characters before it.
struct FormulaToken: Hashable {
  enum Kind: Hashable {
    case name(String)
    case number(String)
    case text(String)
    case sign(Character)
    case end
  }

  let kind: Kind
  let offset: Int

  /// The token as an error tells it.
  var told: String {
    switch kind {
    case .name(let name): "'\(name)'"
    case .number(let digits): digits
    case .text(let text): "text '\(text)'"
    case .sign(let sign): "'\(sign)'"
    case .end: "the end"
    }
  }
}

/// Cuts a formula into words and signs.
struct FormulaLexer {
  private let characters: [Character]
  private var place = 0

  /// The words and signs of a text, closed by the end.
  static func tokens(of text: String) throws(FormulaError) -> [FormulaToken] {
    var lexer = FormulaLexer(characters: Array(text))
    var tokens: [FormulaToken] = []
    while let token = try lexer.next() { tokens.append(token) }
    return tokens + [FormulaToken(kind: .end, offset: lexer.characters.count)]
  }

  private init(characters: [Character]) { self.characters = characters }

  private mutating func next() throws(FormulaError) -> FormulaToken? {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    guard place < characters.count else { return nil }
    let (start, first) = (place, characters[place])
    let kind: FormulaToken.Kind
    if first.isLetter || first == "_" {
      kind = .name(take { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
    } else if first.isNumber {
      kind = .number(take { $0.isNumber || $0 == "." })
    } else if first == "\"" {
      kind = .name(try quoted(by: first))
    } else if first == "'" {
      kind = .text(try quoted(by: first))
    } else if "~+-*:^(),=".contains(first) {
      place += 1
      kind = .sign(first)
    } else {
      throw FormulaError(
        "'\(first)' has no meaning in a formula", offset: start,
        hint: "it knows + - * : ^ ~ and parentheses; other names stand in double quotes")
    }
    return FormulaToken(kind: kind, offset: start)
  }

  private mutating func take(while belongs: (Character) -> Bool) -> String {
    let start = place
    while place < characters.count, belongs(characters[place]) { place += 1 }
    return String(characters[start..<place])
  }

  /// What stands between quotes; a doubled quote stands for one.
  private mutating func quoted(by quote: Character) throws(FormulaError) -> String {
    let start = place
    var text = ""
    place += 1
    while place < characters.count {
      if characters[place] == quote {
        place += 1
        guard place < characters.count, characters[place] == quote else { return text }
      }
      text.append(characters[place])
      place += 1
    }
    throw FormulaError("the quote that opens here is not closed", offset: start)
  }
}
