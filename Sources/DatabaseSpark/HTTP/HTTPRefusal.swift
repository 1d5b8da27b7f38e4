/// Answers that are none, in words that say what to do.
enum HTTPRefusal {
  /// What a person is told of an answer that is not 200.
  static func words(_ reply: HTTPReply, _ settings: Settings) -> String {
    let told = detail(reply).map { " (\($0))" } ?? ""
    switch reply.status {
    case 401: return "the server does not accept \(credentials(settings))\(told)"
    case 403: return "the server does not allow it\(told); ask for access to \(place(settings))"
    case 404: return "there is nothing at that path\(told); check http_path"
    case 300..<400:
      let to = reply.headers["location"].map { " to '\(origin($0))'" } ?? ""
      return "the server sends us elsewhere\(to), which is not followed; check server and http_path"
    case 429: return "the server is too busy\(told); try again later"
    case 503: return "the server is not ready\(told); try again later"
    default: return "the server answered with HTTP status \(reply.status)\(told)"
    }
  }

  private static func credentials(_ settings: Settings) -> String {
    switch settings.signIn {
    case .basic: "the user name and password"
    case .token: "the token; it may be mistyped or expired"
    case .client: "the client's credentials"
    }
  }

  private static func place(_ settings: Settings) -> String {
    settings.profile.isDatabricks ? "the warehouse or cluster" : "the server"
  }

  /// The server's own words, which Databricks sends in headers.
  private static func detail(_ reply: HTTPReply) -> String? {
    let names = [
      "x-thriftserver-error-message", "x-databricks-error-or-redirect-message",
      "x-databricks-reason-phrase",
    ]
    let told = names.lazy.compactMap { reply.headers[$0] }.first { !$0.isEmpty }
    return told.map { String($0.prefix(300)) }
  }

  /// An address without its path, which could hold a secret.
  private static func origin(_ address: String) -> Substring {
    guard let scheme = address.firstRange(of: "://") else { return "another path" }
    let end = address[scheme.upperBound...].firstIndex { $0 == "/" || $0 == "?" }
    return address[..<(end ?? address.endIndex)]
  }
}
