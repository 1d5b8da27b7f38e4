import Dates

/// Why a call came to nothing.
enum ServiceFailure: Error, Hashable {
  case stopped(Stop)
  /// What a person is told.
  case failed(String)
}

/// Makes calls over HTTP, again where that helps.
final class Service {
  private let settings: Settings
  private let http: any HTTPSending
  private let clock: any SessionClock
  private let policy: RetryPolicy
  private let progress: @Sendable (String) -> Void
  private let tokens: Tokens
  /// Whether a person was told that the server is not ready.
  private var hasToldOfWait = false
  /// The message of the call that was begun last, for another try.
  private var begun: [UInt8] = []

  init(
    _ settings: Settings, http: any HTTPSending, clock: any SessionClock,
    policy: RetryPolicy = RetryPolicy(), progress: @escaping @Sendable (String) -> Void
  ) {
    self.settings = settings
    self.http = http
    self.clock = clock
    self.policy = policy
    self.progress = progress
    tokens = Tokens(settings.signIn, clock: clock)
  }

  /// A watch that starts now.
  func watch(limit: Duration?, heedsCancellation: Bool = true) -> Watch {
    Watch(clock, limit: limit, heedsCancellation: heedsCancellation)
  }

  /// Makes a call and gives what the server answers.
  func call<Call: ThriftCall>(_ call: Call, _ watch: Watch) throws(ServiceFailure) -> Call.Response
  {
    let body = ThriftMessage.call(Call.name) { call.write(to: &$0) }
    let reply = try exchange(watch, Call.repetition) { () throws(ServiceFailure) in
      try request(body, watch)
    }
    return try read(reply, as: Call.self)
  }

  /// Begins a call; ``finish(_:_:)`` gives its answer.
  func begin(_ call: FetchResults, _ watch: Watch) throws(ServiceFailure) {
    begun = ThriftMessage.call(FetchResults.name) { call.write(to: &$0) }
    http.begin(try request(begun, watch))
  }

  /// Waits for the answer to the call that was begun, which is made again where it was refused.
  func finish<Call: ThriftCall>(_: Call.Type, _ watch: Watch) throws(ServiceFailure)
    -> Call.Response
  {
    let body = begun
    let reply = try exchange(watch, Call.repetition, isBegun: true) { () throws(ServiceFailure) in
      try request(body, watch)
    }
    return try read(reply, as: Call.self)
  }

  private func request(_ body: [UInt8], _ watch: Watch) throws(ServiceFailure) -> HTTPRequest {
    let signature = try tokens.header { request throws(ServiceFailure) in
      // A service that cannot be reached is told at once, as it is when a session opens.
      try exchange(watch, .ifRefused) { () throws(ServiceFailure) in request }
    }
    var headers = ["Content-Type: application/x-thrift", signature]
    // Databricks' addresses for whole accounts need the workspace told.
    if let workspace = settings.workspace { headers.append("x-databricks-org-id: \(workspace)") }
    return HTTPRequest(url: settings.endpoint, headers: headers, body: body)
  }

  /// Sends a request until it is answered or there is no use in another try; the first try may have
  /// begun before.
  private func exchange(
    _ watch: Watch, _ repetition: Repetition, isBegun: Bool = false,
    _ make: () throws(ServiceFailure) -> HTTPRequest
  ) throws(ServiceFailure) -> HTTPReply {
    let begin = clock.now
    var tries = 0
    var hasSignedInAgain = false
    var isUnderWay = isBegun
    while true {
      if !isUnderWay { http.begin(try make()) }
      isUnderWay = false
      tries += 1
      let (outcome, failed): (RetryPolicy.Outcome, ServiceFailure)
      do throws(HTTPFailure) {
        let reply = try http.finish(watch)
        if reply.status == 200 { return reply }
        if reply.status == 401, !hasSignedInAgain, tokens.forget() {
          hasSignedInAgain = true
          continue
        }
        outcome = .status(reply.status, retryAfter: reply.retryAfter)
        failed = .failed(scrubbed(HTTPRefusal.words(reply, settings)))
      } catch {
        outcome = error.outcome
        failed = failure(error)
        if case .stopped = error { throw failed }
      }
      guard
        let wait = policy.wait(
          after: outcome, repetition, tries: tries, elapsed: clock.now - begin),
        !watch.isTooShort(for: wait)
      else { throw failed }
      try self.wait(wait, after: outcome, watch)
    }
  }

  private func wait(
    _ duration: Duration, after outcome: RetryPolicy.Outcome, _ watch: Watch
  ) throws(ServiceFailure) {
    if !hasToldOfWait, case .status(let status, _) = outcome {
      hasToldOfWait = true
      progress(
        status == 503
          ? "waiting for \(settings.profile.title) to start"
          : "\(settings.profile.title) is busy: waiting to try again")
    }
    do throws(Stop) { try watch.wait(duration) } catch { throw .stopped(error) }
  }

  private func failure(_ failure: HTTPFailure) -> ServiceFailure {
    switch failure {
    case .stopped(let stop): .stopped(stop)
    case .unreachable(let reason), .broken(let reason): .failed(scrubbed(reason))
    }
  }

  /// A message without what is secret.
  func scrubbed(_ text: String) -> String {
    // The longest first: a shorter one may be a part of it, and would leave the rest.
    let secrets = (settings.secrets + [tokens.secret].compactMap(\.self))
      .sorted { $0.utf8.count > $1.utf8.count }
    return secrets.reduce(text) { text, secret in
      secret.isEmpty ? text : text.replacing(secret, with: "***")
    }
  }

  private func read<Call: ThriftCall>(_ reply: HTTPReply, as _: Call.Type) throws(ServiceFailure)
    -> Call.Response
  {
    guard reply.body.count <= Call.mostReplyBytes else {
      throw .failed("the server's answer to \(Call.name) is longer than it can be")
    }
    let complaint: ThriftComplaint
    do throws(ThriftFailure) {
      switch try ThriftMessage.open(reply.body, of: Call.name) {
      case .response(var reader): return try Call.Response(from: &reader)
      case .complaint(let told): complaint = told
      }
    } catch {
      throw .failed(scrubbed("the server's answer cannot be read: \(error)"))
    }
    throw .failed(scrubbed("the server cannot serve the call: \(complaint.message)"))
  }
}

extension HTTPFailure {
  fileprivate var outcome: RetryPolicy.Outcome {
    if case .unreachable = self { .unreachable } else { .broken }
  }
}

extension HTTPReply {
  /// The wait that the server proposes; a date is held against the server's own clock.
  fileprivate var retryAfter: Duration? {
    let now = RetryAfter.date(headers["date"])
    return RetryAfter.wait(headers["retry-after"], at: now)
  }
}
