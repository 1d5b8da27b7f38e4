import Drawing
import Frame

/// A stretch of one side over the whole panel, such as an outage or a range to be aimed at: what
/// `rect` draws where the other side is not given.
struct ZoneMark: Mark {
  static let name = RectMark.name
  static let needs: [Channel] = []
  static let takes: [Channel] = [.x, .y, .x2, .y2, .color, .label]
  static let cleans: [Channel] = [.x, .y, .x2, .y2]
  static let traits: MarkTraits = [.seesBeyondDomain, .turnsWithOthers]

  private let layer: Layer
  /// The side along which zones stretch.
  private let side: Side
  /// The rows whose zones differ: one that is written for all rows is one.
  private let rows: [Int]
  /// The label of each row, once it has a place.
  private var labels: [Int: PlacedWord] = [:]
  /// How many labels found no room.
  private var leftOut = 0

  init(_ layer: Layer, _ settings: NoSettings) {
    self.layer = layer
    side = layer.rows[.x2] != nil ? .x : .y
    var seen: Set<[Value]> = []
    rows = (0..<layer.rows.count).filter { row in
      let told = [Channel.x, .y, .x2, .y2, .label, .color].map {
        layer.rows[$0]?.column[row] ?? .null
      }
      return seen.insert([.integer(Int64(layer.panels[row]))] + told).inserted
    }
  }

  /// Whether channels tell a stretch of one side and nothing of the other.
  static func isTold(by channels: Set<Channel>) -> Bool {
    let (x, y): (Set<Channel>, Set<Channel>) = ([.x, .x2], [.y, .y2])
    return (channels.isSuperset(of: x) && channels.isDisjoint(with: y))
      || (channels.isSuperset(of: y) && channels.isDisjoint(with: x))
  }

  func demand(_ side: Side) -> AxisDemand {
    AxisDemand(layer.rows[side.channel]).joined(AxisDemand(layer.rows[side.endChannel]))
  }

  func draw(in panel: Panel) -> [SceneElement] {
    areas(in: panel).flatMap { row, area -> [SceneElement] in
      [.path(.rectangle(area), fill: paint(row, panel), stroke: nil)]
        + (labels[row]?.elements(in: panel) ?? [])
    }
  }

  /// A pale wash, through which other layers and the grid are seen.
  private func paint(_ row: Int, _ panel: Panel) -> Paint {
    let isPlain = layer.rows[.color] == nil
    let paint = isPlain ? panel.context.theme.grey : layer.colors.paint(layer.groups[row])
    return paint.opacity(layer.rows.opacity ?? 0.15)
  }

  /// The zones of a panel as far as they lie in it.
  private func areas(in panel: Panel) -> [(row: Int, area: Rectangle)] {
    rows.filter { layer.panels[$0] == panel.index }.compactMap { row in
      guard let from = place(side.channel, row, panel), let to = place(side.endChannel, row, panel)
      else { return nil }
      let half = (panel.scale(side).bands.map { abs($0.step) } ?? 0) / 2
      let stretch = min(from, to) - half...max(from, to) + half
      let (start, end) = panel.scale(side.other).ends
      let whole = panel.rectangle(
        along: stretch, across: min(start, end)...max(start, end), side: side)
      let seen = whole.cut(to: panel.frame)
      return seen.width > 0 && seen.height > 0 ? (row, seen) : nil
    }
  }

  private func place(_ channel: Channel, _ row: Int, _ panel: Panel) -> Double? {
    guard let column = layer.rows[channel]?.column else { return nil }
    let place = panel.scale(side).places(of: column, rows: [row])[0]
    return place.isFinite ? place : nil
  }

  // MARK: Labels

  var isArrangedOnPage: Bool { layer.rows[.label] != nil }

  func arranged(in panels: [Panel], clearOf rooms: inout PanelRooms) -> ZoneMark {
    var mark = self
    for panel in panels {
      for (row, area) in areas(in: panel)
      where layer.rows[.label]?.column.isPresent(row) == true {
        mark.labels[row] = label(row, area, panel, &rooms[panel])
        if mark.labels[row] == nil { mark.leftOut += 1 }
      }
    }
    return mark
  }

  /// Words in the first free place of a zone, or beside a narrow one; nil where there is none.
  private func label(_ row: Int, _ area: Rectangle, _ panel: Panel, _ room: inout PanelRoom)
    -> PlacedWord?
  {
    guard let channel = layer.rows[.label] else { return nil }
    let (theme, measuring) = (panel.context.theme, panel.context.measuring)
    let text = measuring.fitted(
      Words(formatter: panel.context.formatter).text(channel, row: row), theme.label,
      width: panel.frame.width * 0.5)
    let extent = measuring.extent(of: text, font: theme.label)
    let places = side == .x ? upright(area, extent) : lying(area, extent)
    let inside = places.map { $0.moved(from: panel.corner) }.filter { place in
      place.x >= 0 && place.maxX <= panel.frame.width && place.maxY <= panel.frame.height
        && room.isFree(ofWords: place)
    }
    let free = inside.first { room.curves.isFree($0) && room.dots.isFree($0) }
    guard let free else { return nil }
    room.labels.occupy(free)
    return PlacedWord(
      run: TextRun(text, font: theme.label, paint: theme.ink),
      place: Point(x: free.x, y: free.y + extent.ascent), anchor: .start)
  }

  /// Places at the top of a zone of x, or beside a narrow one.
  private func upright(_ area: Rectangle, _ extent: TextExtent) -> [Rectangle] {
    let isNarrow = area.width < extent.width + 4
    let lefts =
      isNarrow
      ? [area.maxX + 3, area.x - extent.width - 3] : [area.midX - extent.width * 0.5]
    return (0..<6).flatMap { line in
      lefts.map {
        Rectangle(
          x: $0, y: area.y + 3 + extent.height * Double(line), width: extent.width,
          height: extent.height)
      }
    }
  }

  /// Places along the top and the foot of a zone of y, from the left.
  private func lying(_ area: Rectangle, _ extent: TextExtent) -> [Rectangle] {
    guard area.height >= extent.height else { return [] }
    return (0..<12).flatMap { step in
      [area.y, area.maxY - extent.height].map {
        Rectangle(
          x: area.x + 4 + area.width * (Double(step) / 12), y: $0, width: extent.width,
          height: extent.height)
      }
    }
  }

  // MARK: Words

  func story(in words: Words) -> Story {
    let told = rows.prefix(Layer.mostTold).compactMap { row -> String? in
      guard let from = layer.rows[side.channel], let to = layer.rows[side.endChannel] else {
        return nil
      }
      let name = layer.rows[.label].flatMap {
        $0.column.isPresent(row) ? "\(words.text($0, row: row)): " : nil
      }
      return (name ?? "")
        + "a zone from \(words.text(from, row: row)) to \(words.text(to, row: row))"
    }
    return Story(
      kind: "Zones", measure: "", unit: "", findings: told,
      methods: words.labelsLeftOut(leftOut).map { [$0] } ?? [], points: rows.count)
  }
}
