import Drawing
import Formatting

/// The labels at the right edge of a panel, level with the ends of their marks and clear of each
/// other.
struct EndLabels: Sendable {
  /// One label, worded and measured.
  struct Item: Hashable, Sendable {
    let runs: [TextRun]
    let detail: TextRun?
    let width: Points
    let level: Double
    let place: Double?
  }

  let items: [Item]
  private let context: DrawingContext

  static let gap: Points = 6
  private static let line: Points = 10.5
  /// A mark that ends closer to the edge than this needs no line to its label.
  private static let near: Points = 40

  init(_ labels: [EndLabel], context: DrawingContext) {
    self.context = context
    let theme = context.theme
    items = labels.map { label in
      let paint = theme.legible(label.paint)
      let strong = theme.label.weight(600)
      let run = TextRun(
        EndLabels.words(label, strong, context.measuring), font: strong, paint: paint)
      let detail = label.detail.map { TextRun($0, font: theme.label.size(7.5), paint: theme.grey) }
      let widths = [run, detail].compactMap { $0 }.map {
        context.measuring.extent(of: $0.text, font: $0.font).width
      }
      return Item(
        runs: [run], detail: detail, width: widths.max() ?? 0, level: label.level,
        place: label.place)
    }
  }

  /// The widest name with its value.
  private static let widest: Points = 200

  /// The name, cut where it is long, and its value in full: `Spain 12`, but `Device 1: 12`, since two
  /// numbers beside each other would be read as one.
  static func words(_ label: EndLabel, _ font: Font, _ measuring: any TextMeasuring) -> String {
    guard let value = label.value, !value.isEmpty else {
      return measuring.fitted(label.name, font, width: widest).isolated
    }
    guard !label.name.isEmpty else { return measuring.fitted(value, font, width: widest) }
    let mark = label.name.last?.isNumber == true ? ": " : " "
    let rest = measuring.extent(of: mark + value, font: font).width
    let room = max(widest - rest, widest * 0.4)
    return measuring.fitted(label.name, font, width: room).isolated + mark + value
  }

  /// How wide the labels are, with the gap before them.
  var width: Points { items.isEmpty ? 0 : (items.map(\.width).max() ?? 0) + EndLabels.gap }

  /// How high all labels are, one under the other.
  var height: Points { items.map(height).reduce(0, +) }

  private func height(_ item: Item) -> Points {
    EndLabels.line + (item.detail == nil ? 0 : EndLabels.line - 1) + (item.detail == nil ? 0 : 3)
  }

  /// The labels beside a panel, each as near to its mark's end as the others let it.
  func draw(beside frame: Rectangle, x: PositionScale, y: PositionScale) -> [SceneElement] {
    // What ends beyond a window ends at its edge for the eye.
    let levels = items.map { max(frame.y.value, min(frame.maxY.value, y.place($0.level))) }
    let order = items.indices.sorted { (levels[$0], $0) < (levels[$1], $1) }
    let wanted = order.map { (center: levels[$0], height: height(items[$0]).value) }
    let centers = spread(
      wanted, within: frame.y.value - 4...max(frame.y.value, frame.maxY.value + 4))
    let elements = zip(order, centers).flatMap { index, center -> [SceneElement] in
      let item = items[index]
      let left = frame.maxX + EndLabels.gap
      let leader = leader(from: levels[index], to: center, beside: frame, x, item)
      let top = Points(center) - height(item) / 2
      return leader
        + item.runs.map { .text($0, at: Point(x: left, y: top + 8), anchor: .start, rotation: 0) }
        + (item.detail.map {
          [.text($0, at: Point(x: left, y: top + 18), anchor: .start, rotation: 0)]
        } ?? [])
    }
    return elements.isEmpty ? [] : [.group(SceneGroup(elements, role: "end-labels"))]
  }

  /// A hairline from the end of a mark to its label, where the label had to move away or the mark
  /// ends well before the edge.
  private func leader(
    from level: Double, to center: Double, beside frame: Rectangle, _ x: PositionScale, _ item: Item
  ) -> [SceneElement] {
    guard level.isFinite, let paint = item.runs.first?.paint else { return [] }
    let end = item.place.map(x.place).flatMap { $0.isFinite ? Points($0) : nil } ?? frame.maxX
    let isEarly = frame.maxX - end > EndLabels.near
    guard isEarly || abs(center - level) > 5 else { return [] }
    let edge = Point(x: frame.maxX + 0.5, y: Points(level))
    let label = Point(x: frame.maxX + EndLabels.gap - 1, y: Points(center))
    let leader = SceneElement.path(
      .polyline([edge, label]), fill: nil, stroke: Stroke(paint, width: 0.5))
    guard isEarly else { return [leader] }
    // Dotted, so that nobody takes it for the mark going on.
    let way = Path.polyline([Point(x: end + 4, y: edge.y), edge])
    let dots = Stroke(paint, width: 0.6, dashes: [0.6, 2.4])
    return [.path(way, fill: nil, stroke: dots), leader]
  }
}

/// The centres nearest to the wanted ones (in least squares) that keep their order and do not
/// overlap, inside a range where they fit: pooled adjacent violators, exact and deterministic.
///
/// `wanted` is in ascending order of the centres.
func spread(_ wanted: [(center: Double, height: Double)], within range: ClosedRange<Double>)
  -> [Double]
{
  // With the heights of all earlier labels taken off, the centres only must not descend.
  var before: [Double] = []
  var total = 0.0
  for label in wanted {
    before.append(total + label.height / 2)
    total += label.height
  }
  let (lowest, highest) = (range.lowerBound, max(range.lowerBound, range.upperBound - total))
  var pools: [(sum: Double, count: Int)] = []
  for (label, offset) in zip(wanted, before) {
    pools.append((label.center - offset, 1))
    while pools.count > 1, let last = pools.last,
      pools[pools.count - 2].sum / Double(pools[pools.count - 2].count) > last.sum
        / Double(last.count)
    {
      pools.removeLast()
      pools[pools.count - 1].sum += last.sum
      pools[pools.count - 1].count += last.count
    }
  }
  let means = pools.flatMap { pool in
    Array(repeating: pool.sum / Double(pool.count), count: pool.count)
  }
  return zip(means, before).map { max(lowest, min(highest, $0)) + $1 }
}
