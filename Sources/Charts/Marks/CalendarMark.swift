import Dates
import Drawing
import Formatting
import Frame
import JSON

/// A heat map of days: weeks side by side, weekdays under each other, years in strips; the colour
/// counts the rows of a day, or shows the mean of a measure.
struct CalendarMark: Mark {
  static let name = "calendar"
  static let needs: [Channel] = [.x]
  static let takes: [Channel] = [.color]
  static let cleans: [Channel] = [.x, .color]
  static let measures: [[Channel]] = [[.x], [.color]]
  static let traits: MarkTraits = [.showsMeasureAsRamp, .needsNoGrid, .needsDays]

  private let layer: Layer
  private let days: CalendarDays

  init(_ layer: Layer, _ settings: NoSettings) {
    (self.layer, days) = (layer, CalendarDays(layer))
  }

  /// Neither side has a scale: days have their places in strips, which carry their own names.
  func demand(_ side: Side) -> AxisDemand { AxisDemand(range: nil) }

  func panelHeight(width: Points) -> Points? { CalendarPlaces.height(days.strips, width: width) }

  private var scale: RampScale? {
    guard let range = days.range else { return nil }
    if let color = layer.rows[.color] { return RampScale(color, data: range) }
    return RampScale(ramp: .sequential, domain: min(1, range.upperBound)...range.upperBound)
  }

  var ramp: RampGuide? {
    scale.map { scale in
      let counts = ChannelColumn(
        column: Column(integers: [Int64]()), field: "count", label: "Rows per day")
      return RampGuide(scale: scale, channel: layer.rows[.color] ?? counts)
    }
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let scale, days.panels.indices.contains(panel.index) else { return [] }
    return CalendarDrawing(
      days: days.panels[panel.index], scale: scale, opacity: layer.rows.opacity ?? 1,
      places: CalendarPlaces(days.strips, in: panel.frame), context: panel.context
    ).elements
  }

  func story(in words: Words) -> Story {
    let color = layer.rows[.color]
    let mean = layer.rows.isAggregated ? "" : "mean "
    let shown = color.map { mean + words.inSentence($0.label.oneLine) } ?? "rows"
    var story = Story(
      kind: "Calendar heat map", measure: "\(shown.capitalizedFirst) by day",
      unit: "one cell per day, n = \(words.count(days.rows))", findings: findings(words),
      points: days.rows)
    if let x = layer.rows[.x], x.column.type == .timestamp {
      story.methods.append(
        "Days begin at midnight \(x.settings.zone.map { "in \($0.name)" } ?? "UTC")")
    }
    if days.skipsYears { story.methods.append("Years without rows have no strip") }
    if days.unshown.years > 0 {
      story.methods.append(
        "The latest \(days.strips.count) of "
          + "\(words.count(days.strips.count + days.unshown.years)) years with rows are shown; "
          + "\(words.rows(days.unshown.rows)) of earlier years \(days.unshown.rows == 1 ? "is" : "are") not"
      )
    }
    return story
  }

  private func findings(_ words: Words) -> [String] {
    let dates = days.dates
    guard let first = dates.first, let last = dates.last, let extremes = days.extremes else {
      return []
    }
    let color = layer.rows[.color]
    func told(_ day: (day: Int, level: Double)) -> String {
      "\(words.number(day.level, like: color)) on \(date(day.day, words))"
    }
    if dates.count == 1, days.panels.count == 1 {
      return ["all rows lie on one day: \(told(extremes.high))"]
    }
    let span = "\(date(first, words)) to \(date(last, words))"
    let empty = last - first + 1 - dates.count
    let gaps =
      empty == 0
      ? "every day from \(span) has rows"
      : "\(words.count(empty)) of \(words.count(last - first + 1)) days from \(span) have no rows"
    return ["highest: \(told(extremes.high))", "lowest: \(told(extremes.low))", gaps]
  }

  private func date(_ day: Int, _ words: Words) -> String {
    words.formatter.text(.date(CalendarStrip.date(day)))
  }

  var results: [(key: String, value: JSONValue)] {
    let dates = days.dates
    let span = dates.last.map { $0 - (dates.first ?? $0) + 1 } ?? 0
    return [
      ("days", .count(dates.count)), ("days_without_rows", .count(span - dates.count)),
      ("rows_of_earlier_years", .count(days.unshown.rows)),
    ]
  }
}
