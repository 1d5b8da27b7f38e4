import Database
import SQL
import Testing

@testable import DatabaseSpark

@Suite struct ServiceTests {
  private let clock = FakeClock()
  private let told = Told()

  private func service(_ server: ScriptedServer, _ settings: Settings) -> Service {
    Service(settings, http: server, clock: clock, progress: told.tell)
  }

  private var session: Handle { Handle(bytes: [0]) }

  private var statement: ExecuteStatement {
    ExecuteStatement(
      session: session, statement: "SELECT 1", timeout: 0, wantsDirectResults: true, parameters: [])
  }

  @Test func warehouseThatStartsIsAwaitedAndSaidOnce() throws {
    let server = ScriptedServer(
      Array(repeating: .status(503), count: 6) + [.message(Replies.session())])
    let service = try service(server, .databricks())
    let call = OpenSession(isDatabricks: true, configuration: [:], catalog: nil, schema: nil)
    #expect(try service.call(call, service.watch(limit: nil)).session != nil)
    #expect(clock.waits == [2, 4, 8, 16, 30, 30].map { .seconds($0) })
    #expect(told.lines == ["waiting for Databricks to start"])
  }

  @Test func waitsEndBeforeTheTimeLimit() throws {
    let server = ScriptedServer(Array(repeating: .status(503), count: 40))
    let service = try service(server, .databricks())
    #expect(throws: ServiceFailure.failed("the server is not ready; try again later")) {
      try service.call(statement, service.watch(limit: .seconds(20)))
    }
    #expect(clock.waits == [2, 4, 8].map { .seconds($0) })
  }

  @Test(arguments: [
    (429, ["retry-after": "7"], [Duration.seconds(7)]),
    (429, ["retry-after": "900"], [.seconds(60)]), (429, [:], [.seconds(1)]),
    (
      503,
      [
        "retry-after": "Sun, 06 Nov 1994 08:49:42 GMT",
        "date": "Sun, 06 Nov 1994 08:49:37 GMT",
      ], [.seconds(5)]
    ),
    (503, ["retry-after": "soon"], [.seconds(2)]),
  ])
  func proposedWaitIsTakenUpToAMinute(
    _ status: Int, _ headers: [String: String], _ waits: [Duration]
  ) throws {
    let server = ScriptedServer([.status(status, headers), .message(Replies.began())])
    let service = try service(server, .databricks())
    _ = try service.call(statement, service.watch(limit: nil))
    #expect(clock.waits == waits)
  }

  @Test(arguments: [
    (HTTPFailureSample.status(500), 1, 3), (.status(502), 1, 3), (.status(504), 1, 3),
    (.broken, 1, 3), (.unreachable, 1, 3), (.status(400), 1, 1), (.status(401), 1, 1),
    (.status(403), 1, 1), (.status(404), 1, 1), (.status(501), 1, 1), (.status(302), 1, 1),
  ])
  func onlyCallsThatCanBeRepeatedAreMadeAgain(
    _ failure: HTTPFailureSample, _ executing: Int, _ asking: Int
  ) throws {
    let first = ScriptedServer([failure.answer, failure.answer, .message(Replies.began())])
    let service = try service(first, .databricks())
    _ = try? service.call(statement, service.watch(limit: nil))
    #expect(first.requests.count == executing)
    let second = ScriptedServer([
      failure.answer, failure.answer, .message(Replies.state(.finished)),
    ])
    let other = try self.service(second, .databricks())
    _ = try? other.call(OperationStatus(operation: session), other.watch(limit: nil))
    #expect(second.requests.count == asking)
  }

  /// A failure of a try.
  enum HTTPFailureSample: Sendable {
    case status(Int), broken, unreachable

    fileprivate var answer: ScriptedServer.Answer {
      switch self {
      case .status(let status): .status(status)
      case .broken: .failure(.broken("closed"))
      case .unreachable: .failure(.unreachable("refused"))
      }
    }
  }

  @Test func triesEndAtThirtyAndAtAQuarterOfAnHour() throws {
    let server = ScriptedServer(Array(repeating: .status(429, ["retry-after": "0"]), count: 99))
    let service = try service(server, .databricks())
    #expect(throws: ServiceFailure.self) {
      try service.call(statement, service.watch(limit: nil))
    }
    #expect(server.requests.count == 30)
    let slow = ScriptedServer(Array(repeating: .status(429), count: 99))
    let other = try self.service(slow, .databricks())
    #expect(throws: ServiceFailure.self) { try other.call(statement, other.watch(limit: nil)) }
    #expect(clock.now <= .seconds(900))
  }

  @Test(arguments: [
    (401, "the server does not accept the token; it may be mistyped or expired (bad token)"),
    (403, "the server does not allow it (bad token); ask for access to the warehouse or cluster"),
    (404, "there is nothing at that path (bad token); check http_path"),
    (418, "the server answered with HTTP status 418 (bad token)"),
    (
      307,
      "the server sends us elsewhere to 'https://elsewhere', which is not followed; check server "
        + "and http_path"
    ),
  ])
  func refusalSaysWhatToDo(_ status: Int, _ words: String) throws {
    let headers = [
      "x-databricks-reason-phrase": "bad token", "location": "https://elsewhere/path?token=x",
    ]
    let service = try service(ScriptedServer([.status(status, headers)]), .databricks())
    #expect(throws: ServiceFailure.failed(words)) {
      try service.call(statement, service.watch(limit: nil))
    }
  }

  @Test func secretIsInNoMessage() throws {
    let headers = ["x-databricks-reason-phrase": "no such token dapi-SECRET"]
    let service = try service(ScriptedServer([.status(403, headers)]), .databricks())
    let failure = #expect(throws: ServiceFailure.self) {
      try service.call(statement, service.watch(limit: nil))
    }
    #expect(!"\(failure as Any)".contains("SECRET") && "\(failure as Any)".contains("***"))
  }

  @Test func secretIsInNoMessageAsItIsSentEither() throws {
    let service = try service(ScriptedServer([]), .spark())
    let told = service.scrubbed("no user:SECRET, no Basic dXNlcjpTRUNSRVQ=")
    #expect(told == "no user:***, no Basic ***")
  }

  @Test(arguments: [(429, 2), (503, 2), (500, 1), (502, 1), (504, 1)])
  func fetchIsMadeAgainOnlyWhereItWasRefused(_ status: Int, _ tries: Int) throws {
    let server = ScriptedServer([
      .status(status), .message(Replies.rows([1], from: 0, hasMore: false)),
    ])
    let service = try service(server, .databricks())
    let watch = service.watch(limit: nil)
    try service.begin(FetchResults(operation: session, rows: 5), watch)
    let response = try? service.finish(FetchResults.self, watch)
    #expect((response?.set?.count == 1) == (tries == 2))
    #expect(server.requests.count == tries && Set(server.requests).count == 1)
  }

  @Test func rowsThatSparkSendsTwiceAreRefused() async throws {
    let server = ScriptedServer(
      [
        Replies.session(), Replies.began(), Replies.state(.finished), Replies.schema(),
        Replies.rows([1, 2], from: 0, hasMore: false),
        Replies.rows([1, 2], from: 0, hasMore: false),
      ].map { .message($0) })
    let settings = try Settings.spark()
    let connection = try SparkConnection(settings, service(server, settings))
    await #expect(
      throws: DatabaseError.queryFailed(sql: "SELECT 1", reason: "the server sent rows twice")
    ) { try await connection.fetch(raw("SELECT 1"), parameters: [:]) }
  }

  @Test(arguments: [(10_000, true), (10_001, false)])
  func resultOfTooManyColumnsIsRefused(_ columns: Int, _ isRead: Bool) throws {
    let bytes = Replies.reply(to: ResultSchema.name) { writer in
      writer.status()
      writer.structure(2) { table in
        table.list(1, Array(repeating: 0, count: columns)) { _, _ in }
      }
    }
    let service = try service(ScriptedServer([.message(bytes)]), .databricks())
    let response = try? service.call(
      ResultSchema(operation: session), service.watch(limit: nil))
    #expect((response != nil) == isRead)
  }

  @Test func replyThatIsFarTooLongIsRefused() throws {
    let long = [UInt8](repeating: 0, count: 16 << 20 + 1)
    let service = try service(ScriptedServer([.message(long)]), .databricks())
    #expect(
      throws: ServiceFailure.failed(
        "the server's answer to GetOperationStatus is longer than it can be")
    ) { try service.call(OperationStatus(operation: session), service.watch(limit: nil)) }
  }

  @Test(arguments: [
    (
      Replies.exception("Required field", to: "ExecuteStatement"),
      "cannot serve the call: Required field"
    ),
    (Replies.plain("FetchResults"), "a reply to another call"), ([UInt8](), "cut off"),
    (Array("<html>busy</html>".utf8), "cut off"),
    (Array(Replies.began().dropLast(7)), "cut off"),
  ])
  func answerThatIsNoneIsTold(_ bytes: [UInt8], _ words: String) throws {
    let service = try service(ScriptedServer([.message(bytes)]), .databricks())
    let failure = #expect(throws: ServiceFailure.self) {
      try service.call(statement, service.watch(limit: nil))
    }
    #expect("\(failure as Any)".contains(words), "\(failure as Any)")
  }

  @Test func clientCredentialsAreChangedForATokenThatIsKept() throws {
    let token = #"{"access_token": "tok", "expires_in": 120}"#
    let server = ScriptedServer([
      .reply(HTTPReply(status: 200, body: Array(token.utf8))), .message(Replies.began()),
      .message(Replies.began()), .reply(HTTPReply(status: 200, body: Array(token.utf8))),
      .message(Replies.began()),
    ])
    let url = "databricks://oauth@host?http_path=x&client_id=me&client_secret=SECRET"
    let service = try service(server, .databricks(url))
    _ = try service.call(statement, service.watch(limit: nil))
    _ = try service.call(statement, service.watch(limit: nil))
    clock.wait(.seconds(61)) { false }
    _ = try service.call(statement, service.watch(limit: nil))
    #expect(server.methods.map { $0 == nil } == [true, false, false, true, false])
    #expect(server.requests[0].url == "https://host/oidc/v1/token")
    #expect(
      String(decoding: server.requests[0].body, as: UTF8.self)
        == "grant_type=client_credentials&scope=all-apis")
    #expect(server.requests[1].headers.contains("Authorization: Bearer tok"))
  }

  @Test func tokenThatIsRefusedIsRenewedOnce() throws {
    func token(_ name: String) -> ScriptedServer.Answer {
      .reply(HTTPReply(status: 200, body: Array(#"{"access_token": "\#(name)"}"#.utf8)))
    }
    let server = ScriptedServer([token("old"), .status(401), token("new"), .status(401)])
    let url = "databricks://oauth@host?http_path=x&client_id=me&client_secret=SECRET"
    let service = try service(server, .databricks(url))
    #expect(throws: ServiceFailure.failed("the server does not accept the client's credentials")) {
      try service.call(statement, service.watch(limit: nil))
    }
    #expect(server.requests.count == 4)
  }
}
