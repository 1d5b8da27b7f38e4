extension Worded {
  /// Whether no operator beside the text could tear it apart: one name, number, call or
  /// parenthesis.
  ///
  /// A dialect may word a call as an operation and an operation as a call, so that only the text
  /// can tell: it stands alone where no operator is found outside of its parentheses and quotes.
  var standsAlone: Bool {
    var depth = 0
    var quote: Character?
    var word = ""
    for character in sql {
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      if depth == 0, character.isLetter || character == "_" {
        word.append(character)
        continue
      }
      if Worded.operatorWords.contains(word.uppercased()) { return false }
      word = ""
      switch character {
      case "'", "\"", "`": quote = character
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "+", "-", "*", "/", "%", "<", ">", "=", "!", "|", ":", "~", "^", "&", "#", "@":
        if depth == 0 { return false }
      default: break
      }
    }
    return !Worded.operatorWords.contains(word.uppercased())
  }

  private static let operatorWords: Set<String> = [
    "AND", "OR", "NOT", "IS", "IN", "BETWEEN", "LIKE", "ILIKE", "ESCAPE", "CASE", "AT", "COLLATE",
  ]
}
