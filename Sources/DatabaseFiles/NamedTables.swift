/// Finds the tables that SQL may name: what stands after `FROM`, `JOIN` or a comma between tables.
///
/// It may find too many, such as the names of common table expressions, and finds none in texts and
/// comments.
struct NamedTables {
  private(set) var names: Set<String> = []

  private let bytes: [UInt8]
  private var at = 0
  /// Whether a table's name may be next, and whether commas stand between tables.
  private var isExpected = false
  private var isFrom = false

  /// Looks through a statement.
  init(_ sql: String) {
    bytes = Array(sql.utf8)
    while at < bytes.count { step() }
  }

  private static let clauses: Set<String> = [
    "select", "where", "group", "order", "having", "limit", "union", "except", "intersect",
    "window", "with",
  ]

  private mutating func step() {
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "'"): _ = quoted(byte)
    case .quote, UInt8(ascii: "`"): name(quoted(byte))
    case UInt8(ascii: "["): name(quoted(UInt8(ascii: "]")))
    case .minus where next == .minus: skip { $0 != .newline }
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"): skipComment()
    case .comma:
      isExpected = isFrom
      at += 1
    case .point, UInt8(ascii: "("), .space, .newline, .tab, .carriageReturn: at += 1
    case _ where NamedTables.isLetter(byte): word()
    default:
      isExpected = false
      at += 1
    }
  }

  private var next: UInt8? { at + 1 < bytes.count ? bytes[at + 1] : nil }

  private mutating func word() {
    let start = at
    skip { NamedTables.isLetter($0) || $0.isDigit }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    switch word.lowercased() {
    case "from": (isFrom, isExpected) = (true, true)
    case "join": isExpected = true
    case let clause where NamedTables.clauses.contains(clause):
      (isFrom, isExpected) = (false, false)
    default: name(word)
    }
  }

  /// Takes a name; after a point, as in `main.users`, another part of it may follow.
  private mutating func name(_ name: String) {
    if isExpected { names.insert(name) }
    isExpected = isExpected && at < bytes.count && bytes[at] == .point
  }

  /// The text up to a quote, in which a doubled quote is one.
  private mutating func quoted(_ quote: UInt8) -> String {
    var text: [UInt8] = []
    at += 1
    while at < bytes.count {
      if bytes[at] == quote {
        guard next == quote else { break }
        at += 1
      }
      text.append(bytes[at])
      at += 1
    }
    at += 1
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func skipComment() {
    at += 2
    while at < bytes.count, !(bytes[at] == UInt8(ascii: "*") && next == UInt8(ascii: "/")) {
      at += 1
    }
    at += 2
  }

  private mutating func skip(while isInside: (UInt8) -> Bool) {
    at = bytes[at...].firstIndex { !isInside($0) } ?? bytes.count
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}
