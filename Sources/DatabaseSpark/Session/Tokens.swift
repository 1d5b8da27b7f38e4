import JSON

/// Signs requests; changes client credentials for tokens and keeps those until shortly before they
/// expire.
final class Tokens {
  private let signIn: Settings.SignIn
  private let clock: any SessionClock
  private var cached: (token: String, end: Duration)?

  /// A token is not used in its last seconds: it could expire under way.
  private static let margin = Duration.seconds(60)

  init(_ signIn: Settings.SignIn, clock: any SessionClock) {
    self.signIn = signIn
    self.clock = clock
  }

  /// The header that signs a request; `exchange` posts a request for a token and gives the answer.
  func header(
    _ exchange: (HTTPRequest) throws(ServiceFailure) -> HTTPReply
  ) throws(ServiceFailure) -> String {
    switch signIn {
    case .basic: return "Authorization: Basic \(signIn.basic ?? "")"
    case .token(let token): return "Authorization: Bearer \(token)"
    case .client(_, _, let address):
      if let cached, clock.now < cached.end { return "Authorization: Bearer \(cached.token)" }
      let fresh = try fetch(address, exchange)
      return "Authorization: Bearer \(fresh)"
    }
  }

  /// The token in use, which must be in no message.
  var secret: String? { cached?.token }

  /// Forgets a token that the server refuses; false where there is no other way to sign in.
  func forget() -> Bool {
    defer { cached = nil }
    return cached != nil
  }

  private func fetch(
    _ address: String,
    _ exchange: (HTTPRequest) throws(ServiceFailure) -> HTTPReply
  ) throws(ServiceFailure) -> String {
    let request = HTTPRequest(
      url: address,
      headers: [
        "Content-Type: application/x-www-form-urlencoded",
        "Authorization: Basic \(signIn.basic ?? "")",
      ], body: Array("grant_type=client_credentials&scope=all-apis".utf8))
    let reply = try exchange(request)
    let answer = JSONValue(parsing: String(decoding: reply.body, as: UTF8.self))
    guard case .string(let token)? = answer?["access_token"], token.fitsHeader else {
      throw .failed("the token endpoint answered without a token")
    }
    var life = Duration.seconds(3600)
    if case .integer(let seconds)? = answer?["expires_in"] {
      life = .seconds(max(0, min(seconds, 86_400)))
    }
    cached = (token, clock.now + life - Tokens.margin)
    return token
  }
}

/// Base64 by RFC 4648.
enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The text of bytes.
  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let digit = digits[bits >> (18 - 6 * place) & 63]
        text.append(place <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
