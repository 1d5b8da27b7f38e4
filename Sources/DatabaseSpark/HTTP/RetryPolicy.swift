import Dates

/// When and after what wait a call is made again.
///
/// - 429 and 503 say that nothing was begun: every call may be made again. Other failures of the
///   server only lead to another try where the call can be repeated.
/// - A wait is what the server proposes (`Retry-After`), or doubles from try to try; no wait is
///   longer than a minute, whatever the server proposes.
struct RetryPolicy {
  /// The most tries, the first among them.
  var attempts = 30
  /// The most time that all tries and waits may take.
  var total = Duration.seconds(900)
  var shortest = Duration.seconds(1)
  var longest = Duration.seconds(60)
  /// The waits for a warehouse that starts: they double up to the longest.
  var coldStart = (first: Duration.seconds(2), longest: Duration.seconds(30))

  /// What became of a try.
  enum Outcome: Hashable {
    /// An answer that is none: its HTTP status, and the wait that the server proposes.
    case status(Int, retryAfter: Duration?)
    /// The server was not reached, or the answer did not come through.
    case unreachable, broken
  }

  /// The wait before the next try, after so many tries in so much time; nil where there is none.
  func wait(
    after outcome: Outcome, _ repetition: Repetition, tries: Int, elapsed: Duration
  ) -> Duration? {
    guard tries < attempts, isRepeatable(outcome, repetition) else { return nil }
    let wait = proposal(outcome, tries: tries)
    return elapsed + wait <= total ? wait : nil
  }

  private func isRepeatable(_ outcome: Outcome, _ repetition: Repetition) -> Bool {
    switch outcome {
    case .status(429, _), .status(503, _): repetition != .never
    case .status(501, _), .status(..<500, _): false
    case .status, .unreachable, .broken: repetition == .always
    }
  }

  private func proposal(_ outcome: Outcome, tries: Int) -> Duration {
    switch outcome {
    case .status(_, let proposed?): min(max(proposed, .zero), longest)
    case .status(503, _): doubled(coldStart.first, tries, upTo: coldStart.longest)
    default: doubled(shortest, tries, upTo: longest)
    }
  }

  private func doubled(_ first: Duration, _ tries: Int, upTo most: Duration) -> Duration {
    min(first * (1 << min(tries - 1, 16)), most)
  }
}

/// The header `Retry-After`: seconds, or the date of a next try.
enum RetryAfter {
  /// The wait that the header proposes at a moment; nil where it cannot be read.
  static func wait(_ header: String?, at now: Timestamp?) -> Duration? {
    if let seconds = header.flatMap({ Int($0) }), seconds >= 0 {
      return .seconds(min(seconds, 86_400))
    }
    guard let moment = date(header), let now else { return nil }
    return .microseconds(max(0, moment.microseconds - now.microseconds))
  }

  /// A date such as `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func date(_ header: String?) -> Timestamp? {
    guard let words = header?.split(separator: " "), words.count == 6, words[5] == "GMT",
      let day = Int(words[1]), let year = Int(words[3]),
      let month = months.firstIndex(of: words[2]),
      let date = CivilDate(year: year, month: month + 1, day: day)
    else { return nil }
    return Timestamp("\(date) \(words[4])")
  }

  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
