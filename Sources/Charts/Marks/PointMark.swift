import Drawing
import Frame
import JSON

/// Dots, one a row, the area shows `size` where it is given; beyond so many rows their density.
struct PointMark: Mark {
  static let name = "point"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.color, .size, .shape, .label]
  static let cleans: [Channel] = [.x, .y, .size]
  static let sample = LegendSample.dot
  static let traits: MarkTraits = [
    .showsMeasureAsRamp, .carriesTrend, .toldApartByMeasure, .leavesBandsOpen,
  ]

  let layer: Layer
  /// The labels of each panel, once they have places.
  private(set) var labels: [Int: PlacedLabels] = [:]
  private(set) var density: PointDensity?
  /// Where shapes of the same colours stand side by side.
  private var slots: SharedSlots?
  /// Whether dots are few and stand for many rows, or lie on other shapes.
  private var standsOut: Bool
  /// Whether a straight trend of the same rows tells how its measures go together.
  private(set) var hasTrend = false

  init(_ layer: Layer, _ settings: PointSettings) {
    self.layer = layer
    standsOut = layer.rows.isAggregated
  }

  func beside(_ marks: [any Mark]) -> PointMark {
    var mark = self
    mark.slots = SharedSlots(layer, beside: marks)
    mark.standsOut = standsOut || marks.contains { $0 is any CrowdedMark }
    mark.hasTrend = marks.lazy.compactMap { $0 as? TrendMark }.contains { trend in
      trend.settings.kind.isStraight
        && [.x, .y].allSatisfy { trend.layer.rows[$0]?.field == layer.rows[$0]?.field }
    }
    return mark
  }

  /// A density shows how many rows there are, which no size, shape or label of one row can say.
  static func shown(_ rows: LayerRows, _ settings: PointSettings) -> LayerRows {
    guard rows.count > settings.mostDots else { return rows }
    var rows = rows
    let lost = [Channel.size, .shape, .label].filter { channel in
      rows.channels.removeValue(forKey: channel).map { !$0.isConstant } ?? false
    }
    rows.unshown = lost.map(\.rawValue)
    return rows
  }

  func demand(_ side: Side) -> AxisDemand {
    var demand = AxisDemand(layer.rows[side.channel])
    if layer.rows[.size]?.isConstant == false {
      demand.margin = Panel.largestRadius
    } else if layer.rows[.label] != nil {
      // Names stand beside the outermost dots too.
      demand.margin = PointMark.nameRoom
    }
    return demand
  }

  /// The room of a line of letters.
  private static let nameRoom: Points = 8

  func legendEntries(in context: DrawingContext) -> [Legend.Entry] {
    density?.legendEntries(in: context) ?? []
  }

  var isArrangedOnPage: Bool { layer.rows.unshown != nil || layer.rows[.label] != nil }

  func arranged(in panels: [Panel], clearOf rooms: inout PanelRooms) -> PointMark {
    var mark = self
    guard layer.rows.unshown == nil else {
      mark.density = PointDensity(layer, in: panels)
      return mark
    }
    for panel in panels {
      mark.labels[panel.index] = PlacedLabels(
        of: layer, dots: placedDots(in: panel), in: panel, clearOf: &rooms[panel])
    }
    return mark
  }

  /// Among more dots than this no place is free; labels of other marks may lie on them.
  private static let mostObstacles = 5000

  func obstacles(in panel: Panel) -> Obstacles {
    guard layer.rows.unshown == nil,
      layer.rows[.label] != nil || layer.rows.count <= PointMark.mostObstacles
    else { return Obstacles() }
    return Obstacles(dots: placedDots(in: panel).map(\.area))
  }

  /// The dots of a panel.
  private func placedDots(in panel: Panel) -> [PlacedDot] {
    let rows = layer.rows(inPanel: panel.index)
    let xs = layer.places(.x, rows: rows, in: panel, slots)
    let ys = layer.places(.y, rows: rows, in: panel, slots)
    let looks = DotLooks(layer, panel, standsOut: standsOut)
    return rows.indices.compactMap { index in
      guard xs[index].isFinite, ys[index].isFinite, let look = looks[rows[index]] else {
        return nil
      }
      let point = Point(x: Points(xs[index]), y: Points(ys[index]))
      // What a domain cuts off has no label, which would stand at another's dot.
      guard panel.frame.grown(by: 0.5).contains(point) else { return nil }
      return PlacedDot(row: rows[index], point: point, radius: look.radius)
    }
  }

  func draw(in panel: Panel) -> [SceneElement] {
    if let density { return density.draw(in: panel) }
    let rows = layer.rows(inPanel: panel.index)
    let xs = layer.places(.x, rows: rows, in: panel, slots)
    let ys = layer.places(.y, rows: rows, in: panel, slots)
    let looks = DotLooks(layer, panel, standsOut: standsOut)
    // In stretches of rows, so that no category lies wholly on top of another.
    let stretch = max(64, rows.count / 8)
    let elements = stride(from: 0, to: rows.count, by: stretch).flatMap { start in
      dots(rows, start..<min(start + stretch, rows.count), xs, ys, looks)
    }
    return elements + (labels[panel.index]?.elements(in: panel) ?? [])
  }

  private func dots(
    _ rows: [Int], _ stretch: Range<Int>, _ xs: [Double], _ ys: [Double], _ looks: DotLooks
  ) -> [SceneElement] {
    var order: [DotLook: Int] = [:]
    var found: [(look: DotLook, points: [Point])] = []
    for index in stretch {
      guard xs[index].isFinite, ys[index].isFinite, let look = looks[rows[index]] else { continue }
      let point = Point(x: Points(xs[index]), y: Points(ys[index]))
      if let slot = order[look] {
        found[slot].points.append(point)
      } else {
        order[look] = found.count
        found.append((look, [point]))
      }
    }
    // Large bubbles first, so that small ones stay visible.
    return found.enumerated().sorted {
      ($1.element.look.radius, $0.offset) < ($0.element.look.radius, $1.offset)
    }
    .map { .dots($1.points, shape: $1.look.shape, radius: $1.look.radius, paint: $1.look.paint) }
  }

  func tips(in panel: Panel) -> [Tip] {
    guard layer.rows.count <= Tip.most else { return [] }
    let words = Words(formatter: panel.context.formatter)
    // As they are drawn: small ones lie on large ones.
    return placedDots(in: panel).sorted { ($1.radius, $0.row) < ($0.radius, $1.row) }.map { dot in
      Tip(at: dot.point, reach: max(4, dot.radius), text: words.tip(layer, row: dot.row))
    }
  }
}
