import Database
import DatabasePostgres
import DialectSuite
import Testing

/// Servers that are not there, not ready, or no PostgreSQL; none of these needs the test server.
@Suite struct OpeningTests {
  private func failure(_ url: String) throws -> (url: String, reason: String) {
    let error = #expect(throws: DatabaseError.self) {
      try PostgreSQLConnection(DatabaseURL(url), ConnectionOptions())
    }
    guard case .cannotConnect(let url, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return ("", "")
    }
    return (url, reason)
  }

  @Test func closedPortIsTold() throws {
    let (url, reason) = try failure("postgresql://ann:pw@127.0.0.1:1/sales")
    #expect(url == "postgresql://ann:***@127.0.0.1:1/sales")
    #expect(reason == "Connection refused; is the server running, and is this its port?")
  }

  @Test func unknownHostIsTold() throws {
    #expect(try failure("postgresql://ann@nowhere.invalid/x").reason.contains("nowhere.invalid"))
  }

  @Test func serverThatSaysNothingHoldsNobody() throws {
    let server = try LoopbackServer()
    let begun = ContinuousClock.now
    let reason = try failure(
      "postgresql://ann@127.0.0.1:\(server.port)/x?connect_timeout=0.3"
    ).reason
    #expect(reason == "no answer within 0.3 s; 'connect_timeout' in the URL gives it longer")
    #expect(ContinuousClock.now - begun < .seconds(3))
  }

  @Test func cancelledTaskGivesUpConnecting() async throws {
    let server = try LoopbackServer()
    let url = "postgresql://ann@127.0.0.1:\(server.port)/x"
    let task = Task { _ = try PostgreSQLConnection(DatabaseURL(url), ConnectionOptions()) }
    task.cancel()
    await #expect(throws: DatabaseError.interrupted) { try await task.value }
  }

  @Test func serverOfAnotherKindIsTold() throws {
    let server = try LoopbackServer(replies: [Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)])
    let reason = try failure("postgresql://ann@127.0.0.1:\(server.port)/x?sslmode=disable").reason
    #expect(reason.contains("expected authentication request from server, but received H"))
  }

  @Test func serverThatFreezesAfterTheGreetingIsTold() throws {
    let server = try LoopbackServer(replies: [Reply.welcome])
    let reason = try failure(
      "postgresql://ann@127.0.0.1:\(server.port)/x?sslmode=disable&connect_timeout=0.2"
    ).reason
    #expect(reason == "no answer within 0.2 s")
  }

  @Test func otherSystemsAreRefused() throws {
    #expect(try failure("spark://ann@db/x").reason == "it is no PostgreSQL server")
  }
}

/// The server that is there refuses what it should.
@Suite(.enabled(if: TestServer.postgresql.isExpected))
struct SignInTests {
  private func reason(_ change: (String) -> String) throws -> String {
    let address = change(try TestServer.postgresql.address)
    let error = #expect(throws: DatabaseError.self) {
      try PostgreSQLConnection(DatabaseURL(address), ConnectionOptions())
    }
    guard case .cannotConnect(let url, let reason) = error else {
      return "\(String(describing: error))"
    }
    #expect(!url.contains("opener") && !reason.contains("wrong-secret"))
    return reason
  }

  @Test func wrongPasswordIsTold() throws {
    let reason = try reason { $0.replacing(":opener@", with: ":wrong-secret@") }
    #expect(reason == "password authentication failed for user \"broadsheet\"")
  }

  @Test func missingDatabaseIsTold() throws {
    let reason = try reason { $0.replacing("/postgres", with: "/nowhere") }
    #expect(reason == "database \"nowhere\" does not exist")
  }

  @Test func certificateIsAskedForInVain() throws {
    for mode in ["require", "verify-full&sslrootcert=/dev/null"] {
      let reason = try reason { $0 + "?sslmode=\(mode)" }
      #expect(
        reason.hasPrefix("server does not support SSL, but SSL was required")
          || reason.contains("/dev/null"))
    }
  }

  @Test func badModeIsTold() throws {
    #expect(try reason { $0 + "?sslmode=maybe" } == "invalid sslmode value: \"maybe\"")
  }

  @Test func severalServersAreTriedInTurn() throws {
    let address = try TestServer.postgresql.address.replacing("@127", with: "@127.0.0.1:1,127")
    _ = try PostgreSQLConnection(DatabaseURL(address), ConnectionOptions())
  }
}
