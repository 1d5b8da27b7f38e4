/// A `like` pattern: `%` is any text, `_` any one character, `\` takes the next one as it is.
struct LikePattern {
  private enum Token: Equatable {
    case any, one, character(Character)
  }

  private let tokens: [Token]
  private let caseSensitive: Bool

  init(_ pattern: String, caseSensitive: Bool) {
    self.caseSensitive = caseSensitive
    var tokens: [Token] = []
    var isEscaped = false
    for character in caseSensitive ? pattern : pattern.lowercased() {
      switch character {
      case _ where isEscaped:
        tokens.append(.character(character))
        isEscaped = false
      case "\\": isEscaped = true
      case "%": if tokens.last != .any { tokens.append(.any) }
      case "_": tokens.append(.one)
      default: tokens.append(.character(character))
      }
    }
    self.tokens = tokens
  }

  /// Whether the whole text fits the pattern.
  func matches(_ text: String) -> Bool {
    let text = Array(caseSensitive ? text : text.lowercased())
    // Going back only to the last `%` keeps the time at length × length.
    var (at, token) = (0, 0)
    var retry: (at: Int, token: Int)?
    while at < text.count {
      if token < tokens.count, tokens[token] == .any {
        retry = (at, token)
        token += 1
      } else if token < tokens.count, fits(tokens[token], text[at]) {
        at += 1
        token += 1
      } else if let back = retry {
        retry = (back.at + 1, back.token)
        at = back.at + 1
        token = back.token + 1
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { $0 == .any }
  }

  private func fits(_ token: Token, _ character: Character) -> Bool {
    token == .one || token == .character(character)
  }
}
