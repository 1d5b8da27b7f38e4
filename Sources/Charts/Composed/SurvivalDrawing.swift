import Drawing
import Formatting
import Frame
import Statistics

/// Survival curves with the sizes of their parts.
struct SurvivalDrawing {
  private let chart: SurvivalChart
  private let width: Points
  private let context: DrawingContext
  private let frame: Rectangle
  private let x: Axis
  private let y: Axis
  /// The times under which the numbers at risk stand.
  private let times: [Tick]
  private let names: [String]
  private let endLabels: EndLabels

  private static let row: Points = 10.5
  private static let top: Points = 5

  init(_ chart: SurvivalChart, width: Points, context: DrawingContext) {
    self.chart = chart
    self.width = width
    self.context = context
    let font = context.theme.label
    func extent(_ text: String) -> Points {
      context.measuring.extent(of: text, font: font).width
    }
    names = chart.curves.map { curve in
      context.measuring.fitted(curve.label ?? "At risk", font.weight(600), width: width * 0.24)
    }
    let height = 110 + width * 0.14
    endLabels = SurvivalDrawing.endLabels(chart, width: width, height: height, context)
    let widest = names.map { context.measuring.extent(of: $0, font: font.weight(600)).width }
    let counts = chart.curves.map { extent(context.formatter.count($0.estimate.n)) }
    // The first count stands centred under the axis's beginning.
    let left = max(
      extent(context.formatter.percentage(1)) + AxisDrawing.labelGap,
      (widest.max() ?? 0) + (counts.max() ?? 0) / 2 + AxisDrawing.labelGap)
    let last = context.formatter.number(chart.end, significant: 4)
    let right = max(endLabels.width, extent(last) / 2 + 2)
    frame = Rectangle(
      x: left, y: SurvivalDrawing.top, width: max(60, width - left - right), height: height)
    (x, times) = SurvivalDrawing.timeAxis(chart, frame, context)
    y = SurvivalDrawing.shareAxis(frame, context)
  }

  private static func endLabels(
    _ chart: SurvivalChart, width: Points, height: Points, _ context: DrawingContext
  ) -> EndLabels {
    let labels = chart.curves.enumerated().compactMap { index, curve in
      curve.label.map {
        EndLabel(
          group: index, name: $0, level: curve.estimate.points.last?.survival ?? 1,
          place: curve.estimate.points.last?.time, paint: curve.paint)
      }
    }
    let beside = EndLabels(labels, context: context)
    // Where they have no room, the coloured names of the table under the axis tell the curves apart.
    let fits = beside.width <= width * 0.28 && beside.height <= height
    return fits ? beside : EndLabels([], context: context)
  }

  private static func timeAxis(
    _ chart: SurvivalChart, _ frame: Rectangle, _ context: DrawingContext
  ) -> (axis: Axis, times: [Tick]) {
    let domain = 0...chart.end
    let plan = AxisPlan(
      places: .numbers(.linear, domain), channel: nil, isTight: true, smallestStep: 0)
    let axis = AxisMaking(
      plan: plan, side: .x, context: context, start: frame.x, end: frame.maxX
    ).make()
    let wanted = chart.times.filter(domain.contains)
    // Labels in units of a power of ten are not the times as an author writes them.
    guard !wanted.isEmpty, axis.unit == nil else { return (axis, axis.ticks) }
    // Who was at risk at the beginning is told too.
    let told = Set([0] + wanted).sorted().map { Tick($0, context.formatter.text(.double($0))) }
    // Times that tell the whole span stand alone; round ones between would make it uneven.
    guard (wanted.max() ?? 0) < chart.end * 0.6 else { return (axis.with(told), told) }
    return (axis.with(SurvivalDrawing.merged(told, axis, context)), told)
  }

  /// Wanted ticks and those of the axis whose labels stand clear of them.
  private static func merged(_ wanted: [Tick], _ axis: Axis, _ context: DrawingContext) -> [Tick] {
    func stretch(_ tick: Tick) -> ClosedRange<Double> {
      let half = context.measuring.extent(of: tick.label, font: axis.font).width.value / 2 + 4
      return axis.place(tick) - half...axis.place(tick) + half
    }
    let taken = wanted.map(stretch)
    let free = axis.ticks.filter { tick in !taken.contains { $0.overlaps(stretch(tick)) } }
    return (wanted + free).sorted { $0.value < $1.value }
  }

  private static func shareAxis(_ frame: Rectangle, _ context: DrawingContext) -> Axis {
    var share = ChannelColumn(column: Column(doubles: []), field: "survival", label: "Survival")
    share.settings.format = ValueFormat(".0%")
    let plan = AxisPlan(
      places: .numbers(.linear, 0...1), channel: share, isTight: true, smallestStep: 0)
    return AxisMaking(
      plan: plan, side: .y, context: context, start: frame.maxY, end: frame.y
    ).make()
  }

  var scene: Scene {
    let axes = AxisDrawing(frame: frame, x: x, y: y, context: context, hasGrid: true)
    let marks = chart.curves.map(band) + chart.curves.map(line)
    let table = atRisk
    let elements =
      axes.behind + [.group(SceneGroup(marks.flatMap(\.self), role: "marks"))] + axes.base
      + axes.xLabels() + axes.yLabels(names: 0)
      + endLabels.draw(beside: frame, x: x.scale, y: y.scale)
      + table.elements
    return Scene(size: Size(width: width, height: table.bottom), elements: elements)
  }

  // MARK: Curves

  private func place(_ time: Double, _ share: Double) -> Point {
    Point(x: Points(x.scale.place(time)), y: Points(y.scale.place(share)))
  }

  /// The corners of a falling staircase that begins at time 0.
  ///
  /// Steps smaller than a printer's dot are left out: a curve of a million rows has no more corners
  /// than its width can show.
  private func staircase(_ steps: [(time: Double, share: Double)], from start: Double) -> [Point] {
    var corners = [place(0, start)]
    for step in steps {
      guard let last = corners.last else { break }
      let next = place(step.time, step.share)
      if next.x - last.x < 0.1, next.y - last.y < 0.1 { continue }
      if next.x != last.x { corners.append(Point(x: next.x, y: last.y)) }
      if next.y != last.y { corners.append(next) }
    }
    return corners
  }

  private func band(_ curve: SurvivalChart.Curve) -> [SceneElement] {
    // Up to the first event the curve stays at 1 and has no interval; the band begins there.
    let points = curve.estimate.points.drop { $0.interval == nil }.prefix { $0.interval != nil }
    guard curve.estimate.events > 0, let end = points.last else { return [] }
    let steps = points.compactMap { point in point.interval.map { (point.time, $0) } }
    // The last interval holds until the curve falls to 0, where none is defined.
    let last = curve.estimate.points.first { $0.time > end.time }?.time ?? end.time
    func edge(_ end: (Interval) -> Double) -> [Point] {
      let levels = steps.map { (time: $0, share: end($1)) }
      return staircase(levels + [(last, levels.last?.share ?? 1)], from: 1)
    }
    let outline = Path.polygon(edge(\.high) + edge(\.low).reversed())
    return [.path(outline, fill: curve.paint.opacity(0.13), stroke: nil)]
  }

  private func line(_ curve: SurvivalChart.Curve) -> [SceneElement] {
    let points = curve.estimate.points
    var corners = staircase(points.map { ($0.time, $0.survival) }, from: 1)
    if let end = points.last { corners.append(place(end.time, end.survival)) }
    return [
      .path(.polyline(corners), fill: nil, stroke: Stroke(curve.paint, width: 1.4))
    ] + censorings(curve)
  }

  /// A short upright tick where rows were censored; ticks that would cover each other are one.
  private func censorings(_ curve: SurvivalChart.Curve) -> [SceneElement] {
    var steps: [Path.Step] = []
    var last: Point?
    for point in curve.estimate.points where point.censored > 0 {
      let at = place(point.time, point.survival)
      if let last, at.x - last.x < 0.5, at.y - last.y < 0.5 { continue }
      last = at
      steps += [.move(Point(x: at.x, y: at.y - 2.4)), .line(Point(x: at.x, y: at.y + 2.4))]
    }
    guard !steps.isEmpty else { return [] }
    return [.path(Path(steps), fill: nil, stroke: Stroke(curve.paint, width: 0.7))]
  }

  // MARK: Numbers at risk

  /// The table under the axis, with the measure of time at its right.
  private var atRisk: (elements: [SceneElement], bottom: Points) {
    let theme = context.theme
    let font = theme.label
    let line = context.measuring.extent(of: "0", font: font).height
    var baseline = frame.maxY + AxisDrawing.tickLength + 2 + line + SurvivalDrawing.row
    func text(_ text: String, _ font: Font, _ paint: Paint, _ x: Points, _ anchor: TextAnchor)
      -> SceneElement
    {
      .text(
        TextRun(text, font: font, paint: paint), at: Point(x: x, y: baseline), anchor: anchor,
        rotation: 0)
    }
    let hasNames = chart.curves.contains { $0.label != nil }
    let unit = x.unit.map { ", \($0)" } ?? ""
    let time = context.measuring.fitted(chart.timeLabel, font, width: frame.width * 0.6)
    var elements = [text(time + unit, font, theme.grey, frame.maxX, .end)]
    if hasNames { elements.append(text("At risk", font, theme.grey, 0, .start)) }
    let ticks = told
    for (curve, name) in zip(chart.curves, names) {
      baseline = baseline + SurvivalDrawing.row + 1
      let paint = hasNames ? theme.legible(curve.paint) : theme.grey
      elements.append(text(name, hasNames ? font.weight(600) : font, paint, 0, .start))
      elements += ticks.map { tick in
        text(
          context.formatter.count(curve.estimate.atRisk(at: tick.value)), font, theme.ink,
          Points(x.place(tick)), .middle)
      }
    }
    return ([.group(SceneGroup(elements, role: "at-risk"))], baseline + 3)
  }

  /// The ticks whose counts stand clear of each other.
  private var told: [Tick] {
    let counts = chart.curves.map { context.formatter.count($0.estimate.n) }
    let widest = counts.map { context.measuring.extent(of: $0, font: context.theme.label).width }
    let room = (widest.max() ?? 0) + 5
    var told: [Tick] = []
    for tick in times {
      if let last = told.last, Points(x.place(tick) - x.place(last)) < room { continue }
      told.append(tick)
    }
    return told
  }
}
