import Dates
import Formatting
import Frame

/// Days as categories, told by what changes: the day, and where it changes the month; of first days
/// the month and the year.
struct DayBands {
  /// What each band's own label says.
  let labels: [String]
  private let dates: [CivilDate]
  private let tellsMonths: Bool
  private let formatter: ValueFormatter

  /// The days; nil where a value is none, or the author words them.
  init?(values: [Value], formatter: ValueFormatter, channel: ChannelColumn?) {
    let dates = values.compactMap { value -> CivilDate? in
      switch value {
      case .date(let date): date
      case .timestamp(let moment) where moment.microsecondOfDay == 0: moment.date
      default: nil
      }
    }
    guard dates.count == values.count, channel?.settings.format == nil,
      channel?.settings.zone == nil
    else { return nil }
    let tellsMonths = dates.allSatisfy { $0.parts.day == 1 }
    (self.dates, self.tellsMonths, self.formatter) = (dates, tellsMonths, formatter)
    labels = dates.map { date in
      tellsMonths
        ? formatter.text(.date(date), format: ValueFormat("%b")) : String(date.parts.day)
    }
  }

  /// The second row under some of the bands, where it changes.
  ///
  /// What it says of a stretch that is too short for it gives way to that of the next, and so do the
  /// labels of the stretch, which would be read as of another month.
  func contexts(of shown: [Int], room step: Double, width: (String) -> Double)
    -> (contexts: [Int: String], shown: [Int])
  {
    var contexts: [Int: String] = [:]
    var unnamed: Set<Int> = []
    var (last, end, begin) = ("", -Double.infinity, 0)
    for index in shown {
      let parts = dates[index].parts
      let year = String(parts.year)
      let month = formatter.text(.date(dates[index]), format: ValueFormat("%b"))
      let key = tellsMonths ? year : month + year
      guard key != last else { continue }
      last = key
      let isNewYear = contexts.isEmpty || parts.month == 1
      let text = tellsMonths ? year : isNewYear ? "\(month) \(year)" : month
      let (place, half) = ((Double(index) + 0.5) * step, width(text) / 2)
      if place - half <= end + 4 {
        contexts[begin] = nil
        unnamed.formUnion(shown.filter { $0 >= begin && $0 < index })
      }
      (contexts[index], end, begin) = (text, place + half, index)
    }
    return (contexts, shown.filter { !unnamed.contains($0) })
  }
}
