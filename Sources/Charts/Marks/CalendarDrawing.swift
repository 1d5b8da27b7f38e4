import Drawing
import Formatting
import Frame

/// Where the cells of a calendar lie in a panel.
struct CalendarPlaces: Sendable {
  let strips: [CalendarStrip]
  let frame: Rectangle
  /// The room left of the cells, for weekdays and years.
  let gutter: Double
  let cell: (width: Double, height: Double)

  /// The line of months above a strip.
  static let head = 11.0
  static let gap = 9.0
  /// Cells of a short span do not grow beyond this.
  private static let largest = 16.0
  /// The height that strips share when there are many.
  private static let highest = 520.0

  init(_ strips: [CalendarStrip], in frame: Rectangle) {
    (self.strips, self.frame) = (strips, frame)
    gutter = CalendarPlaces.gutter(strips, frame.width)
    let width = CalendarPlaces.cell(strips, frame.width)
    let count = Double(max(1, strips.count))
    let room = (frame.height.value + CalendarPlaces.gap) / count - CalendarPlaces.gap
    cell = (width, max(0.5, min(width, (room - CalendarPlaces.head) / 7)))
  }

  /// The height of strips whose cells are square, or lower where they are many.
  static func height(_ strips: [CalendarStrip], width: Points) -> Points {
    let count = Double(max(1, strips.count))
    let each = head + 7 * cell(strips, width) + gap
    return Points(min(highest, count * each - gap))
  }

  private static func gutter(_ strips: [CalendarStrip], _ width: Points) -> Double {
    min(width.value * 0.2, strips.contains { $0.year != nil } ? 26 : 14)
  }

  private static func cell(_ strips: [CalendarStrip], _ width: Points) -> Double {
    let columns = strips.map(\.columns).max() ?? 1
    return min(largest, (width.value - gutter(strips, width)) / Double(columns))
  }

  /// The upper edge of a strip's cells.
  func top(_ strip: Int) -> Double {
    let each = CalendarPlaces.head + 7 * cell.height + CalendarPlaces.gap
    return frame.y.value + CalendarPlaces.head + each * Double(strip)
  }

  /// The left edge of a week.
  func left(_ column: Int) -> Double { frame.x.value + gutter + cell.width * Double(column) }

  /// The cell of a day of a strip, a hairline smaller than its room.
  func cell(_ day: Int, _ strip: Int) -> Rectangle {
    let gap = min(0.5, cell.width * 0.06, cell.height * 0.06)
    let row = Double(strips[strip].row(day))
    return Rectangle(
      x: Points(left(strips[strip].column(day)) + gap),
      y: Points(top(strip) + row * cell.height + gap), width: Points(cell.width - 2 * gap),
      height: Points(cell.height - 2 * gap))
  }

  /// The line between a month's first day and the days before it.
  func border(_ day: Int, _ strip: Int) -> [Path.Step] {
    let (column, row) = (strips[strip].column(day), strips[strip].row(day))
    func point(_ column: Int, _ row: Int) -> Point {
      Point(x: Points(left(column)), y: Points(top(strip) + cell.height * Double(row)))
    }
    guard row > 0 else { return [.move(point(column, 0)), .line(point(column, 7))] }
    // A strip that ends within the week has no cells right of it.
    let isLast = column + 1 == strips[strip].columns
    let head: [Path.Step] =
      isLast
      ? [.move(point(column + 1, row))]
      : [.move(point(column + 1, 0)), .line(point(column + 1, row))]
    return head + [.line(point(column, row)), .line(point(column, 7))]
  }
}

/// Draws the calendar of one panel.
struct CalendarDrawing {
  let days: [Int: CalendarDays.Day]
  let scale: RampScale
  let opacity: Double
  let places: CalendarPlaces
  let context: DrawingContext

  private var theme: Theme { context.theme }
  private var font: Font { theme.label.size(7) }

  var elements: [SceneElement] {
    let strips = places.strips.indices
    let months = CalendarMonths(places: places, font: font, context: context)
    let names = strips.flatMap { heads($0, months) + weekdays($0) }
    return [
      .group(SceneGroup(strips.flatMap(cells), role: "marks")),
      .group(SceneGroup(names, role: "axis-x")),
    ]
  }

  /// The cells of a strip: days without rows are outlines.
  private func cells(_ strip: Int) -> [SceneElement] {
    var filled: [SceneElement] = []
    var empty: [Path.Step] = []
    for day in places.strips[strip].first...places.strips[strip].last {
      let outline = Path.rectangle(places.cell(day, strip))
      if let level = days[day]?.level {
        let paint = scale.paint(level).opacity(opacity)
        filled.append(.path(outline, fill: paint, stroke: nil))
      } else {
        empty += outline.steps
      }
    }
    let ground = SceneElement.path(
      Path(empty), fill: nil, stroke: Stroke(theme.rule, width: 0.5))
    let borders = places.strips[strip].monthStarts.dropFirst().flatMap { places.border($0, strip) }
    let lines = SceneElement.path(
      Path(borders), fill: nil,
      stroke: Stroke(theme.ink, width: Points(min(0.6, places.cell.width * 0.1))))
    return (empty.isEmpty ? [] : [ground]) + filled + (borders.isEmpty ? [] : [lines])
  }

  /// The names of the months above a strip, as many as have room, and its year.
  private func heads(_ index: Int, _ months: CalendarMonths) -> [SceneElement] {
    let strip = places.strips[index]
    let baseline = Points(places.top(index) - 4)
    var elements: [SceneElement] = []
    if let year = strip.year, width("\(year)", theme.label.size(7).weight(600)) < places.gutter {
      let run = TextRun("\(year)", font: theme.label.size(7).weight(600), paint: theme.ink)
      elements.append(
        .text(run, at: Point(x: places.frame.x, y: baseline), anchor: .start, rotation: 0))
    }
    for month in months.labels(index) {
      elements.append(
        .text(
          TextRun(month.text, font: font, paint: theme.grey),
          at: Point(x: Points(month.left), y: baseline), anchor: .start, rotation: 0))
    }
    return elements
  }

  /// The letters of Monday, Wednesday and Friday, where rows are high enough for them.
  private func weekdays(_ strip: Int) -> [SceneElement] {
    let extent = context.measuring.extent(of: "M", font: font)
    guard places.cell.height * 2 >= extent.height.value, places.gutter >= 12 else { return [] }
    return [0, 2, 4].map { row in
      let letter = String(name(4 + row, "%a").prefix(1))  // 1970-01-05 was a Monday
      let middle = places.top(strip) + (Double(row) + 0.5) * places.cell.height
      return .text(
        TextRun(letter, font: font, paint: theme.grey),
        at: Point(
          x: places.frame.x + Points(places.gutter - 4), y: Points(middle) + extent.ascent * 0.36),
        anchor: .end, rotation: 0)
    }
  }

  private func name(_ day: Int, _ format: String) -> String {
    context.formatter.text(.date(CalendarStrip.date(day)), format: ValueFormat(format))
  }

  private func width(_ text: String, _ font: Font) -> Double {
    context.measuring.extent(of: text, font: font).width.value
  }
}
