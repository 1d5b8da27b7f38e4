import CCurl
import Database

/// Speaks HTTP over a connection that is kept open, by libcurl.
///
/// - Certificates are verified; redirects are not followed, since they would carry the token
///   elsewhere; a proxy is taken from the environment as curl does.
/// - It polls, so that a cancelled task is heeded within a twentieth of a second.
final class CurlClient: HTTPSending {
  /// How patient and trusting a client is.
  struct Settings {
    /// A file of certificate authorities beside or in place of the system's.
    var authorities: String?
    var connecting = Duration.seconds(10)
    /// How long a server may be silent in the middle of a request.
    var silence = Duration.seconds(300)
    /// The most bytes of a reply.
    var mostBytes = 1 << 30
  }

  private let easy: UnsafeMutableRawPointer?
  private let multi: UnsafeMutableRawPointer?
  private let reply: ReplyBuffer
  private let complaint: UnsafeMutablePointer<CChar>
  private var headers: UnsafeMutablePointer<curl_slist>?
  private var isUnderWay = false

  init(_ settings: Settings) {
    easy = curl_easy_init()
    multi = curl_multi_init()
    reply = ReplyBuffer(mostBytes: settings.mostBytes)
    complaint = .allocate(capacity: Int(CURL_ERROR_SIZE))
    complaint.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    configure(settings)
  }

  deinit {
    abandon()
    curl_easy_cleanup(easy)
    curl_multi_cleanup(multi)
    curl_slist_free_all(headers)
    complaint.deallocate()
  }

  private func configure(_ settings: Settings) {
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_SSL_VERIFYPEER, 1),
      (CURLOPT_SSL_VERIFYHOST, 2), (CURLOPT_TCP_KEEPALIVE, 1), (CURLOPT_BUFFERSIZE, 512 << 10),
      (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
      (CURLOPT_CONNECTTIMEOUT_MS, settings.connecting.milliseconds),
      (CURLOPT_LOW_SPEED_LIMIT, 1),
      (CURLOPT_LOW_SPEED_TIME, max(1, settings.silence.milliseconds / 1000)),
    ]
    for (option, value) in numbers { bs_curl_set_number(easy, option, value) }
    bs_curl_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    bs_curl_set_text(easy, CURLOPT_USERAGENT, "broadsheet")
    if let file = settings.authorities { bs_curl_set_text(easy, CURLOPT_CAINFO, file) }
    bs_curl_set_complaint(easy, complaint)
    // The buffer lives as long as the handle: both belong to this client.
    bs_curl_set_sinks(
      easy, ReplyBuffer.takeBody, ReplyBuffer.takeHeader,
      Unmanaged.passUnretained(reply).toOpaque())
  }

  func begin(_ request: HTTPRequest) {
    abandon()
    reply.clear()
    complaint.pointee = 0
    curl_slist_free_all(headers)
    headers = nil
    // Without the empty one curl asks first whether a body may come, and waits.
    for header in request.headers + ["Expect:"] { headers = curl_slist_append(headers, header) }
    bs_curl_set_list(easy, CURLOPT_HTTPHEADER, headers)
    bs_curl_set_text(easy, CURLOPT_URL, request.url)
    request.body.withUnsafeBytes { _ = bs_curl_set_body(easy, $0.baseAddress, $0.count) }
    curl_multi_add_handle(multi, easy)
    isUnderWay = true
    advance()
  }

  func finish(_ watch: Watch) throws(HTTPFailure) -> HTTPReply {
    var result = CURLE_OK
    while bs_curl_has_ended(multi, &result) == 0 {
      if let stop = watch.stop {
        abandon()
        throw .stopped(stop)
      }
      curl_multi_poll(multi, nil, 0, 50, nil)
      advance()
    }
    let status = bs_curl_status(easy)
    abandon()
    guard result == CURLE_OK else { throw failure(result) }
    return HTTPReply(status: status, headers: reply.headers, body: reply.takeAll())
  }

  private func advance() {
    var running: Int32 = 0
    curl_multi_perform(multi, &running)
  }

  private func abandon() {
    if isUnderWay { curl_multi_remove_handle(multi, easy) }
    isUnderWay = false
  }

  private func failure(_ result: CURLcode) -> HTTPFailure {
    let told = String(cString: complaint)
    let words = told.isEmpty ? String(cString: curl_easy_strerror(result)) : told
    switch result {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT:
      return .unreachable(words)
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
      return .unreachable(
        "the server's certificate is not trusted (\(words)); name a file of authorities as 'cafile'"
      )
    case CURLE_SSL_CONNECT_ERROR: return .unreachable("there is no TLS at that port (\(words))")
    case CURLE_OPERATION_TIMEDOUT where bs_curl_status(easy) == 0 && reply.isUntouched:
      return told.contains("onnect")
        ? .unreachable(words) : .broken("the server is silent (\(words))")
    case CURLE_WRITE_ERROR where reply.isTooLong:
      return .broken("a reply of more than \(reply.mostBytes >> 20) MB")
    case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_SEND_ERROR:
      return .broken("the server closed the connection in mid-reply (\(words))")
    default: return .broken(words)
    }
  }
}

/// Collects a reply as curl hands it over.
private final class ReplyBuffer {
  let mostBytes: Int
  private(set) var headers: [String: String] = [:]
  private var body: [UInt8] = []
  private(set) var isTooLong = false

  init(mostBytes: Int) { self.mostBytes = mostBytes }

  var isUntouched: Bool { headers.isEmpty && body.isEmpty }

  func clear() {
    headers = [:]
    body = []
    isTooLong = false
  }

  /// The body, which is given away.
  func takeAll() -> [UInt8] {
    defer { body = [] }
    return body
  }

  private func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    isTooLong = isTooLong || body.count + bytes.count > mostBytes
    if !isTooLong { body.append(contentsOf: bytes) }
    return !isTooLong
  }

  private func appendHeader(_ line: String) {
    if line.hasPrefix("HTTP/") {
      // A proxy's own answer may stand before the server's.
      headers = [:]
      return
    }
    guard let colon = line.firstIndex(of: ":") else { return }
    let value = line[line.index(after: colon)...].drop { $0.isWhitespace }
    let name = line[..<colon].lowercased()
    headers[name] = String(value.prefix { $0 != "\r" && $0 != "\n" && $0 != "\r\n" })
    if name == "content-length", let count = Int(headers[name] ?? "") {
      // A promise, not a fact: no more is set aside than a usual reply needs.
      body.reserveCapacity(max(0, min(count, 64 << 20, mostBytes)))
    }
  }

  static let takeBody: bs_curl_sink = { bytes, size, count, context in
    guard let bytes, let context else { return 0 }
    let buffer = Unmanaged<ReplyBuffer>.fromOpaque(context).takeUnretainedValue()
    return buffer.append(UnsafeRawBufferPointer(start: bytes, count: size * count))
      ? size * count : 0
  }

  static let takeHeader: bs_curl_sink = { bytes, size, count, context in
    guard let bytes, let context else { return 0 }
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    Unmanaged<ReplyBuffer>.fromOpaque(context).takeUnretainedValue()
      .appendHeader(String(decoding: line, as: UTF8.self))
    return size * count
  }
}
