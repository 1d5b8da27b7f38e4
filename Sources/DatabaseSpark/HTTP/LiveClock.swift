import Glibc

/// The machine's clock.
struct LiveClock: SessionClock {
  private let start = ContinuousClock.now

  var now: Duration { ContinuousClock.now - start }

  func wait(_ duration: Duration, until mustStop: () -> Bool) {
    let end = now + duration
    while !mustStop() {
      let left = (end - now) / Duration.milliseconds(1)
      guard left > 0 else { return }
      _ = poll(nil, 0, Int32(min(50, left.rounded(.up))))
    }
  }
}
