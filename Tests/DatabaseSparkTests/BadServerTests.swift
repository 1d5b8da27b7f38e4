import Database
import Glibc
import SQL
import Synchronization
import Testing

@testable import DatabaseSpark

/// Whatever a server does, there is one clear error, soon, and no secret in it.
@Suite struct BadServerTests {
  /// What goes wrong, in which call, and a part of what is told.
  struct Fault: Sendable {
    let call: String
    let answer: LoopbackServer.Answer
    let words: String
  }

  private static let whole = FakeDatabricks.direct([1], hasMore: false)

  static let faults = [
    Fault(
      call: "OpenSession", answer: .reply(status: 401, body: []),
      words: "does not accept the token"),
    Fault(
      call: "OpenSession", answer: .reply(status: 403, body: []), words: "does not allow it"),
    Fault(call: "OpenSession", answer: .reply(status: 404, body: []), words: "check http_path"),
    Fault(
      call: "OpenSession",
      answer: .reply(status: 302, headers: ["Location": "https://login/x"], body: []),
      words: "elsewhere to 'https://login'"),
    Fault(
      call: "OpenSession", answer: .reply(status: 503, body: []), words: "is not ready"),
    Fault(
      call: "OpenSession", answer: .reply(body: Replies.plain("OpenSession")),
      words: "does not say why"),
    Fault(
      call: "OpenSession",
      answer: .reply(body: Replies.plain("OpenSession", status: 3, message: "no such catalog")),
      words: "no such catalog"),
    Fault(call: "OpenSession", answer: .raw(Array("SSH-2.0\r\n".utf8)), words: "HTTP/0.9"),
    Fault(
      call: "ExecuteStatement", answer: .reply(status: 500, body: []), words: "HTTP status 500"),
    Fault(
      call: "ExecuteStatement", answer: .reply(status: 429, body: []), words: "too busy"),
    Fault(
      call: "ExecuteStatement", answer: .cutOff(body: Array(whole.dropLast(5))),
      words: "closed the connection in mid-reply"),
    Fault(
      call: "ExecuteStatement", answer: .reply(body: Array(whole.dropLast(5))), words: "cut off"),
    Fault(call: "ExecuteStatement", answer: .reply(body: []), words: "cut off"),
    Fault(
      call: "ExecuteStatement", answer: .reply(body: Array("<html>".utf8)),
      words: "cannot be read"),
    Fault(
      call: "ExecuteStatement", answer: .reply(body: Array(repeating: 0, count: 2 << 20)),
      words: "more than 1 MB"),
    Fault(
      call: "ExecuteStatement",
      answer: .reply(body: Replies.plain("ExecuteStatement", status: 4, message: "gone")),
      words: "gone"),
    Fault(call: "ExecuteStatement", answer: .silence, words: "silent"),
  ]

  @Test(arguments: faults) func faultIsTold(_ fault: Fault) async throws {
    let warehouse = try FakeDatabricks { call, _ in call == fault.call ? fault.answer : nil }
    let failure = await #expect(throws: DatabaseError.self) {
      let connection = try warehouse.connect(silence: .seconds(1))
      _ = try await connection.fetch(raw("SELECT n FROM t"), parameters: [:])
    }
    let told = failure.map(\.description) ?? ""
    #expect(told.contains(fault.words), "\(told)")
    #expect(!told.contains("SECRET"))
    let isOpening = fault.call == "OpenSession"
    #expect(isOpening == (failure?.sql == nil))
  }

  @Test func nobodyAtThePortIsTold() throws {
    let failure = #expect(throws: DatabaseError.self) {
      try SparkConnection(DatabaseURL("spark://u:SECRET@127.0.0.1:1/default"))
    }
    let told = failure.map(\.description) ?? ""
    #expect(told.hasPrefix("cannot connect to 'spark://u:***@127.0.0.1:1/default': "))
    #expect(told.contains("Failed to connect"), "\(told)")
  }

  @Test func cancelledTaskEndsSoonAndTellsTheServer() async throws {
    // The server's own thread cancels the task: the client may hold those that tasks run on.
    let running = Mutex<Task<Void, any Error>?>(nil)
    let cancelled = Mutex<ContinuousClock.Instant?>(nil)
    let warehouse = try FakeDatabricks { call, _ in
      if call == "ExecuteStatement" { return .reply(body: Replies.began()) }
      guard call == "GetOperationStatus" else { return nil }
      while running.withLock({ $0 }) == nil { sched_yield() }
      cancelled.withLock { $0 = .now }
      running.withLock { $0 }?.cancel()
      return .silence
    }
    // Measured from the cancel to the end of the fetch, inside the task: how long the task waits for
    // a thread is not the driver's doing.
    let ended = Mutex<ContinuousClock.Instant?>(nil)
    let task = Task {
      defer { ended.withLock { $0 = .now } }
      _ = try await warehouse.connect().fetch(raw("SELECT n FROM t"), parameters: [:])
    }
    running.withLock { $0 = task }
    await #expect(throws: DatabaseError.interrupted) { try await task.value }
    #expect(warehouse.calls.suffix(3) == ["CancelOperation", "CloseOperation", "CloseSession"])
    let (from, to) = (cancelled.withLock { $0 }, ended.withLock { $0 })
    #expect(try #require(to) - #require(from) < .seconds(10))
  }

  @Test func queryThatTakesTooLongIsCancelledAtTheServer() async throws {
    let warehouse = try FakeDatabricks { call, _ in
      switch call {
      case "ExecuteStatement": .reply(body: Replies.began())
      case "GetOperationStatus": .reply(body: Replies.state(.running))
      default: nil
      }
    }
    let url = "databricks://token:t@host?http_path=x&timeout=0.2"
    await #expect(throws: DatabaseError.timedOut(sql: "SELECT 1", seconds: 0.2)) {
      try await warehouse.connect(url).fetch(raw("SELECT 1"), parameters: [:])
    }
    #expect(warehouse.calls.contains("CancelOperation"))
  }
}
