import Drawing
import Formatting
import Frame

/// What the colours and sizes of a chart mean, in rows above the plot.
struct Legend: Sendable {
  /// One piece of a row, measured.
  struct Piece {
    let width: Points
    /// How far its sample reaches up and down from the middle of the row.
    var reach = Legend.middle
    let draw: (Point) -> [SceneElement]
  }

  let elements: [SceneElement]
  /// The height with the gap under it; nothing where there is no legend.
  let height: Points

  private static let row: Points = 13
  /// From the top of a row to the middle of its samples.
  private static let middle: Points = 5
  private static let between: Points = 14

  /// One entry for categories.
  struct Entry {
    var label: String
    var detail: String?
    var paint: Paint
    var sample: LegendSample
    /// The form of a dot.
    var shape = DotShape.circle
    /// The dashes of a line.
    var dashes: [Points] = []
    /// Whether a line runs through the sample's dot, and samples are as long as dashes need.
    var hasLine = false
    /// Whether its sample is as long as dashes need.
    fileprivate var isLong: Bool { hasLine || !dashes.isEmpty }
    /// What this entry and those after it are values of, where they do not say it themselves.
    var title: String?
  }

  /// Arranges entries, a colour ramp and bubble sizes in rows of a width.
  init(
    entries: [Entry], ramp: RampGuide?,
    sizes: (largest: Double, channel: ChannelColumn)?, width: Points, context: DrawingContext
  ) {
    var pieces = entries.map { Legend.piece($0, width, context) }
    if let ramp { pieces += RampLegend(ramp, width: width, context: context).pieces }
    if let sizes { pieces += Legend.pieces(sizes.largest, sizes.channel, context) }
    let (elements, height) = Legend.arranged(pieces, width)
    self.elements = elements.isEmpty ? [] : [.group(SceneGroup(elements, role: "legend"))]
    self.height = elements.isEmpty ? 0 : height + 6
  }

  /// Pieces beside each other in rows of a width, and the height of the rows: higher ones where
  /// bubbles are larger than letters.
  private static func arranged(_ pieces: [Piece], _ width: Points) -> ([SceneElement], Points) {
    var rows: [[(x: Points, piece: Piece)]] = []
    var x = Points.zero
    for piece in pieces {
      if rows.isEmpty || x + piece.width > width {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append((x, piece))
      x = x + piece.width + between
    }
    var (elements, y) = ([SceneElement](), Points.zero)
    for row in rows {
      let more = max(0, (row.map(\.piece.reach).max() ?? middle) - middle)
      elements += row.flatMap { $0.piece.draw(Point(x: $0.x, y: y + more)) }
      y = y + Legend.row + more * 2
    }
    return (elements, y)
  }

  /// The elements below a line that stands above them.
  func elements(under line: Points) -> [SceneElement] {
    elements.isEmpty
      ? [] : [.group(SceneGroup(elements, role: "", offset: Point(x: 0, y: line)))]
  }

  private static func piece(_ entry: Entry, _ width: Points, _ context: DrawingContext) -> Piece {
    let font = context.theme.label
    let detail = entry.detail.map { "  \($0)" } ?? ""
    let room = width - 14 - context.measuring.extent(of: detail, font: font).width
    let name = context.measuring.fitted(entry.label, font, width: max(room, width * 0.3))
    let nameWidth = context.measuring.extent(of: name, font: font).width
    let detailWidth = detail.isEmpty ? 0 : context.measuring.extent(of: detail, font: font).width
    let theme = context.theme
    let lead: Points = entry.isLong ? 20 : 12
    let title = entry.title.map { context.measuring.fitted($0, font, width: width * 0.3) }
    let titleWidth =
      title.map { context.measuring.extent(of: $0, font: font).width + 8 } ?? Points.zero
    return Piece(width: titleWidth + lead + nameWidth + detailWidth) { start in
      let at = Point(x: start.x + titleWidth + lead - 12, y: start.y)
      let baseline = at.y + 8
      var elements: [SceneElement] = []
      if let title {
        elements.append(
          .text(
            TextRun(title, font: font, paint: theme.grey), at: Point(x: start.x, y: baseline),
            anchor: .start, rotation: 0))
      }
      elements += sample(entry, Point(x: start.x + titleWidth, y: start.y))
      elements.append(
        .text(
          TextRun(name, font: font, paint: theme.ink), at: Point(x: at.x + 12, y: baseline),
          anchor: .start, rotation: 0))
      if !detail.isEmpty {
        elements.append(
          .text(
            TextRun(detail, font: font, paint: theme.grey),
            at: Point(x: at.x + 12 + nameWidth, y: baseline), anchor: .start, rotation: 0))
      }
      return elements
    }
  }

  private static func sample(_ entry: Entry, _ at: Point) -> [SceneElement] {
    let end = at.x + (entry.isLong ? 17 : 9)
    let line = SceneElement.path(
      .polyline([Point(x: at.x, y: at.y + 5), Point(x: end, y: at.y + 5)]), fill: nil,
      stroke: Stroke(entry.paint, width: entry.sample == .dot ? 1.2 : 2, dashes: entry.dashes))
    switch entry.sample {
    case .dot:
      // Dots with a line through them carry both.
      let middle = Point(x: entry.isLong ? (at.x + end) / 2 : at.x + 4, y: at.y + 5)
      let dot = SceneElement.dots([middle], shape: entry.shape, radius: 3, paint: entry.paint)
      return entry.isLong ? [line, dot] : [dot]
    case .line: return [line]
    case .square:
      let square = Rectangle(x: at.x, y: at.y + 1.25, width: 8, height: 7.5)
      return [.path(.rectangle(square), fill: entry.paint, stroke: nil)]
    }
  }

  /// Two bubbles: the largest round size, and one of about a quarter.
  private static func pieces(
    _ largest: Double, _ channel: ChannelColumn, _ context: DrawingContext
  ) -> [Piece] {
    guard largest > 0, largest.isFinite else { return [] }
    let power = powerOfTen(magnitude(largest))
    let digit = (largest / power).rounded(.down)
    let small = digit >= 4 ? power * (digit / 4).rounded(.down) : power / 4 * digit
    let isWhole = channel.column.type == .integer
    let values = [isWhole ? max(1, small.rounded()) : small, digit * power]
    let words = Words(formatter: context.formatter)
    let font = context.theme.label
    return values.enumerated().filter { $0.offset == 1 || $0.element < values[1] }.map {
      index, value in
      let radius = Panel.radius(value, of: largest)
      let label =
        words.number(value, like: channel)
        + (index == values.count - 1 ? " \(words.unit(channel, of: value))" : "")
      let text = context.measuring.fitted(label, font, width: 160)
      let paint = context.theme.grey
      let width = context.measuring.extent(of: text, font: font).width
      return Piece(width: radius * 2 + 4 + width, reach: max(middle, radius)) { at in
        [
          .dots(
            [Point(x: at.x + radius, y: at.y + 5)], shape: .circle, radius: radius,
            paint: paint.opacity(0.35)),
          .text(
            TextRun(text, font: font, paint: paint),
            at: Point(x: at.x + radius * 2 + 4, y: at.y + 8), anchor: .start, rotation: 0),
        ]
      }
    }
  }
}
