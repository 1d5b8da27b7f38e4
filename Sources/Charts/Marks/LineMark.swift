import Drawing
import Frame

/// Lines through the rows in the order of x, one a colour category; a gap where y is missing.
struct LineMark: Mark {
  static let name = "line"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.color]
  static let cleans: [Channel] = [.x]
  static let breaks: [Channel] = [.y]
  static let measures: [[Channel]] = [[.y]]
  static let sample = LegendSample.line
  static let traits: MarkTraits = [.carriesTrend, .toldApartByMeasure, .seesBeyondDomain]

  let layer: Layer
  let series: [Layer.Series]
  /// Where each row stands along x: its number, or the rank of its category.
  let xs: [Double]
  let ys: [Double]
  private let curve: CurveKind
  /// The lines of other layers beside it.
  private(set) var others: [LineMark] = []

  init(_ layer: Layer, _ settings: CurveSettings) {
    self.layer = layer
    curve = settings.kind ?? .linear
    ys = layer.numbers(.y)
    let xs = LineMark.order(layer)
    self.xs = xs
    series = layer.series.map { series in
      // Most rows come in the order of x already.
      let isSorted = zip(series.rows, series.rows.dropFirst()).allSatisfy { xs[$0] <= xs[$1] }
      guard !isSorted else { return series }
      let rows = series.rows.sorted { (xs[$0], $0) < (xs[$1], $1) }
      return Layer.Series(panel: series.panel, group: series.group, rows: rows)
    }
  }

  /// Where each row stands along x: its number, or the rank of its category.
  private static func order(_ layer: Layer) -> [Double] {
    guard let x = layer.rows[.x] else { return [] }
    guard x.isCategorical else { return layer.numbers(.x) }
    let ranks = layer.ranks(along: .x)
    return (0..<x.column.count).map { ranks[x.column[$0]].map(Double.init) ?? .infinity }
  }

  func beside(_ marks: [any Mark]) -> LineMark {
    var mark = self
    mark.others = marks.compactMap { $0 as? LineMark }
      .filter {
        $0.layer.rows[.y]?.field != layer.rows[.y]?.field
          || $0.layer.rows.opacity != layer.rows.opacity
      }
    return mark
  }

  func demand(_ side: Side) -> AxisDemand {
    var demand = AxisDemand(layer.rows[side.channel])
    if side == .y, demand.range != nil {
      demand.range = AxisDemand.joined(
        AxisDemand.range(layer.numbersInWindow(.y)), AxisDemand.range(levelsAtWindow))
    }
    demand.isTight = side == .x
    return demand
  }

  /// Where straight lines cross the ends of a window, between rows that lie within and beyond it.
  private var levelsAtWindow: [Double] {
    guard layer.rows[.x]?.isCategorical == false, curve == .linear else { return [] }
    return series.flatMap { line in
      layer.levelsAtWindow(places: line.rows.map { xs[$0] }, levels: line.rows.map { ys[$0] })
    }
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let x = layer.rows[.x] else { return [] }
    let shown = series.filter { $0.panel == panel.index }
    // The many in grey below those with a colour.
    let ordered = shown.filter { isPooled($0.group) } + shown.filter { !isPooled($0.group) }
    return ordered.flatMap { series -> [SceneElement] in
      let points = thinned(series.rows, x.column, panel)
      return draw(curve.corners(points), stroke(series.group, panel))
    }
  }

  /// The rows of a line in a window with the one before and the one behind, to which it leads.
  private static func seen(_ rows: [Int], _ xs: [Double], through window: ClosedRange<Double>)
    -> ArraySlice<Int>
  {
    let first = rows.firstIndex { xs[$0] >= window.lowerBound } ?? rows.endIndex
    let last = rows.lastIndex { xs[$0] <= window.upperBound } ?? rows.startIndex
    let (start, end) = (max(rows.startIndex, first - 1), min(rows.endIndex, last + 2))
    return rows[start..<max(start, end)]
  }

  /// Lines through more rows than this fill their stretch: no label keeps off them.
  private static let mostObstacles = 2000

  func obstacles(in panel: Panel) -> Obstacles {
    guard let x = layer.rows[.x], layer.rows.count <= LineMark.mostObstacles else {
      return Obstacles()
    }
    return series.filter { $0.panel == panel.index }.reduce(into: Obstacles()) { found, series in
      found.curves += Obstacles(along: curve.corners(thinned(series.rows, x.column, panel))).curves
    }
  }

  /// The points of a line that a drawing can show.
  private func thinned(_ rows: [Int], _ column: Column, _ panel: Panel) -> [Point?] {
    var line = LineThinning(isThin: Double(rows.count) > 8 * panel.frame.width.value)
    if let x = panel.x.numbers, let y = panel.y.numbers {
      for row in LineMark.seen(rows, xs, through: x.domain) {
        line.add(x: x.place(xs[row]), y: y.place(ys[row]))
      }
    } else {
      let places = panel.x.places(of: column, rows: rows)
      for (place, row) in LineMark.inOrder(places, rows, panel.x) {
        line.add(x: place, y: panel.y.place(ys[row]))
      }
    }
    return line.points
  }

  /// The places with their rows from left to right: bands may be ordered by what other layers hold.
  private static func inOrder(_ places: [Double], _ rows: [Int], _ scale: PositionScale)
    -> [(Double, Int)]
  {
    let pairs = Array(zip(places, rows))
    guard scale.bands != nil, zip(places, places.dropFirst()).contains(where: { $0 > $1 }) else {
      return pairs
    }
    return pairs.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map(\.element)
  }

  func tips(in panel: Panel) -> [Tip] {
    // A line of its own width accompanies rows that tell their values themselves.
    guard layer.rows.count <= Tip.most, let x = layer.rows[.x], layer.rows.opacity ?? 1 == 1,
      layer.rows.lineWidth == nil
    else { return [] }
    let words = Words(formatter: panel.context.formatter)
    return series.filter { $0.panel == panel.index }.flatMap { series -> [Tip] in
      zip(series.rows, panel.x.places(of: x.column, rows: series.rows)).compactMap { row, place in
        let level = panel.y.place(ys[row])
        guard place.isFinite, level.isFinite else { return nil }
        let point = Point(x: Points(place), y: Points(level))
        return Tip(at: point, reach: 5, text: words.tip(layer, row: row))
      }
    }
  }

  private func draw(_ points: [Point?], _ stroke: Stroke) -> [SceneElement] {
    // A point between two gaps has no line; it must not vanish.
    let lonely = points.indices.filter { index in
      points[index] != nil && (index == 0 || points[index - 1] == nil)
        && (index == points.count - 1 || points[index + 1] == nil)
    }
    let line = SceneElement.path(Path(brokenAtGaps: points), fill: nil, stroke: stroke)
    guard !lonely.isEmpty else { return [line] }
    let radius = max(stroke.width, 1.2)
    return [
      line,
      .dots(lonely.compactMap { points[$0] }, shape: .circle, radius: radius, paint: stroke.paint),
    ]
  }

  /// Whether a line shares the grey of the many without a colour of their own.
  private func isPooled(_ group: Int) -> Bool {
    layer.colors.categories.indices.contains(group) && layer.colors.categories[group].isPooled
  }

  private func stroke(_ group: Int, _ panel: Panel) -> Stroke {
    let paint = layer.colors.paint(group)
    if let width = layer.rows.lineWidth { return Stroke(paint, width: width, ending: .round) }
    if let opacity = layer.rows.opacity, opacity < 1 {
      return Stroke(paint.opacity(opacity), width: 0.8, ending: .round)
    }
    return isPooled(group)
      ? Stroke(paint.opacity(0.45), width: 0.6, ending: .round)
      : Stroke(
        paint, width: 1.6, dashes: panel.dashes(group),
        ending: panel.dashes(group).isEmpty ? .round : .butt)
  }

  func endLabels(in words: Words) -> [EndLabel] {
    if let opacity = layer.rows.opacity, opacity < 1 { return [] }
    return series.compactMap { series in
      guard let (last, end) = end(of: series) else { return nil }
      let categories = layer.colors.categories
      guard !categories.isEmpty, !categories[series.group].isPooled else { return nil }
      return EndLabel(
        group: series.group, name: categories[series.group].label,
        value: end.isRow ? words.number(ys[last], like: layer.rows[.y]) : nil, level: end.y,
        place: end.x,
        paint: layer.colors.paint(series.group))
    }
  }

  /// Where a line ends for a reader: at its last row, or at the end of a window beyond which it goes
  /// on.
  private struct End {
    var x: Double?
    var y: Double
    var isRow = true
  }

  /// The last row of a line that a reader sees, and where the line ends.
  private func end(of series: Layer.Series) -> (row: Int, end: End)? {
    let rows = layer.asRead(series.rows)
    guard
      let last = rows.lastIndex(where: { ys[$0].isFinite && layer.isInWindow($0, .x) })
    else { return nil }
    let row = rows[last]
    guard let x = layer.rows[.x], !x.isCategorical else { return (row, End(y: ys[row])) }
    let next = rows[last...].dropFirst().first
    let ends = next.map { [row, $0] } ?? []
    let levels = layer.levelsAtWindow(places: ends.map { xs[$0] }, levels: ends.map { ys[$0] })
    guard curve == .linear, let level = levels.first, let window = x.settings.range else {
      return (row, End(x: xs[row], y: ys[row]))
    }
    let edge = x.settings.isReversed ? window.lowerBound : window.upperBound
    return (row, End(x: edge, y: level, isRow: false))
  }
}
