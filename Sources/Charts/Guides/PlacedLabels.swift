import Drawing
import Frame

/// A dot at its place in a panel.
struct PlacedDot: Hashable, Sendable {
  let row: Int
  let point: Point
  let radius: Points

  /// What a label may not cover: the square inside the circle's middle line, since corners of
  /// circles are empty.
  var area: Rectangle {
    let reach = radius * 0.85
    return Rectangle(
      x: point.x - reach, y: point.y - reach, width: reach * 2, height: reach * 2)
  }
}

/// The labels of a layer's dots in one panel, where they found room.
struct PlacedLabels: Sendable {
  /// How many labels found no room.
  let leftOut: Int
  /// The labels with their places, relative to the panel's corner.
  private let labels: [(run: TextRun, place: PointLabels.Place, ascent: Points)]

  /// Nobody reads more labels than this in one panel; the others are left out and counted.
  private static let most = 300

  /// Finds places for the labels of a layer: the largest dots' first, then in the order of rows.
  init(of layer: Layer, dots: [PlacedDot], in panel: Panel, clearOf room: inout PanelRoom) {
    guard let channel = layer.rows[.label] else {
      (leftOut, labels) = (0, [])
      return
    }
    let context = panel.context
    let words = Words(formatter: context.formatter)
    let font = PlacedLabels.font(context)
    let named = dots.filter { channel.column.isPresent($0.row) }
    let ranked = named.enumerated().sorted {
      ($1.element.radius, $0.offset) < ($0.element.radius, $1.offset)
    }
    .map(\.element)
    let shown = ranked.prefix(PlacedLabels.most)
    let runs = shown.map { dot in
      TextRun(
        context.measuring.fitted(
          words.text(channel, row: dot.row), font, width: min(140, panel.frame.width * 0.45)),
        font: font, paint: PlacedLabels.paint(layer, dot.row, context))
    }
    let extents = runs.map { context.measuring.extent(of: $0.text, font: font) }
    let corner = panel.corner
    let items = zip(shown, extents).map { dot, extent in
      PointLabels.Item(
        point: dot.point.moved(from: corner), radius: dot.radius,
        size: Size(width: extent.width + 2, height: extent.height))
    }
    let places = PointLabels.places(
      items, room: &room,
      in: Rectangle(x: 0, y: -6, width: panel.frame.width, height: panel.frame.height + 5))
    labels = zip(runs, zip(places, extents)).compactMap { run, placed in
      placed.0.map { (run, $0, placed.1.ascent) }
    }
    leftOut = named.count - labels.count
  }

  private static func font(_ context: DrawingContext) -> Font { context.theme.label.size(7.5) }

  private static func paint(_ layer: Layer, _ row: Int, _ context: DrawingContext) -> Paint {
    layer.colors.categories.isEmpty
      ? context.theme.ink
      : context.theme.legible(
        layer.colors.paint(layer.groups[row]), on: context.theme.rule)
  }

  /// The words with their leaders.
  func elements(in panel: Panel) -> [SceneElement] {
    guard !labels.isEmpty else { return [] }
    let corner = panel.corner
    let hairline = Stroke(panel.context.theme.quiet, width: 0.5)
    let leaders = labels.compactMap { label in
      label.place.leader.map { line in
        SceneElement.path(
          .polyline(line.map { $0.moved(to: corner) }), fill: nil, stroke: hairline)
      }
    }
    let words = labels.map { run, place, ascent in
      let baseline = place.area.y + ascent
      return SceneElement.text(
        run, at: Point(x: place.area.x + 1, y: baseline).moved(to: corner), anchor: .start,
        rotation: 0)
    }
    return [.group(SceneGroup(leaders + words, role: "labels"))]
  }
}
