extension TimeTicks {
  /// Steps of the calendar, finest first.
  enum Step: Hashable {
    case microseconds(Int)
    case seconds(Int)
    case days(Int)
    case weeks(Int)
    case halfMonths
    case months(Int)
    case years(Int)

    /// The usual length in seconds.
    var length: Double {
      switch self {
      case .microseconds(let count): Double(count) / 1e6
      case .seconds(let count): Double(count)
      case .days(let count): 86_400 * Double(count)
      case .weeks(let count): 86_400 * 7 * Double(count)
      case .halfMonths: 86_400 * 15
      case .months(let count): 86_400 * 30.4 * Double(count)
      case .years(let count): 86_400 * 365.2425 * Double(count)
      }
    }

    static let all: [Step] =
      [10, 100, 1000, 10_000, 100_000].flatMap {
        [.microseconds($0), .microseconds(2 * $0), .microseconds(5 * $0)]
      }
      + [1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10_800, 21_600, 43_200].map { .seconds($0) }
      + [.days(1), .days(2), .weeks(1), .halfMonths, .months(1), .months(3), .months(6)]
      + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map { .years($0) }

    /// Steps for a format that tells weeks, whose other days say nothing.
    static let ofWeeks: [Step] =
      [1, 2, 4, 13, 26].map { .weeks($0) } + [1, 2, 5, 10, 20, 50].map { .weeks(52 * $0) }
  }
}
