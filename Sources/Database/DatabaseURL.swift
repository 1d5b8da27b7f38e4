/// Where a source is: the system, and what that system needs to find and open it.
///
/// ```
/// sqlite:///sales.db                                         a file beside the working folder
/// sqlite:////data/sales.db                                   a file by its full path
/// postgresql://user:password@host:5432/database
/// databricks://token:TOKEN@host?http_path=…&catalog=…&schema=…
/// ```
package struct DatabaseURL: Hashable, Sendable {
  /// The systems that a URL may name.
  package enum System: String, Hashable, Sendable, CaseIterable {
    case sqlite, duckdb, files, postgresql, databricks, spark

    /// Whether the source is a file or folder, and the URL has a path and nothing else.
    package var isFile: Bool { self == .sqlite || self == .duckdb || self == .files }

    /// The name that people know.
    package var title: String {
      switch self {
      case .sqlite: "SQLite"
      case .duckdb: "DuckDB"
      case .files: "folders of files"
      case .postgresql: "PostgreSQL"
      case .databricks: "Databricks"
      case .spark: "Spark"
      }
    }
  }

  package let system: System
  /// The file or folder, or the name of a server's database.
  package let path: String
  /// The server; nil for files, and for a Databricks URL that leaves it to the environment.
  package let host: String?
  package let port: Int?
  package let user: String?
  package let password: String?
  /// What stands after the question mark, by name.
  package let options: [String: String]
  /// The URL with `***` for each secret: the form for messages and logs.
  package let redacted: String

  /// Reads a URL whose `${NAME}` are already replaced.
  package init(_ text: String) throws(DatabaseError) {
    let hidden = DatabaseURL.redact(text)
    func bad(_ reason: String) -> DatabaseError { .badURL(hidden, reason: reason) }
    guard let colon = text.firstRange(of: "://") else {
      throw bad("a source begins with its system, such as 'sqlite:///file.db'")
    }
    guard let system = DatabaseURL.system(named: text[..<colon.lowerBound]) else {
      let known = System.allCases.map(\.rawValue).joined(separator: ", ")
      throw bad("'\(text[..<colon.lowerBound])' is no known system; known are \(known)")
    }
    let rest = text[colon.upperBound...]
    let parts =
      try system.isFile
      ? URLParts(file: rest, bad) : URLParts(server: rest, isHostNeeded: system != .databricks, bad)
    self.system = system
    (path, host, port, user, password, options) =
      (parts.path, parts.host, parts.port, parts.user, parts.password, parts.options)
    redacted = hidden
  }

  private static func system(named name: some StringProtocol) -> System? {
    name == "postgres" ? .postgresql : System(rawValue: String(name))
  }
}

extension DatabaseURL {
  /// A URL, whole or broken, with `***` for what may be secret: the password, and every option but
  /// those that are known to be harmless.
  package static func redact(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://") else {
      // Not even a URL; whatever it is, it may be a bare token or hold a password.
      let isPlain = !text.contains("@") && (text.contains(".") || text.count < 20)
      return isPlain ? text : "***"
    }
    let system = system(named: text[..<scheme.lowerBound])
    if system?.isFile ?? false { return redactFile(text, after: scheme.upperBound) }
    let rest = text[scheme.upperBound...]
    // A password may hold '/', '?' or '@' unquoted: it ends at the last '@'.
    let userInfoEnd = rest.lastIndex(of: "@")
    let afterUser = userInfoEnd.map { rest.index(after: $0) } ?? rest.startIndex
    var result = String(text[..<scheme.upperBound])
    if let userInfoEnd {
      let userInfo = rest[..<userInfoEnd]
      let user = userInfo.prefix { $0 != ":" }
      result += user.count == userInfo.count ? "\(shownAlone(user, of: system))@" : "\(user):***@"
    }
    var place = rest[afterUser...]
    // Without an '@', what stands in the place of a port may be a password.
    if userInfoEnd == nil, let colon = place.firstIndex(of: ":"),
      !place[place.index(after: colon)...].prefix(while: { $0 != "/" && $0 != "?" })
        .allSatisfy(\.isNumber), !place.hasPrefix("["), !place.contains(",")
    {
      result += place[..<colon] + ":***"
      place = place[colon...].drop { $0 != "/" && $0 != "?" }
    }
    guard let mark = place.firstIndex(of: "?") else { return result + place }
    let options = place[place.index(after: mark)...].split(separator: "&").map(redactOption)
    return result + place[..<mark] + "?" + options.joined(separator: "&")
  }

  /// A file's URL has neither a user nor options; what looks like them may be secret all the same.
  private static func redactFile(_ text: String, after start: String.Index) -> String {
    let rest = text[start...]
    if !rest.hasPrefix("/"), let at = rest.lastIndex(of: "@") {
      return "\(text[..<start])***\(rest[at...])"
    }
    guard let mark = rest.firstIndex(of: "?"), rest[mark...].contains("=") else { return text }
    return "\(text[..<mark])?***"
  }

  /// A user without a password: a short name, or else perhaps a token in its place.
  private static func shownAlone(_ user: Substring, of system: System?) -> String {
    let isName =
      system == .databricks ? user == "token" || user == "oauth" : user.count <= 20
    return isName ? String(user) : "***"
  }

  private static func redactOption(_ option: Substring) -> String {
    let name = option.prefix { $0 != "=" }
    let harmless: Set<Substring> = [
      "http_path", "catalog", "schema", "ssl", "cafile", "sslmode", "mode", "timeout",
      "application_name",
    ]
    if name.count == option.count { return "***" }
    let value = option.dropFirst(name.count + 1)
    let isHarmless =
      harmless.contains(name) && !value.contains("=") && !value.contains("#")
    return isHarmless ? String(option) : "\(name)=***"
  }
}
