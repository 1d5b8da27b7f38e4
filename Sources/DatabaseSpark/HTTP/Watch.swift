/// Why waiting ended before its purpose.
enum Stop: Error, Hashable {
  /// The task was cancelled.
  case interrupted
  /// The time is over.
  case overdue
}

/// Time as a session sees it; tests bring their own.
protocol SessionClock: Sendable {
  /// The time since some moment.
  var now: Duration { get }

  /// Waits so long, or until `mustStop`, which is asked at least ten times a second.
  func wait(_ duration: Duration, until mustStop: () -> Bool)
}

/// How long a caller waits: until its task is cancelled or its time is over.
struct Watch {
  private let clock: any SessionClock
  private let end: Duration?
  private let heedsCancellation: Bool

  /// Starts now; a watch over cleaning up does not heed that the task is cancelled.
  init(_ clock: any SessionClock, limit: Duration?, heedsCancellation: Bool = true) {
    self.clock = clock
    end = limit.map { clock.now + $0 }
    self.heedsCancellation = heedsCancellation
  }

  /// Why the wait must end now; nil where it may go on.
  var stop: Stop? {
    if heedsCancellation, Task.isCancelled { return .interrupted }
    if let end, clock.now >= end { return .overdue }
    return nil
  }

  /// Whether a wait of a length would go past the end.
  func isTooShort(for wait: Duration) -> Bool { end.map { clock.now + wait > $0 } ?? false }

  /// Waits, unless it must stop before.
  func wait(_ duration: Duration) throws(Stop) {
    clock.wait(duration) { stop != nil }
    if let stop { throw stop }
  }
}
