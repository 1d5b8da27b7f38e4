import Database

/// Where a session goes and how it signs in.
struct Settings: Sendable {
  /// How requests are signed.
  enum SignIn: Hashable, Sendable {
    case basic(user: String, password: String)
    case token(String)
    /// OAuth's client credentials, changed for a token at an address.
    case client(id: String, secret: String, at: String)
  }

  var profile: Profile
  var endpoint: String
  var signIn: SignIn
  /// A file of certificate authorities.
  var authorities: String?
  var catalog: String?
  var schema: String?
  /// The longest that a query may run.
  var limit: Duration?
  /// The URL as people may see it.
  var shown: String

  /// What must be in no message: also as it is sent.
  var secrets: [String] {
    let sent = signIn.basic.map { [$0] } ?? []
    switch signIn {
    case .basic(_, let password): return sent + [password]
    case .token(let token): return [token]
    case .client(_, let secret, _): return sent + [secret]
    }
  }
}

extension Settings.SignIn {
  /// Name and secret as the scheme Basic sends them; nil where it is a token.
  var basic: String? {
    switch self {
    case .basic(let user, let password): Base64.text(Array("\(user):\(password)".utf8))
    case .client(let id, let secret, _): Base64.text(Array("\(id):\(secret)".utf8))
    case .token: nil
    }
  }
}

extension Settings {
  /// Reads a URL, and the environment for what it lacks.
  init(_ url: DatabaseURL, _ options: ConnectionOptions) throws(DatabaseError) {
    let known: Set = [
      "http_path", "catalog", "schema", "timeout", "cafile", "ssl", "client_id", "client_secret",
    ]
    if let unknown = url.options.keys.sorted().first(where: { !known.contains($0) }) {
      throw .badURL(
        url.redacted,
        reason:
          "there is no option '\(unknown)'; it knows \(known.sorted().joined(separator: ", "))"
      )
    }
    switch url.system {
    case .databricks: try self.init(databricks: url, options)
    case .spark: try self.init(spark: url, options)
    default: throw .badURL(url.redacted, reason: "it is neither Databricks nor Spark")
    }
    limit = try Settings.limit(url) ?? options.limit
    authorities = url.options["cafile"]
  }

  private static func limit(_ url: DatabaseURL) throws(DatabaseError) -> Duration? {
    guard let text = url.options["timeout"] else { return nil }
    guard let seconds = Double(text), seconds > 0, seconds < 1e9 else {
      throw .badURL(url.redacted, reason: "'\(text)' is no time-out in seconds")
    }
    return .seconds(seconds)
  }

  private init(spark url: DatabaseURL, _ options: ConnectionOptions) throws(DatabaseError) {
    guard url.options["catalog"] == nil else {
      throw .badURL(
        url.redacted, reason: "Spark's URL takes no catalog; name tables with three parts")
    }
    let scheme = try Settings.isTrue(url, "ssl") ? "https" : "http"
    let path = url.options["http_path"] ?? "cliservice"
    endpoint = "\(scheme)://\(url.host ?? ""):\(url.port ?? 10_001)/\(path.withoutSlash)"
    profile = .spark
    // The server wants both, whatever they are.
    signIn = .basic(user: url.user ?? "anonymous", password: url.password ?? "anonymous")
    schema = url.path.isEmpty ? url.options["schema"] : url.path
    shown = url.redacted
  }

  private static func isTrue(_ url: DatabaseURL, _ name: String) throws(DatabaseError) -> Bool {
    switch url.options[name] {
    case "true", "1": return true
    case nil, "false", "0": return false
    case let other?:
      throw .badURL(url.redacted, reason: "'\(name)' is 'true' or 'false', not '\(other)'")
    }
  }

  private init(databricks url: DatabaseURL, _ options: ConnectionOptions) throws(DatabaseError) {
    let found = { (names: [String]) in
      // Files that variables are read from end in a line break.
      names.lazy.compactMap(options.environment).map(\.withoutBlanks).first { !$0.isEmpty }
    }
    guard
      let named = url.host
        ?? found(["DATABRICKS_SERVER_HOSTNAME", "DATABRICKS_HOST", "SERVER_HOSTNAME"])
    else {
      throw url.missing(
        "server", "write databricks://token:TOKEN@HOST, or set DATABRICKS_SERVER_HOSTNAME")
    }
    guard let path = url.options["http_path"] ?? found(["DATABRICKS_HTTP_PATH", "HTTP_PATH"]) else {
      throw url.missing(
        "HTTP path", "add ?http_path=/sql/1.0/warehouses/…, or set DATABRICKS_HTTP_PATH")
    }
    let host = named.withoutScheme + (url.port.map { ":\($0)" } ?? "")
    endpoint = "https://\(host)/\(path.withoutSlash)"
    signIn = try Settings.signIn(url, at: "https://\(host)/oidc/v1/token", found)
    profile = .databricks
    catalog = url.options["catalog"]
    schema = url.options["schema"] ?? (url.path.isEmpty ? nil : url.path)
    shown = url.redacted
  }
}

extension Settings {
  /// How a URL signs in to Databricks: what it says itself goes before the environment, and a token
  /// before a client's credentials.
  private static func signIn(
    _ url: DatabaseURL, at address: String, _ found: ([String]) -> String?
  ) throws(DatabaseError) -> SignIn {
    let namesClient = url.user == "oauth" || url.options["client_id"] != nil
    if !namesClient, let token = url.password ?? found(["DATABRICKS_TOKEN", "ACCESS_TOKEN"]) {
      guard token.fitsHeader else {
        throw .badURL(
          url.redacted, reason: "its token has a line break or another control character")
      }
      return .token(token)
    }
    let id = url.options["client_id"] ?? found(["DATABRICKS_CLIENT_ID"])
    let secret =
      url.options["client_secret"] ?? (namesClient ? url.password : nil)
      ?? found(["DATABRICKS_CLIENT_SECRET"])
    if let id, let secret { return .client(id: id, secret: secret, at: address) }
    let advice =
      namesClient
      ? "give client_id and client_secret, or set DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET"
      : "write databricks://token:TOKEN@…, or set DATABRICKS_TOKEN, or DATABRICKS_CLIENT_ID and "
        + "DATABRICKS_CLIENT_SECRET"
    throw url.missing(namesClient ? "client's credentials" : "token", advice)
  }
}

extension DatabaseURL {
  fileprivate func missing(_ what: String, _ advice: String) -> DatabaseError {
    .badURL(redacted, reason: "it has no \(what); \(advice)")
  }
}

extension String {
  fileprivate var withoutSlash: Substring { drop { $0 == "/" } }

  /// The text without blanks and line breaks around it.
  fileprivate var withoutBlanks: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last].drop { $0.isWhitespace })
  }

  /// Whether the text can stand in a header: a line break would begin another one.
  var fitsHeader: Bool { utf8.allSatisfy { $0 >= 32 && $0 != 127 } }

  /// A host where a person wrote an address: `https://host/`.
  fileprivate var withoutScheme: String {
    let rest = firstRange(of: "://").map { self[$0.upperBound...] } ?? self[...]
    return String(rest.prefix { $0 != "/" })
  }
}

extension Settings {
  /// The workspace that the path names: `?o=…`, or `sql/protocolv1/o/…/cluster`.
  var workspace: Substring? {
    guard profile.isDatabricks else { return nil }
    if let mark = endpoint.firstRange(of: "?o=") {
      return endpoint[mark.upperBound...].prefix { $0.isNumber }
    }
    return endpoint.firstRange(of: "/protocolv1/o/").map {
      endpoint[$0.upperBound...].prefix { $0.isNumber }
    }
  }
}
