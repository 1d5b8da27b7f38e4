import Database

@testable import DatabaseSpark

/// An HTTP server that answers from a script and keeps what it was asked.
final class ScriptedServer: HTTPSending {
  /// What becomes of a request.
  enum Answer {
    case reply(HTTPReply)
    case failure(HTTPFailure)

    /// A reply with a Thrift message.
    static func message(_ bytes: [UInt8]) -> Answer { .reply(HTTPReply(status: 200, body: bytes)) }

    /// A reply that is none.
    static func status(_ status: Int, _ headers: [String: String] = [:]) -> Answer {
      .reply(HTTPReply(status: status, headers: headers))
    }
  }

  private(set) var requests: [HTTPRequest] = []
  private var script: [Answer]

  init(_ script: [Answer]) { self.script = script }

  func begin(_ request: HTTPRequest) { requests.append(request) }

  func finish(_ watch: Watch) throws(HTTPFailure) -> HTTPReply {
    if let stop = watch.stop { throw .stopped(stop) }
    guard !script.isEmpty else { throw .broken("the script is at its end") }
    switch script.removeFirst() {
    case .reply(let reply): return reply
    case .failure(let failure): throw failure
    }
  }

  /// The methods of the calls that were made, in order; nil for requests of another kind.
  var methods: [String?] {
    requests.map { request in
      var reader = ThriftReader(request.body)
      guard (try? reader.i32()) != nil, let name = try? reader.text() else { return nil }
      return name
    }
  }
}

/// A clock that stands still but for the waits, which take no time.
final class FakeClock: SessionClock {
  private let state = Waits()

  var now: Duration { state.now }
  /// All waits so far.
  var waits: [Duration] { state.all }

  func wait(_ duration: Duration, until mustStop: () -> Bool) { state.add(duration) }

  // Only the test's own task uses the clock.
  private final class Waits: @unchecked Sendable {
    var now = Duration.zero
    var all: [Duration] = []

    func add(_ wait: Duration) {
      now += wait
      all.append(wait)
    }
  }
}

/// What a session told a person.
final class Told: @unchecked Sendable {
  // Only the test's own task uses it.
  private(set) var lines: [String] = []

  func tell(_ line: String) { lines.append(line) }
}

extension Settings {
  /// Settings of a session with Databricks.
  static func databricks(_ url: String = "databricks://token:dapi-SECRET@host?http_path=/sql/1")
    throws -> Settings
  {
    try Settings(DatabaseURL(url), ConnectionOptions())
  }

  /// Settings of a session with Apache Spark.
  static func spark(_ url: String = "spark://user:SECRET@host:10001/default") throws -> Settings {
    try Settings(DatabaseURL(url), ConnectionOptions())
  }
}
