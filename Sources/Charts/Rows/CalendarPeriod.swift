import Dates
import Formatting
import Frame

/// A stretch of the calendar longer than a day, over which a bar stands.
enum CalendarPeriod: String, Hashable, Sendable {
  case week, month, quarter, year

  /// The usual length in seconds, by which ticks are chosen.
  var length: Double {
    switch self {
    case .week: 7 * 86_400
    case .month: 30.4 * 86_400
    case .quarter: 3 * 30.4 * 86_400
    case .year: 365.2425 * 86_400
    }
  }

  /// How a period is told by its first day; nil where the day itself tells it.
  var format: ValueFormat? {
    switch self {
    case .week: nil
    case .month, .quarter: ValueFormat("%b %Y")
    case .year: ValueFormat("%Y")
    }
  }

  /// The first day of the period that holds a day.
  func start(of day: CivilDate) -> CivilDate {
    let (year, month, _) = day.parts
    return switch self {
    case .week: CivilDate(days: day.days - Int32(day.weekday - 1))
    case .month: CivilDate(year: year, month: month, day: 1) ?? day
    case .quarter: CivilDate(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? day
    case .year: CivilDate(year: year, month: 1, day: 1) ?? day
    }
  }

  /// The first day after the period that begins with a day.
  func end(from start: CivilDate) -> CivilDate {
    let days: Int32 =
      switch self {
      case .week: 7
      case .month: 31
      case .quarter: 92
      case .year: 366
      }
    // No period is longer, and none is shorter by a whole next one.
    return self.start(of: CivilDate(days: start.days + days))
  }

  /// The period that holds a moment, in seconds since 1970.
  func range(at seconds: Double) -> ClosedRange<Double> {
    let day = CivilDate(
      days: Int32(max(-719_162, min(2_932_896, (seconds / 86_400).rounded(.down)))))
    let start = start(of: day)
    return Double(start.days) * 86_400...Double(end(from: start).days) * 86_400
  }

  /// The number of the quarter that begins at a moment: `Q2`.
  func quarter(from seconds: Double) -> String {
    let day = CivilDate(days: Int32(seconds / 86_400))
    return "Q\((day.parts.month + 2) / 3)"
  }

  /// The middle of the period that begins at a moment; nil where none begins there.
  func middle(from seconds: Double) -> Double? {
    let range = range(at: seconds)
    return range.lowerBound == seconds ? (range.lowerBound + range.upperBound) / 2 : nil
  }
}

extension CalendarPeriod {
  /// The period to which an expression truncates some moments; where it truncates to none, the one
  /// that begins at each of them, one after another: two Mondays are no weeks.
  init?(startingAt moments: Set<Double>, truncatedTo unit: CalendarPeriod?) {
    let offered = unit.map { [$0] } ?? [.year, .quarter, .month, .week]
    let fitting = offered.first { period in
      moments.allSatisfy { period.middle(from: $0) != nil }
        && (unit != nil || period.isUnbroken(moments))
    }
    guard let fitting, !moments.isEmpty else { return nil }
    self = fitting
  }

  /// Fewer moments than these may fall on first days by chance.
  private static let fewest = 4

  /// Whether each of the moments begins the period after that of the one before.
  private func isUnbroken(_ moments: Set<Double>) -> Bool {
    let sorted = moments.sorted()
    return sorted.count >= CalendarPeriod.fewest
      && zip(sorted, sorted.dropFirst()).allSatisfy { range(at: $0).upperBound == $1 }
  }
}

extension ChannelColumn {
  /// The period to which the expression truncates, nil where it truncates to none.
  var truncation: CalendarPeriod? {
    guard field.hasPrefix("date_trunc('") else { return nil }
    return field.split(separator: "'", maxSplits: 2).dropFirst().first
      .flatMap { CalendarPeriod(rawValue: $0.lowercased()) }
  }

  /// The moments in seconds where every value is a day, by no zone's clock; nil elsewhere.
  var days: Set<Double>? {
    guard transform == .time, isTime, settings.zone == nil else { return nil }
    return Set(column.doubles.filter(\.isFinite))
  }

  /// The column with the middle of its period in place of each first day.
  func atMiddles(of period: CalendarPeriod) -> ChannelColumn {
    var values = self
    values.period = PeriodPlaces(period: period, areDates: column.type == .date)
    values.column = Column(
      .timestamp(
        column.doubles.map { seconds in
          let middle = seconds.isFinite ? period.middle(from: seconds) ?? seconds : 0
          return Timestamp(microseconds: Int64(middle * 1e6))
        }), presence: column.presence)
    // A window that ends with a period's first day shows the period.
    if let range = settings.range, period.middle(from: range.upperBound) != nil {
      let end = CivilDate(days: Int32(period.range(at: range.upperBound).upperBound / 86_400))
      values.settings.domain = settings.domain.map {
        $0.number == range.upperBound ? .date(end) : $0
      }
    }
    return values
  }

  /// The values as they were before they were moved to the middles of their periods.
  var atStarts: Column {
    guard let period, case .timestamp(let moments) = column.values else { return column }
    let days = moments.map { period.period.start(of: $0.date) }
    guard !period.areDates else { return Column(.date(days), presence: column.presence) }
    let starts = days.map { Timestamp(microseconds: Int64($0.days) * 86_400_000_000) }
    return Column(.timestamp(starts), presence: column.presence)
  }
}

/// That a column's values stand in the middles of periods.
struct PeriodPlaces: Hashable, Sendable {
  let period: CalendarPeriod
  /// Whether the values were days and not moments.
  let areDates: Bool
  /// Whether ticks may name the periods in their middles, since nothing else stands at days.
  var mayNameTicks = true
}
