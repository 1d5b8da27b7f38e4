/// A POST to a server.
struct HTTPRequest: Hashable {
  let url: String
  let headers: [String]
  let body: [UInt8]
}

/// What a server answered.
struct HTTPReply {
  let status: Int
  /// The headers by their names in lower case.
  let headers: [String: String]
  let body: [UInt8]

  init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// Why there is no answer.
enum HTTPFailure: Error, Hashable {
  case stopped(Stop)
  /// The server was not reached: it knows nothing of the request.
  case unreachable(String)
  /// The request may have been served, but its answer did not come through.
  case broken(String)
}

/// Sends one request at a time.
protocol HTTPSending: AnyObject {
  /// Sends a request on its way; one that is still under way is given up.
  func begin(_ request: HTTPRequest)

  /// Waits for the answer to the request that was begun.
  func finish(_ watch: Watch) throws(HTTPFailure) -> HTTPReply
}
