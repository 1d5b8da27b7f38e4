/// A `like` pattern: `%` is any text, `_` any one code point, nothing else is special.
struct LikePattern {
  private enum Token: Equatable {
    case any, one, letter(Unicode.Scalar)
  }

  private let tokens: [Token]
  private let caseSensitive: Bool

  init(_ pattern: String, caseSensitive: Bool) {
    self.caseSensitive = caseSensitive
    tokens = (caseSensitive ? pattern : pattern.lowercased()).unicodeScalars.map { scalar in
      switch scalar {
      case "%": .any
      case "_": .one
      default: .letter(scalar)
      }
    }
  }

  /// Whether the whole text fits the pattern.
  func matches(_ text: String) -> Bool {
    let text = Array((caseSensitive ? text : text.lowercased()).unicodeScalars)
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

  private func fits(_ token: Token, _ scalar: Unicode.Scalar) -> Bool {
    token == .one || token == .letter(scalar)
  }
}
