import Database
import Diagnostics

/// What a `postgresql://` URL asks for, in libpq's words and ours.
struct PostgreSQLSettings {
  /// libpq's parameters by keyword, each once.
  let parameters: [(keyword: String, value: String)]
  /// How long connecting may take.
  let connectLimit: Duration
  /// How long a query may run; nil for as long as it takes.
  let queryLimit: Duration?

  /// Reads the URL's parts and options; an option that nobody knows is an error.
  init(_ url: DatabaseURL, _ options: ConnectionOptions) throws(DatabaseError) {
    let known = PostgreSQLSettings.passedOn + ["connect_timeout", "timeout"]
    for name in url.options.keys.sorted() where !known.contains(name) {
      let hint = hints(forUnknown: name, among: known).joined()
      throw .badURL(url.redacted, reason: "there is no option '\(name)'; \(hint)")
    }
    connectLimit = try PostgreSQLSettings.seconds("connect_timeout", of: url) ?? .seconds(10)
    queryLimit = try PostgreSQLSettings.seconds("timeout", of: url) ?? options.limit
    let (hosts, ports) = try PostgreSQLSettings.servers(url)
    var parameters: [(keyword: String, value: String?)] = [
      ("host", hosts), ("port", ports), ("user", url.user),
      ("password", url.password ?? options.environment("PGPASSWORD")),
      ("dbname", url.path.isEmpty ? nil : url.path), ("client_encoding", "UTF8"),
      // A server that vanishes without a word is noticed within a minute.
      ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
      ("fallback_application_name", "broadsheet"),
    ]
    parameters += PostgreSQLSettings.passedOn.map { ($0, url.options[$0]) }
    let given = parameters.compactMap { keyword, value in value.map { (keyword, $0) } }
    guard !given.contains(where: { $1.utf8.contains(0) }) else {
      throw .badURL(url.redacted, reason: "it holds a zero byte")
    }
    self.parameters = given
  }

  /// Options that libpq reads itself.
  private static let passedOn = [
    "application_name", "channel_binding", "gssencmode", "options", "sslcert", "sslkey", "sslmode",
    "sslrootcert", "target_session_attrs",
  ]

  private static func seconds(
    _ name: String, of url: DatabaseURL
  ) throws(DatabaseError) -> Duration? {
    guard let text = url.options[name] else { return nil }
    guard let seconds = Double(text), seconds > 0, seconds < 1e6 else {
      throw .badURL(url.redacted, reason: "'\(name)' is '\(text)', not a number of seconds")
    }
    return .seconds(seconds)
  }

  /// Hosts and ports with commas between; the port of all but the last server is still in the host.
  private static func servers(_ url: DatabaseURL) throws(DatabaseError) -> (String, String?) {
    let names = (url.host ?? "").split(separator: ",", omittingEmptySubsequences: false)
    var servers: [(host: Substring, port: String)] = []
    for (place, name) in names.enumerated() {
      var (host, port) = hostAndPort(name)
      if place == names.count - 1, let last = url.port { port = String(last) }
      if host.first == "[", host.last == "]" { host = host.dropFirst().dropLast() }
      guard port.isEmpty || (1...65_535).contains(Int(port) ?? 0) else {
        throw .badURL(url.redacted, reason: "'\(port)' is no port")
      }
      servers.append((host, port))
    }
    let ports = servers.map(\.port).joined(separator: ",")
    return (
      servers.map(\.host).joined(separator: ","), ports.allSatisfy { $0 == "," } ? nil : ports
    )
  }

  private static func hostAndPort(_ name: Substring) -> (host: Substring, port: String) {
    // A path is that of a socket's folder, which may hold a colon.
    guard name.first != "/", let colon = name.lastIndex(of: ":"), name.last != "]" else {
      return (name, "")
    }
    return (name[..<colon], String(name[name.index(after: colon)...]))
  }
}

extension Duration {
  /// The length as a person writes it: `10 s`, `0.5 s`.
  var words: String {
    let whole = Int64(inSeconds)
    return Double(whole) == inSeconds ? "\(whole) s" : "\(inSeconds) s"
  }

  /// Whole milliseconds, at least one.
  var inMilliseconds: Int64 {
    let (seconds, attoseconds) = components
    return max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000)
  }
}
