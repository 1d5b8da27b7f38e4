/// One word, number, text or sign of an expression, with its range of UTF-8 offsets.
struct Token: Hashable {
  enum Kind: Hashable {
    /// An unquoted word: a keyword, a function or a name.
    case word(String)
    /// A name between double quotes, without them.
    case quotedName(String)
    /// Digits, perhaps with a point and an exponent, as written.
    case number(String)
    /// Text between single quotes, without them.
    case text(String)
    /// `:min_age`, `:cohort.gender`, as parts.
    case parameter([String])
    case sign(String)
    case end
  }

  let kind: Kind
  let range: Range<Int>

  /// The token as a message names it.
  var words: String {
    switch kind {
    case .word(let word): "'\(word)'"
    case .quotedName(let name): "\"\(name)\""
    case .number(let digits): "number \(digits)"
    case .text(let text): "text '\(text.count > 24 ? text.prefix(24) + "…" : text[...])'"
    case .parameter(let parts): "parameter ':\(parts.joined(separator: "."))'"
    case .sign(let sign): "'\(sign)'"
    case .end: "the end"
    }
  }

  /// The word in lower case where the token is one; keywords are told by it.
  var keyword: String? {
    guard case .word(let word) = kind else { return nil }
    return word.lowercased()
  }
}

/// Words with a meaning of their own in the grammar.
enum Keywords {
  /// Words that cannot be a bare name, since they would end or join what stands before them.
  static let reserved: Set<String> = [
    "and", "or", "not", "in", "between", "like", "ilike", "is", "null", "true", "false", "case",
    "when", "then", "else", "end",
  ]

  /// Words that mean something only at their place; as names they are printed with quotes.
  static let contextual: Set<String> = [
    "as", "asc", "by", "cast", "current", "date", "desc", "distinct", "filter", "following",
    "interval", "order", "over", "partition", "preceding", "range", "row", "rows", "timestamp",
    "unbounded", "where",
  ]
}

/// Why an expression cannot be read, with the range it is about.
struct SyntaxError: Error {
  let message: String
  let range: Range<Int>
  var hints: [String] = []
}
