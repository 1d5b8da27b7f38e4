import CSQLite

/// Breaks a query off when its time is over or its task is cancelled.
///
/// It is told to SQLite as a bare pointer, so it must live as long as the connection.
final class Watch {
  /// The longest that a query may run; nil for as long as it takes.
  let limit: Duration?
  private var end: ContinuousClock.Instant?
  /// Whether the last query ran out of time.
  private(set) var isOver = false

  init(limit: Duration?) { self.limit = limit }

  /// Starts the time of a query.
  func start() {
    isOver = false
    end = limit.map { .now + $0 }
  }

  /// Asks SQLite to call back every few thousand steps.
  func attach(to connection: OpaquePointer) {
    let me = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_progress_handler(
      connection, 20_000,
      { me in
        guard let me else { return 0 }
        return Unmanaged<Watch>.fromOpaque(me).takeUnretainedValue().mustStop ? 1 : 0
      }, me)
  }

  private var mustStop: Bool {
    if let end, ContinuousClock.now >= end { isOver = true }
    return isOver || Task.isCancelled
  }
}
