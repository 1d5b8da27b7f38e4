import CPostgres
import Database
import Dispatch
import Glibc

/// A connection to a server, and the waiting on it: nothing here blocks without looking at its
/// task and its deadline every few hundredths of a second.
final class ServerLink {
  let connection: OpaquePointer
  /// Set where an answer is still owed that nobody will read.
  private(set) var isOutOfStep = false

  /// Takes over libpq's connection.
  init(_ connection: OpaquePointer) { self.connection = connection }

  deinit { PQfinish(connection) }

  /// What the last call of libpq's complained of.
  var lastWords: String { String(cString: PQerrorMessage(connection)) }

  /// Why waiting ended without what was waited for.
  enum Stop: Error {
    case cancelled, late
    case lost(String)
  }

  /// Waits for an event of the server's socket, `POLLIN` or `POLLOUT`.
  func wait(
    for events: Int32 = POLLIN, until deadline: ContinuousClock.Instant?, minding task: Bool = true
  ) throws(Stop) {
    while true {
      if task, Task.isCancelled { throw .cancelled }
      if let deadline, ContinuousClock.now >= deadline { throw .late }
      var socket = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
      guard socket.fd >= 0 else { throw .lost(lastWords) }
      let ready = poll(&socket, 1, 50)
      if ready > 0 { return }
      if ready < 0, errno != EINTR { throw .lost(String(cString: strerror(errno))) }
    }
  }

  /// Sends what libpq still holds back.
  func flush(until deadline: ContinuousClock.Instant?) throws(Stop) {
    while true {
      switch PQflush(connection) {
      case 0: return
      case 1:
        try wait(for: POLLIN | POLLOUT, until: deadline)
        // The server may wait for us to read before it reads on.
        guard PQconsumeInput(connection) == 1 else { throw .lost(lastWords) }
      default: throw .lost(lastWords)
      }
    }
  }

  /// The next result of what was sent; nil after the last.
  func next(
    until deadline: ContinuousClock.Instant?, minding task: Bool = true
  ) throws(Stop) -> ServerResult? {
    while PQisBusy(connection) == 1 {
      try wait(until: deadline, minding: task)
      guard PQconsumeInput(connection) == 1 else { throw .lost(lastWords) }
    }
    return PQgetResult(connection).map { ServerResult(pointer: $0) }
  }

  /// Tells the server to stop and reads what it still says, so that the connection can go on.
  ///
  /// Where it does not answer soon, the connection is of no more use.
  func breakOff(patience: Duration) {
    guard !isOutOfStep, PQtransactionStatus(connection) == PQTRANS_ACTIVE else { return }
    let asked = cancelOnOwnThread()
    let deadline = ContinuousClock.now + patience
    do throws(Stop) {
      while try next(until: deadline, minding: false) != nil {
        if ContinuousClock.now >= deadline { throw .late }
      }
    } catch {
      isOutOfStep = true
    }
    // The statement may have ended by itself: a request that is still under way would then stop the
    // next one.
    let late = DispatchTime.now() + (isOutOfStep ? 0 : patience.inSeconds)
    if asked.wait(timeout: late) == .timedOut { isOutOfStep = true }
  }

  /// Asks the server to stop, and signals once it was asked; on a thread of its own, because libpq
  /// connects and waits for that and a server that has frozen would hold us.
  private func cancelOnOwnThread() -> DispatchSemaphore {
    let asked = DispatchSemaphore(value: 0)
    let request = CancelRequest(PQgetCancel(connection))
    DispatchQueue(label: "cancel").async {
      request.send()
      asked.signal()
    }
    return asked
  }
}

/// What libpq needs to ask a server to stop a statement, apart from the connection.
///
/// `@unchecked`: libpq copies it from the connection, and one thread at a time holds it.
private final class CancelRequest: @unchecked Sendable {
  private let pointer: OpaquePointer?

  init(_ pointer: OpaquePointer?) { self.pointer = pointer }

  deinit { PQfreeCancel(pointer) }

  /// Asks, and waits until the server has taken note.
  func send() {
    var words = [CChar](repeating: 0, count: 256)
    PQcancel(pointer, &words, Int32(words.count))
  }
}
