import Database

/// Puts literals in the place of `:p1`, `:p2` … in a statement.
///
/// It walks over the text as Spark's own lexer does: in texts a backslash takes the next character as
/// it is, save in raw ones (`r'…'`); names stand in backticks; comments in `/* */` may be nested.
/// What stands in quotes or comments is never touched, so that no value can be put where it would
/// change the meaning of what surrounds it.
struct Placeholders {
  private let bytes: [UInt8]
  private let literals: [String]
  private var at = 0
  private var begun = 0
  private var text = ""
  private var used: Set<Int> = []

  /// The statement with its literals.
  ///
  /// - Throws: Where a value has no place outside of quotes and comments.
  static func replaced(in sql: String, by literals: [String]) throws(DatabaseError) -> String {
    if literals.isEmpty { return sql }
    var walk = Placeholders(bytes: Array(sql.utf8), literals: literals)
    walk.run()
    guard walk.used.count == literals.count else {
      throw .queryFailed(
        sql: sql,
        reason: "a parameter stands inside of a quoted text or a comment; take it out, "
          + "and join texts with ||")
    }
    return walk.text
  }

  private init(bytes: [UInt8], literals: [String]) {
    self.bytes = bytes
    self.literals = literals
  }

  private mutating func run() {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): skipText(isRaw: isRaw)
      case UInt8(ascii: "`"): skipName()
      case UInt8(ascii: "-") where peek == UInt8(ascii: "-"): skipLine()
      case UInt8(ascii: "/") where peek == UInt8(ascii: "*"): skipComment()
      case UInt8(ascii: ":") where peek == UInt8(ascii: "p"): placeholder()
      // A double colon is a cast.
      case UInt8(ascii: ":"): at += peek == UInt8(ascii: ":") ? 2 : 1
      default: at += 1
      }
    }
    flush(to: bytes.count)
  }

  private var peek: UInt8? { at + 1 < bytes.count ? bytes[at + 1] : nil }

  private mutating func flush(to end: Int) {
    text += String(decoding: bytes[begun..<end], as: UTF8.self)
    begun = end
  }

  private mutating func placeholder() {
    var end = at + 2
    var number = 0
    while end < bytes.count, (48...57).contains(bytes[end]), number <= literals.count {
      number = number * 10 + Int(bytes[end] - 48)
      end += 1
    }
    guard (1...literals.count).contains(number), !isWord(at: end) else {
      at += 1
      return
    }
    flush(to: at)
    text += literals[number - 1]
    used.insert(number)
    (at, begun) = (end, end)
  }

  /// Whether the quote at which the walk stands follows a lone `r`.
  private var isRaw: Bool {
    guard at > 0, bytes[at - 1] | 0x20 == UInt8(ascii: "r") else { return false }
    return !isWord(at: at - 2)
  }

  /// Whether a letter, digit or underscore stands at a place.
  private func isWord(at place: Int) -> Bool {
    guard bytes.indices.contains(place) else { return false }
    let byte = bytes[place]
    return (48...57).contains(byte) || (97...122).contains(byte | 0x20) || byte == 95 || byte >= 128
  }

  private mutating func skipText(isRaw: Bool) {
    let quote = bytes[at]
    at += 1
    while at < bytes.count, bytes[at] != quote {
      at += !isRaw && bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    at = min(at + 1, bytes.count)
  }

  private mutating func skipName() {
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "`") { at += 1 }
    at = min(at + 1, bytes.count)
  }

  /// A backslash at the end of a line goes on with the comment.
  private mutating func skipLine() {
    while at < bytes.count, bytes[at] != 10, bytes[at] != 13 {
      at += bytes[at] == UInt8(ascii: "\\") && peek == 10 ? 2 : 1
    }
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if bytes[at] == UInt8(ascii: "/"), peek == UInt8(ascii: "*") {
        depth += 1
        at += 2
      } else if bytes[at] == UInt8(ascii: "*"), peek == UInt8(ascii: "/") {
        depth -= 1
        at += 2
      } else {
        at += 1
      }
    } while depth > 0 && at < bytes.count
    at = min(at, bytes.count)
  }
}
