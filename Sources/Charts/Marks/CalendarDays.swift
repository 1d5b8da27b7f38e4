import Dates
import Frame

/// The rows of a chart by day, panel by panel, and the strips of weeks that show them.
struct CalendarDays: Sendable {
  /// What lies on one day.
  struct Day: Hashable, Sendable {
    /// How many rows of the query stand behind it.
    var rows = 0
    /// The number that its colour shows: the mean of a measure, or the count of rows.
    var level = 0.0
  }

  /// The days with rows of each panel, by their number since 1970.
  let panels: [[Int: Day]]
  let strips: [CalendarStrip]
  /// Years before the shown ones that have rows, and how many rows they have.
  let unshown: (years: Int, rows: Int)

  /// No page holds more years than these at a size that can be read.
  static let mostYears = 10

  init(_ layer: Layer) {
    let days = CalendarDays.days(layer)
    let all = Set(days.compactMap(\.self)).sorted()
    let years = all.isEmpty ? [] : CalendarStrip.years(all)
    let isShort = CalendarStrip.span(all).map { $0.columns <= 53 } ?? true
    strips =
      isShort
      ? [CalendarStrip.span(all)].compactMap(\.self)
      : years.suffix(CalendarDays.mostYears).map(CalendarStrip.init(year:))
    let first = strips.first?.first ?? 0
    let early = days.indices.filter { days[$0].map { $0 < first } ?? true }
    unshown = (years.count - (isShort ? years.count : strips.count), layer.rows.countBehind(early))
    panels = CalendarDays.panels(days.map { $0.flatMap { $0 < first ? nil : $0 } }, layer)
  }

  /// The day of each row by the clocks of the channel's zone, nil where it has none.
  private static func days(_ layer: Layer) -> [Int?] {
    let seconds = layer.numbers(.x)
    guard let x = layer.rows[.x], let zone = x.settings.zone else {
      return seconds.map { $0.isFinite ? Int(($0 / 86_400).rounded(.down)) : nil }
    }
    return seconds.indices.map { row -> Int? in
      switch x.column[row] {
      case .timestamp(let moment): return Int(zone.local(moment).date.days)
      case .date(let date): return Int(date.days)
      default: return nil
      }
    }
  }

  private static func panels(_ days: [Int?], _ layer: Layer) -> [[Int: Day]] {
    let measure = layer.rows[.color] == nil ? nil : layer.numbers(.color)
    var rows = Array(repeating: [Int: [Int]](), count: layer.panelCount)
    for (row, day) in days.enumerated() {
      if let day { rows[layer.panels[row]][day, default: []].append(row) }
    }
    return rows.map { panel in
      panel.mapValues { rows in
        let behind = layer.rows.countBehind(rows)
        return Day(
          rows: behind,
          level: measure.map { values in mean(rows.map { values[$0] }) } ?? Double(behind))
      }
    }
  }

  /// The mean, also of numbers whose sum no double holds.
  private static func mean(_ values: [Double]) -> Double {
    let (sum, count) = (values.reduce(0, +), Double(values.count))
    return sum.isFinite ? sum / count : values.reduce(0) { $0 + $1 / count }
  }

  /// The days that have rows in some panel, in order.
  var dates: [Int] { Set(panels.flatMap(\.keys)).sorted() }

  /// Whether there are years without rows between the shown ones.
  var skipsYears: Bool {
    let years = strips.compactMap(\.year)
    return zip(years, years.dropFirst()).contains { $1 > $0 + 1 }
  }

  /// How many rows are shown.
  var rows: Int { panels.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.rows } } }

  /// The range of what the colours show, nil where no day has rows.
  var range: ClosedRange<Double>? { AxisDemand.range(panels.flatMap { $0.values.map(\.level) }) }

  /// The days with the highest and the lowest level; of equal ones the earliest.
  var extremes: (high: (day: Int, level: Double), low: (day: Int, level: Double))? {
    let all = panels.flatMap { panel in panel.keys.sorted().map { ($0, panel[$0]?.level ?? 0) } }
    guard let first = all.first else { return nil }
    let high = all.dropFirst().reduce(first) { $1.1 > $0.1 ? $1 : $0 }
    let low = all.dropFirst().reduce(first) { $1.1 < $0.1 ? $1 : $0 }
    return ((high.0, high.1), (low.0, low.1))
  }
}

/// A row of weeks: a year, or all days of a short span.
struct CalendarStrip: Hashable, Sendable {
  let first: Int
  let last: Int
  /// The year, nil where the strip is a span of its own.
  let year: Int?

  init(year: Int) {
    let start = CivilDate(year: year, month: 1, day: 1).map { Int($0.days) } ?? 0
    let end = CivilDate(year: year, month: 12, day: 31).map { Int($0.days) } ?? start + 364
    (first, last, self.year) = (start, end, year)
  }

  private init(first: Int, last: Int) { (self.first, self.last, year) = (first, last, nil) }

  /// The strip of all days between the ends of a sorted list, nil for none.
  static func span(_ days: [Int]) -> CalendarStrip? {
    guard let first = days.first, let last = days.last else { return nil }
    return CalendarStrip(first: first, last: last)
  }

  /// The years of sorted days, each once.
  static func years(_ days: [Int]) -> [Int] {
    days.map { CalendarStrip.date($0).parts.year }.unique
  }

  /// A day by its number since 1970.
  static func date(_ day: Int) -> CivilDate { CivilDate(days: Int32(clamping: day)) }

  /// How many weeks it touches.
  var columns: Int { column(last) + 1 }

  /// The row of a day: 0 for Monday.
  func row(_ day: Int) -> Int { CalendarStrip.date(day).weekday - 1 }

  /// The week of a day, counted from that of the first.
  func column(_ day: Int) -> Int { (day - first + row(first)) / 7 }

  /// The first day of the strip, and the first of each month after it.
  var monthStarts: [Int] {
    var starts = [first]
    while let start = starts.last {
      let (year, month, day) = CalendarStrip.date(start).parts
      let next = start - day + 1 + CivilDate.length(ofMonth: month, year: year)
      guard next <= last else { break }
      starts.append(next)
    }
    return starts
  }
}
