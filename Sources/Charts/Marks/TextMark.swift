import Drawing
import Frame
import JSON

/// Words at places; a word that would cover an earlier one is left out and counted.
struct TextMark: Mark {
  static let name = "text"
  static let needs: [Channel] = [.x, .y, .label]
  static let takes: [Channel] = [.color]
  static let cleans: [Channel] = [.x, .y]
  static let traits: MarkTraits = [.needsNoGrid]

  private let layer: Layer
  /// The words of each panel, once they have places.
  private var words: [Int: [PlacedWord]] = [:]
  /// Where shapes of the same colours stand side by side.
  private var slots: SharedSlots?
  /// The side along which bars stand beyond whose ends the words are; nil where there are none.
  private var barBase: Side?
  /// How many words would cover others.
  private var leftOut = 0

  init(_ layer: Layer, _ settings: NoSettings) { self.layer = layer }

  func demand(_ side: Side) -> AxisDemand {
    var demand = AxisDemand(layer.rows[side.channel])
    demand.margin = TextMark.reach
    return demand
  }

  func beside(_ marks: [any Mark]) -> TextMark {
    var mark = self
    mark.slots = SharedSlots(layer, beside: marks)
    mark.barBase = marks.lazy.compactMap { ($0 as? BarMark)?.base }.first
    return mark
  }

  /// How far short words reach around their place, which keeps them off the axes.
  private static let reach: Points = 7

  var isArrangedOnPage: Bool { true }

  func arranged(in panels: [Panel], clearOf rooms: inout PanelRooms) -> TextMark {
    var mark = self
    for panel in panels {
      let places = places(in: panel)
      let words = places.compactMap { word($0.row, at: $0.place, panel, &rooms[panel]) }
      mark.words[panel.index] = words
      mark.leftOut += places.count - words.count
    }
    return mark
  }

  func draw(in panel: Panel) -> [SceneElement] {
    words[panel.index, default: []].flatMap { $0.elements(in: panel) }
  }

  private func places(in panel: Panel) -> [(row: Int, place: Point)] {
    let rows = layer.rows(inPanel: panel.index).filter(isWritten)
    let xs = layer.places(.x, rows: rows, in: panel, slots)
    let ys = layer.places(.y, rows: rows, in: panel, slots)
    return rows.indices.filter { xs[$0].isFinite && ys[$0].isFinite }.map { index in
      let place = Point(x: Points(xs[index]), y: Points(ys[index]))
      return (rows[index], place.moved(from: panel.corner))
    }
  }

  /// Whether a row has a word: where it has none, none stands, and none is missed.
  private func isWritten(_ row: Int) -> Bool { layer.rows[.label]?.column.isPresent(row) == true }

  /// A row's word, nil where it would cover an earlier one.
  ///
  /// On a line or a dot it stands above, else below it, where that is free.
  private func word(_ row: Int, at place: Point, _ panel: Panel, _ room: inout PanelRoom)
    -> PlacedWord?
  {
    guard let label = layer.rows[.label] else { return nil }
    let theme = panel.context.theme
    let written = Words(formatter: panel.context.formatter).text(label, row: row)
    let text = panel.context.measuring.fitted(
      written, theme.label, width: panel.frame.width * 0.6)
    let extent = panel.context.measuring.extent(of: text, font: theme.label)
    let half = extent.width * 0.5
    let center = beyondBar(place, extent)
    // Words near an edge are moved inside instead of being cut.
    let middle = max(half, min(panel.frame.width - half, center.x))
    let step = extent.height * 0.5 + 4
    let areas = [Points(0), -step, step].map { shift in
      Rectangle(
        x: middle - half, y: center.y + shift - extent.height * 0.5, width: extent.width,
        height: extent.height)
    }
    let clear = areas.first { area in
      room.labels.isFree(area) && room.curves.isFree(area) && room.dots.isFree(area)
    }
    let area = clear ?? areas[0]
    guard room.labels.take(area) else { return nil }
    let place = Point(x: middle, y: area.midY)
    let paint =
      layer.rows[.color] == nil || barBase != nil
      ? theme.ink : theme.legible(layer.colors.paint(layer.groups[row]))
    return PlacedWord(
      run: TextRun(text, font: theme.label, paint: paint),
      place: Point(x: middle, y: place.y + extent.ascent * 0.36), anchor: .middle)
  }

  /// The middle of words at a place: beyond the end of the bar that ends there.
  private func beyondBar(_ place: Point, _ extent: TextExtent) -> Point {
    switch barBase {
    case .x: Point(x: place.x, y: place.y - extent.height / 2 - 1)
    case .y: Point(x: place.x + extent.width / 2 + 3, y: place.y)
    case nil: place
    }
  }

  var results: [(key: String, value: JSONValue)] { [("labels_left_out", .count(leftOut))] }

  func story(in words: Words) -> Story {
    Story(
      kind: "Labels", measure: words.yByX(layer), unit: "",
      findings: words.ranges(layer) + layer.relations(in: words),
      methods: words.labelsLeftOut(leftOut).map { [$0] } ?? [],
      points: (0..<layer.rows.count).count(where: isWritten))
  }
}
