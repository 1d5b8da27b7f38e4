import Dates

/// A stretch of the calendar that intervals of time are cut by.
enum CalendarStep: Hashable, Sendable {
  case seconds(Int)
  case days
  case weeks
  case months(Int)

  /// Steps, finest first.
  static let all: [CalendarStep] =
    [1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10_800, 21_600, 43_200].map { .seconds($0) }
    + [.days, .weeks, .months(1), .months(3), .months(6)]
    + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map { .months(12 * $0) }

  /// The words for steps in a spec.
  static let names = ["minute", "hour", "day", "week", "month", "quarter", "year"]

  /// The step of a word.
  init?(named name: String) {
    switch name {
    case "minute": self = .seconds(60)
    case "hour": self = .seconds(3600)
    case "day": self = .days
    case "week": self = .weeks
    case "month": self = .months(1)
    case "quarter": self = .months(3)
    case "year": self = .months(12)
    default: return nil
    }
  }

  /// The usual length in seconds.
  var length: Double {
    switch self {
    case .seconds(let count): Double(count)
    case .days: 86_400
    case .weeks: 604_800
    case .months(let count): 2_629_746 * Double(count)
    }
  }

  /// The step in words: `1 hour`.
  var words: String {
    switch self {
    case .seconds(let count) where count % 3600 == 0: CalendarStep.words(count / 3600, "hour")
    case .seconds(let count) where count % 60 == 0: CalendarStep.words(count / 60, "minute")
    case .seconds(let count): CalendarStep.words(count, "second")
    case .days: "1 day"
    case .weeks: "1 week (from Monday)"
    case .months(let count) where count % 12 == 0: CalendarStep.words(count / 12, "year")
    case .months(let count): CalendarStep.words(count, "month")
    }
  }

  private static func words(_ count: Int, _ unit: String) -> String {
    "\(count) \(unit)\(count == 1 ? "" : "s")"
  }

  /// The borders from the last one at or before a moment to the first one after another, in seconds
  /// since 1970, by the clocks of a zone; nil is UTC.
  func borders(from low: Double, to high: Double, in zone: Zone?) -> [Double] {
    guard let zone, low.magnitude < 1e12, high.magnitude < 1e12 else {
      return borders(from: low, to: high)
    }
    if case .seconds(let count) = self, count <= 3600 {
      return clocks(Int64(count), from: low, to: high, zone)
    }
    func local(_ moment: Double) -> Double {
      moment + Double(zone.offset(at: Int64(moment.rounded(.down))))
    }
    // A time that a day does not have is a border as long after the leap: no other lies there.
    var borders: [Double] = []
    for border in self.borders(from: local(low), to: local(high)) {
      let moment = Double(zone.moment(atLocal: Int64(border)))
      if moment > borders.last ?? -.infinity { borders.append(moment) }
    }
    return borders
  }

  /// Full minutes and hours by a zone's clocks, which show some of them twice.
  private func clocks(_ step: Int64, from low: Double, to high: Double, _ zone: Zone) -> [Double] {
    /// How long after a border a moment is.
    func rest(_ moment: Int64) -> Int64 {
      let rest = (moment + zone.offset(at: moment)) % step
      return rest < 0 ? rest + step : rest
    }
    var moment = Int64(low.rounded(.down))
    moment -= rest(moment)
    var borders = [Double(moment)]
    while Double(moment) <= high {
      moment += step
      // Where clocks are put by a part of a step.
      if rest(moment) > 0 { moment += step - rest(moment) }
      borders.append(Double(moment))
    }
    return borders
  }

  private func borders(from low: Double, to high: Double) -> [Double] {
    switch self {
    case .seconds(let count): return even(Double(count), 0, low, high)
    case .days: return even(86_400, 0, low, high)
    // 1970 began on a Thursday.
    case .weeks: return even(604_800, -3 * 86_400, low, high)
    case .months(let count):
      let first = CalendarStep.month(low) / count * count
      let last = CalendarStep.month(high) / count * count + count
      return stride(from: first, through: last, by: count).map(CalendarStep.start)
    }
  }

  private func even(_ size: Double, _ origin: Double, _ low: Double, _ high: Double) -> [Double] {
    let first = ((low - origin) / size).rounded(.down)
    let last = ((high - origin) / size).rounded(.down) + 1
    return (0...Int(last - first)).map { origin + (first + Double($0)) * size }
  }

  /// The number of a moment's month, counted from the year 0.
  private static func month(_ seconds: Double) -> Int {
    let days = Int32(max(-719_162, min(2_932_896, (seconds / 86_400).rounded(.down))))
    let parts = CivilDate(days: days).parts
    return parts.year * 12 + parts.month - 1
  }

  /// The first moment of a month.
  private static func start(_ month: Int) -> Double {
    // Before the year 1 and after 9999 months are as long as usual: no axis shows them.
    guard let date = CivilDate(year: month / 12, month: month % 12 + 1, day: 1) else {
      return month < 12
        ? -62_135_596_800 - Double(12 - month) * 2_629_746
        : 253_402_300_800 + Double(month - 120_000) * 2_629_746
    }
    return Double(date.days) * 86_400
  }
}
