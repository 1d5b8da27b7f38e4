import CPostgres

/// Why the server refused or broke off a statement.
struct ServerMessage {
  /// The five letters of SQLSTATE; empty where the connection was lost.
  let state: String
  private let message: String
  private let detail: String?
  private let hint: String?
  /// Where in the SQL, in code points from 1.
  private let position: Int?

  init(_ result: borrowing ServerResult) {
    state = result.field(.state) ?? ""
    let whole = PQresultErrorMessage(result.pointer).map { String(cString: $0) } ?? ""
    message = (result.field(.message) ?? whole).inOneLine
    detail = result.field(.detail)?.asClause
    hint = result.field(.hint)?.asClause
    position = result.field(.position).flatMap { Int($0) }
  }

  /// What libpq itself says, when there is no result.
  init(lost words: String) { self.init(state: "", words) }

  /// A complaint of our own about what was sent.
  init(own words: String) { self.init(state: "00000", words) }

  private init(state: String, _ words: String) {
    self.state = state
    message = words.inOneLine
    (detail, hint, position) = (nil, nil, nil)
  }

  /// Whether the server broke off because of its time limit or because it was asked to.
  var isBrokenOff: Bool { state == "57014" }

  /// Whether that was the time limit.
  var isTimeOut: Bool { isBrokenOff && message.contains("timeout") }

  /// Whether an operator or function does not take a text where the statement binds one.
  var isAboutTypes: Bool { ["42883", "42804", "42P08", "42725"].contains(state) }

  /// Message, place, detail and hint in one sentence.
  func reason(in sql: String) -> String {
    if state == "42601", message.contains("multiple commands") {
      return "it is more than one statement"
    }
    if state.hasPrefix("08") || ["", "57P01", "57P02", "57P03"].contains(state) {
      return "the server ended the connection: \(message)"
    }
    let place = position.flatMap { ServerMessage.place($0, in: sql) }
    return ([message + (place ?? "")] + [detail, hint].compactMap(\.self)).joined(separator: "; ")
  }

  /// The line of a place, with its text.
  private static func place(_ position: Int, in sql: String) -> String? {
    let scalars = Array(sql.unicodeScalars)
    guard (1...max(1, scalars.count)).contains(position) else { return nil }
    let before = scalars[..<(position - 1)]
    let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let end = scalars[(position - 1)...].firstIndex(of: "\n") ?? scalars.count
    let line = 1 + before.count { $0 == "\n" }
    // A long line is shown from a little before the place on.
    let from = end - start > 80 ? max(start, position - 21) : start
    let shown = String(String.UnicodeScalarView(scalars[from..<min(end, from + 80)])).inOneLine
    return
      ", at line \(line) of the SQL: \(from > start ? "…" : "")\(shown)\(end > from + 80 ? "…" : "")"
  }
}

extension String {
  /// A sentence of the server's as a part of ours.
  fileprivate var asClause: String {
    let line = inOneLine
    return line.hasSuffix(".") ? String(line.dropLast()) : line
  }

  /// The text with every run of blanks and line breaks as one blank, and none at its ends.
  var inOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
