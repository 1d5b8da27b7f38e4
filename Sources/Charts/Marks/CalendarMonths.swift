import Dates
import Drawing
import Formatting
import Frame

/// Which months of a calendar are named: all, or in every strip the same ones at even distances.
struct CalendarMonths {
  /// A month's name and where it begins.
  struct Label: Hashable, Sendable {
    let text: String
    let left: Double
    let width: Double
  }

  private let places: CalendarPlaces
  private let font: Font
  private let context: DrawingContext
  private var step = 12

  private static let gap = 4.0

  init(places: CalendarPlaces, font: Font, context: DrawingContext) {
    (self.places, self.font, self.context) = (places, font, context)
    for candidate in [1, 2, 3, 6] where step == 12 {
      let haveRoom = places.strips.indices.allSatisfy { strip in
        let labels = labels(strip, step: candidate)
        return zip(labels, labels.dropFirst()).allSatisfy {
          $0.left + $0.width + CalendarMonths.gap <= $1.left
        }
      }
      if haveRoom { step = candidate }
    }
  }

  /// The names above a strip.
  func labels(_ strip: Int) -> [Label] {
    let labels = labels(strip, step: step)
    return labels.isEmpty
      ? [label(places.strips[strip].first, strip, withYear: true)].filter(isInside) : labels
  }

  private func labels(_ index: Int, step: Int) -> [Label] {
    let strip = places.strips[index]
    var starts = strip.monthStarts.filter {
      $0 == strip.first || (CalendarStrip.date($0).parts.month - 1).isMultiple(of: step)
    }
    // The rest of a month that begins the strip gives way to the first whole one.
    if starts.count > 1, !hasRoom(label(starts[0], index, withYear: false), starts[1], index) {
      starts.removeFirst()
    }
    let januaries = starts.filter { CalendarStrip.date($0).parts.month == 1 }
    return starts.enumerated().map { rank, start in
      let long = label(start, index, withYear: strip.year == nil)
      let isNewYear = januaries.contains(start)
      let leads =
        rank == 0
        && (januaries.isEmpty || starts.count == 1 || hasRoom(long, starts[1], index))
      return isNewYear || leads ? long : label(start, index, withYear: false)
    }
    .filter(isInside)
  }

  private func isInside(_ label: Label) -> Bool {
    label.left + label.width <= places.frame.maxX.value
  }

  private func hasRoom(_ label: Label, _ next: Int, _ strip: Int) -> Bool {
    label.left + label.width + CalendarMonths.gap <= left(next, strip)
  }

  private func label(_ start: Int, _ strip: Int, withYear: Bool) -> Label {
    let text = context.formatter.text(
      .date(CalendarStrip.date(start)), format: ValueFormat(withYear ? "%b %Y" : "%b"))
    let width = context.measuring.extent(of: text, font: font).width.value
    return Label(text: text, left: left(start, strip), width: width)
  }

  /// A month is named over its first whole week.
  private func left(_ start: Int, _ index: Int) -> Double {
    let strip = places.strips[index]
    let isMoved = start != strip.first && strip.row(start) > 0
    return places.left(strip.column(start) + (isMoved ? 1 : 0))
  }
}
