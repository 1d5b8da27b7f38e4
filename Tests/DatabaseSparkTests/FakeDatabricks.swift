import Database
import Synchronization

@testable import DatabaseSpark

/// A SQL warehouse as far as our calls go: it speaks the protocol over real connections, and gives
/// what a test wants.
///
/// What Databricks alone has (direct results, bound parameters, tokens) is tested against it, since
/// no warehouse stands in the tests' reach.
final class FakeDatabricks: Sendable {
  private let server: LoopbackServer
  private let counts: Counts

  /// Starts a warehouse that answers a call, by its name and how often it was made, as `answer`
  /// says, and as one should where that says nothing.
  init(
    _ answer: @escaping @Sendable (_ call: String, _ time: Int) -> LoopbackServer.Answer? = {
      _, _ in nil
    }
  ) throws {
    let counts = Counts()
    self.counts = counts
    server = try LoopbackServer { request in
      guard let call = FakeDatabricks.call(request.body) else {
        return .reply(body: Array(#"{"access_token": "fresh", "expires_in": 3600}"#.utf8))
      }
      return answer(call, counts.next(call)) ?? .reply(body: FakeDatabricks.usual(call))
    }
  }

  deinit { server.stop() }

  /// All requests so far.
  var requests: [LoopbackServer.Request] { server.requests }
  /// The calls in their order.
  var calls: [String] { requests.compactMap { FakeDatabricks.call($0.body) } }

  /// Opens a session with it, by plain HTTP.
  func connect(
    _ url: String = "databricks://token:dapi-SECRET@host?http_path=sql/1.0/warehouses/a",
    _ options: ConnectionOptions = ConnectionOptions(), silence: Duration = .seconds(30)
  ) throws -> SparkConnection {
    var settings = try Settings(DatabaseURL(url), options)
    func local(_ address: String) -> String {
      address.replacing("https://host", with: "http://127.0.0.1:\(server.port)")
    }
    settings.endpoint = local(settings.endpoint)
    if case .client(let id, let secret, let address) = settings.signIn {
      settings.signIn = .client(id: id, secret: secret, at: local(address))
    }
    var patience = CurlClient.Settings()
    patience.silence = silence
    patience.mostBytes = 1 << 20
    let service = Service(
      settings, http: CurlClient(patience), clock: LiveClock(), policy: .hasty,
      progress: options.progress)
    return try SparkConnection(settings, service)
  }

  /// The method of a call; nil where the body is none.
  static func call(_ body: [UInt8]) -> String? {
    var reader = ThriftReader(body)
    guard let first = try? reader.i32(), first < 0 else { return nil }
    return try? reader.text()
  }

  private static func usual(_ call: String) -> [UInt8] {
    switch call {
    case OpenSession.name: Replies.session()
    case ExecuteStatement.name: direct([1, 2, 3], hasMore: false)
    case OperationStatus.name: Replies.state(.finished)
    case ResultSchema.name: Replies.schema()
    default: Replies.plain(call)
    }
  }

  /// The answer to a statement with its first rows.
  static func direct(_ numbers: [Int64], hasMore: Bool) -> [UInt8] {
    Replies.began { direct in
      direct.structure(1) { $0.progress(.finished) }
      direct.structure(2) { $0.schema() }
      direct.structure(3) { $0.rows(numbers, from: 0, hasMore: hasMore) }
      if !hasMore { direct.structure(4) { $0.status() } }
    }
  }

  /// How often each call was made.
  private final class Counts: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    func next(_ call: String) -> Int {
      counts.withLock { counts in
        counts[call, default: 0] += 1
        return counts[call] ?? 0
      }
    }
  }
}

extension RetryPolicy {
  /// One that tests need not wait for.
  static let hasty = RetryPolicy(
    attempts: 4, total: .seconds(2), shortest: .milliseconds(1), longest: .milliseconds(5),
    coldStart: (first: .milliseconds(1), longest: .milliseconds(5)))
}
