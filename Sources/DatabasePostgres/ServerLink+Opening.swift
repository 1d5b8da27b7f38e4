import CPostgres
import Database
import Glibc

extension ServerLink {
  /// Connects and signs in.
  ///
  /// The look-up of the host's name is libpq's and cannot be broken off.
  static func open(
    _ url: DatabaseURL, _ settings: PostgreSQLSettings
  ) throws(DatabaseError) -> ServerLink {
    guard let connection = start(settings.parameters) else {
      throw .cannotConnect(url.redacted, reason: "there is no memory for a connection")
    }
    let link = ServerLink(connection)
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    do throws(Stop) {
      try link.complete(until: .now + settings.connectLimit)
    } catch {
      throw link.failure(error, url, settings)
    }
    PQsetnonblocking(connection, 1)
    return link
  }

  private static func start(_ parameters: [(keyword: String, value: String)]) -> OpaquePointer? {
    let keywords = parameters.map { strdup($0.keyword) }
    let values = parameters.map { strdup($0.value) }
    defer { for text in keywords + values { free(text) } }
    // Both lists end with null.
    let ends = (
      keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil]
    )
    return PQconnectStartParams(ends.0, ends.1, 0)
  }

  private func complete(until deadline: ContinuousClock.Instant) throws(Stop) {
    // What libpq waits for first is to write.
    var state = PGRES_POLLING_WRITING
    while PQstatus(connection) != CONNECTION_BAD {
      if state == PGRES_POLLING_OK { return }
      if state == PGRES_POLLING_FAILED { break }
      try wait(for: state == PGRES_POLLING_WRITING ? POLLOUT : POLLIN, until: deadline)
      state = PQconnectPoll(connection)
    }
    throw .lost(lastWords)
  }

  private func failure(
    _ stop: Stop, _ url: DatabaseURL, _ settings: PostgreSQLSettings
  ) -> DatabaseError {
    switch stop {
    case .cancelled: return .interrupted
    case .late:
      let seconds = settings.connectLimit.words
      return .cannotConnect(
        url.redacted,
        reason: "no answer within \(seconds); 'connect_timeout' in the URL gives it longer")
    case .lost(let words): return .cannotConnect(url.redacted, reason: ConnectFailure.reason(words))
    }
  }
}
