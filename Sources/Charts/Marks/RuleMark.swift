import Drawing
import Frame

/// A line across the panel at a value of x or of y, or a stretch from x to x2 or y to y2.
struct RuleMark: Mark {
  static let name = "rule"
  static let needs: [Channel] = []
  static let takes: [Channel] = [.x, .y, .x2, .y2, .color, .label]
  static let cleans: [Channel] = [.x, .y, .x2, .y2]
  static let sample = LegendSample.line
  static let traits: MarkTraits = [.turnsWithOthers]

  private let layer: Layer
  private let rows: [Int]
  /// How many rules there would be.
  private let all: Int
  /// The label of each row, once it has a place.
  private var labels: [Int: PlacedWord] = [:]
  /// How many labels would cover others.
  private var leftOut = 0

  /// More rules than this in a panel are a texture, not lines to be read.
  private static let most = 200
  /// Stretches from one place to another may be as many as there are rows of a page.
  private static let mostSpans = 2000

  init(_ layer: Layer, _ settings: NoSettings) {
    self.layer = layer
    var seen: Set<[Value]> = []
    let rules = (0..<layer.rows.count).filter { row in
      let place = [Channel.x, .y, .x2, .y2, .label].map { layer.rows[$0]?.column[row] ?? .null }
      return seen.insert([.integer(Int64(layer.panels[row]))] + place).inserted
    }
    let isSpan = layer.rows[.x2] != nil || layer.rows[.y2] != nil
    let most = isSpan ? RuleMark.mostSpans : RuleMark.most
    var counts: [Int: Int] = [:]
    rows = rules.filter { row in
      counts[layer.panels[row], default: 0] += 1
      return counts[layer.panels[row], default: 0] <= most
    }
    all = rules.count
  }

  func demand(_ side: Side) -> AxisDemand {
    AxisDemand(layer.rows[side.channel]).joined(AxisDemand(layer.rows[side.endChannel]))
  }

  func draw(in panel: Panel) -> [SceneElement] {
    lines(in: panel).flatMap { row, line -> [SceneElement] in
      let stroke = Stroke(paint(row, panel), width: 0.9, dashes: isSpan ? [] : [3, 2])
      let element = SceneElement.path(.polyline(line), fill: nil, stroke: stroke)
      return [element] + (labels[row]?.elements(in: panel) ?? [])
    }
  }

  private func lines(in panel: Panel) -> [(row: Int, line: [Point])] {
    rows.filter { layer.panels[$0] == panel.index }.compactMap { row in
      guard let x = ends(.x, row, panel), let y = ends(.y, row, panel) else { return nil }
      let line = [Point(x: Points(x.0), y: Points(y.0)), Point(x: Points(x.1), y: Points(y.1))]
      return (row, line)
    }
  }

  var isArrangedOnPage: Bool { true }

  func arranged(in panels: [Panel], clearOf rooms: inout PanelRooms) -> RuleMark {
    var mark = self
    for panel in panels {
      for (row, line) in lines(in: panel)
      where layer.rows[.label]?.column.isPresent(row) == true {
        mark.labels[row] = label(row, line[1], panel, &rooms[panel])
        if mark.labels[row] == nil { mark.leftOut += 1 }
      }
    }
    return mark
  }

  func obstacles(in panel: Panel) -> Obstacles {
    let upright = lines(in: panel).map(\.line).filter {
      $0[0].x == $0[1].x || $0[0].y == $0[1].y
    }
    return Obstacles(lines: upright.map(\.area))
  }

  /// The levels along a side at which lines cross whole panels.
  func levels(along side: Side) -> [Double] {
    guard !isSpan, layer.rows[side.other.channel] == nil else { return [] }
    return rows.compactMap { layer.rows[side.channel]?.column[$0].number }.unique
  }

  private var isSpan: Bool { layer.rows[.x2] != nil || layer.rows[.y2] != nil }

  /// Where the line begins and ends on a side: the whole panel where the side is not given.
  private func ends(_ side: Side, _ row: Int, _ panel: Panel) -> (Double, Double)? {
    let scale = panel.scale(side)
    guard let column = layer.rows[side.channel] else { return scale.ends }
    let from = scale.places(of: column.column, rows: [row])[0]
    let to = layer.rows[side.endChannel].map { scale.places(of: $0.column, rows: [row])[0] } ?? from
    return from.isFinite && to.isFinite ? (from, to) : nil
  }

  private func paint(_ row: Int, _ panel: Panel) -> Paint {
    layer.rows[.color] == nil ? panel.context.theme.grey : layer.colors.paint(layer.groups[row])
  }

  /// The label at the line's end, in the first place that is free: above a lying line or right of
  /// an upright one, then on the other side, then farther back or down; on lines, with paper between,
  /// and on dots only where no other place is left.
  private func label(_ row: Int, _ end: Point, _ panel: Panel, _ room: inout PanelRoom)
    -> PlacedWord?
  {
    guard let channel = layer.rows[.label] else { return nil }
    let (theme, measuring) = (panel.context.theme, panel.context.measuring)
    let text = measuring.fitted(
      Words(formatter: panel.context.formatter).text(channel, row: row), theme.label,
      width: panel.frame.width * 0.5)
    let extent = measuring.extent(of: text, font: theme.label)
    let isUpright = layer.rows[.y] == nil
    let ends = isUpright ? upright(end, extent, panel) : lying(end, extent, panel)
    let places = ends.map { place, anchor in
      let x = anchor == .start ? place.x : place.x - extent.width
      let area = Rectangle(
        x: x, y: place.y - extent.ascent * 0.8, width: extent.width, height: extent.height * 0.8)
      return (place: place, anchor: anchor, area: area.moved(from: panel.corner))
    }
    .filter { isInside($0.area, panel) && room.isFree(ofWords: $0.area) }
    let best =
      places.first { room.dots.isFree($0.area) && room.curves.isFree($0.area) }
      ?? places.first { room.dots.isFree($0.area) } ?? places.first
    guard let best else { return nil }
    let isStruck = !room.curves.isFree(best.area)
    room.labels.occupy(best.area)
    let run = TextRun(
      text, font: theme.label, paint: theme.legible(paint(row, panel), on: theme.rule))
    return PlacedWord(
      run: run, place: best.place.moved(from: panel.corner), anchor: best.anchor,
      ground: isStruck ? best.area : nil)
  }

  private func isInside(_ area: Rectangle, _ panel: Panel) -> Bool {
    area.x >= -0.5 && area.maxX <= panel.frame.width + 0.5 && area.y >= -12
      && area.maxY <= panel.frame.height
  }

  private func upright(_ end: Point, _ extent: TextExtent, _ panel: Panel)
    -> [(Point, TextAnchor)]
  {
    let first = panel.frame.y + panel.context.theme.label.size * 0.8
    return (0..<12).flatMap { line -> [(Point, TextAnchor)] in
      let y = first + extent.height * Double(line)
      return [(Point(x: end.x + 3, y: y), .start), (Point(x: end.x - 3, y: y), .end)]
    }
  }

  private func lying(_ end: Point, _ extent: TextExtent, _ panel: Panel) -> [(Point, TextAnchor)] {
    let below = end.y + extent.ascent * 0.8 + 2
    return (0..<10).flatMap { step -> [(Point, TextAnchor)] in
      let x = panel.frame.maxX - (extent.width * 0.5 + 8) * Double(step)
      return [(Point(x: x, y: end.y - 3), .end), (Point(x: x, y: below), .end)]
    }
  }

  func story(in words: Words) -> Story {
    let lines = [Channel.x, .y].compactMap { channel -> String? in
      guard let column = layer.rows[channel], let row = rows.first, rows.count == 1,
        let number = column.column[row].number
      else { return nil }
      // A number that the author wrote is its own label.
      let label = Double(column.label) == nil ? words.inSentence(column.label.oneLine) + " " : ""
      return "a line marks \(label)\(words.number(number, like: column))"
    }
    let cut =
      all > rows.count
      ? "\(words.count(rows.count)) of \(words.count(all)) rules are shown, the first" : nil
    return Story(
      kind: "Rules", measure: "", unit: "", findings: lines,
      methods: [cut, words.labelsLeftOut(leftOut)].compactMap(\.self), points: rows.count)
  }
}

extension [Point] {
  /// A thin area around a line between two points, which no label may cross.
  fileprivate var area: Rectangle {
    let (xs, ys) = (map(\.x), map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    return Rectangle(
      x: left - 0.25, y: top - 0.25, width: (xs.max() ?? 0) - left + 0.5,
      height: (ys.max() ?? 0) - top + 0.5)
  }
}
