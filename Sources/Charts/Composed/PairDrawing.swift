import Drawing
import Frame

/// A pair plot with the sizes of its parts.
struct PairDrawing {
  let plot: PairPlot
  let context: DrawingContext
  private let width: Points
  private let groups: [Int]
  private let colors: LayerColors
  private let legend: Legend
  /// The axes of the measures at the origin; nil of one without a number.
  let xs: [Axis?]
  let ys: [Axis?]
  private let left: Points
  private let cell: Size

  private static let gap: Points = 8
  /// How far a label may reach over its cell.
  private static let reach: Points = (gap - 3) / 2
  /// The line at the top of the diagonal's cells for a measure's name.
  private static let head: Points = 13
  private static let foot: Points = 16

  init(
    _ plot: PairPlot, width: Points, context: DrawingContext, colors: inout CategoryColors
  ) {
    (self.plot, self.width, self.context) = (plot, width, context)
    let count = plot.columns.first?.count ?? 0
    (groups, self.colors, legend) = PairDrawing.painted(
      plot, rows: count, width: width, context, &colors)
    let measures = Double(plot.names.count)
    let gaps = PairDrawing.gap * (measures - 1)
    func side(_ left: Points) -> Points {
      max(8, (width - left - gaps - PairDrawing.reach) / measures)
    }
    func axes(_ side: Side, _ length: Points) -> [Axis?] {
      plot.columns.map { PairDrawing.axis($0, side, length, context) }
    }
    // The labels of y decide how wide cells are, and the height of cells which labels there are.
    let height = max(40, min(110, side(24) * 0.86))
    ys = axes(.y, height)
    let labels = ys.dropFirst().compactMap(\.self).flatMap { axis in
      axis.ticks.map { context.measuring.extent(of: $0.label, font: axis.font).width }
    }
    left = (labels.max() ?? 0) + AxisDrawing.labelGap
    cell = Size(width: side(left), height: height)
    xs = axes(.x, cell.width).map { $0.map { PairDrawing.inside($0, context) } }
  }

  /// The colours of the rows, and what they mean.
  private static func painted(
    _ plot: PairPlot, rows: Int, width: Points, _ context: DrawingContext,
    _ colors: inout CategoryColors
  ) -> ([Int], LayerColors, Legend) {
    let words = Words(formatter: context.formatter)
    let channels: [Channel: ChannelColumn] = plot.colors.map { [.color: $0] } ?? [:]
    let input = LayerInput(
      mark: PointMark.self, rows: LayerRows(count: rows, channels: channels))
    let trained = ColorTraining(theme: context.theme, words: words).train([input], &colors)[0]
    let painted = trained.colors.pooled(trained.groups, words)
    let entries = painted.colors.categories.map {
      Legend.Entry(label: $0.label, detail: nil, paint: $0.paint, sample: .square)
    }
    let legend = Legend(entries: entries, ramp: nil, sizes: nil, width: width, context: context)
    return (painted.groups, painted.colors, legend)
  }

  /// The axis of a measure, a little wider than its numbers, so that no dot is cut.
  private static func axis(
    _ numbers: [Double], _ side: Side, _ length: Points, _ context: DrawingContext
  ) -> Axis? {
    guard let range = AxisDemand.range(numbers) else { return nil }
    let half = range.upperBound / 2 - range.lowerBound / 2
    let margin = half > 0 ? half * 0.08 : max(range.lowerBound.magnitude * 0.1, 1)
    let largest = Double.greatestFiniteMagnitude
    let wide = max(-largest, range.lowerBound - margin)...min(largest, range.upperBound + margin)
    let plan = AxisPlan(
      places: .numbers(.linear, wide), channel: nil, isTight: true, smallestStep: 0)
    return AxisMaking(
      plan: plan, side: side, context: context, start: side == .x ? 0 : length,
      end: side == .x ? length : 0
    ).make()
  }

  /// The axis without labels that would reach under the next cell.
  private static func inside(_ axis: Axis, _ context: DrawingContext) -> Axis {
    guard case .continuous(let scale) = axis.scale else { return axis }
    return axis.with(
      axis.ticks.filter { tick in
        let half = context.measuring.extent(of: tick.label, font: axis.font).width.value / 2
        let place = axis.place(tick)
        return place - half >= scale.start - reach.value && place + half <= scale.end + reach.value
      })
  }

  // MARK: Scene

  var measures: Range<Int> { plot.names.indices }

  func frame(_ row: Int, _ column: Int) -> Rectangle {
    Rectangle(
      x: left + (cell.width + PairDrawing.gap) * Double(column),
      y: legend.height + (cell.height + PairDrawing.gap) * Double(row),
      width: cell.width, height: cell.height)
  }

  var scene: Scene {
    guard measures.count > 1 else { return Scene(size: Size(width: width, height: 0)) }
    let last = frame(measures.count - 1, measures.count - 1)
    let below = measures.flatMap { row in (0..<row).flatMap { scatter(row, $0) } }
    let groups: [(String, [SceneElement])] = [
      ("grid", measures.flatMap { row in (0...row).flatMap { ground(row, $0) } }),
      ("marks", below + measures.flatMap(spread)), ("coefficients", plot.cells.flatMap(words)),
      ("axis-x", measures.flatMap(under)), ("axis-y", measures.dropFirst().flatMap(beside)),
      ("head", measures.map(name)),
    ]
    return Scene(
      size: Size(width: width, height: last.maxY + PairDrawing.foot),
      elements: legend.elements
        + groups.filter { !$0.1.isEmpty }.map { .group(SceneGroup($0.1, role: $0.0)) })
  }

  /// The hairlines of a cell, and the line it stands on.
  private func ground(_ row: Int, _ column: Int) -> [SceneElement] {
    let area = frame(row, column)
    let hairline = Stroke(context.theme.rule, width: 0.5)
    let foot = [Point(x: area.x, y: area.maxY), Point(x: area.maxX, y: area.maxY)]
    let base = SceneElement.path(
      .polyline(foot), fill: nil, stroke: Stroke(context.theme.quiet, width: 0.6))
    guard row != column, let axis = ys[row] else { return [base] }
    let lines = axis.ticks.map { tick -> SceneElement in
      let y = area.y + Points(axis.place(tick))
      return .path(
        .polyline([Point(x: area.x, y: y), Point(x: area.maxX, y: y)]), fill: nil,
        stroke: hairline)
    }
    return lines + [base]
  }

  /// A layer of some measures, of the rows that have them all.
  private func layer(_ measures: [(Channel, Int)]) -> Layer {
    let rows = groups.indices.filter { row in
      measures.allSatisfy { !plot.columns[$0.1][row].isNaN }
    }
    let channels = measures.map { channel, measure in
      let numbers = rows.map { Optional(plot.columns[measure][$0]) }
      let name = plot.names[measure]
      return (channel, ChannelColumn(column: Column(doubles: numbers), field: name, label: name))
    }
    let made = LayerRows(
      count: rows.count, channels: Dictionary(channels, uniquingKeysWith: { a, _ in a }))
    return Layer(
      rows: made, panels: rows.map { _ in 0 }, groups: rows.map { groups[$0] }, colors: colors)
  }

  private func panel(_ area: Rectangle, x: PositionScale, y: PositionScale) -> Panel {
    Panel(index: 0, frame: area, x: x, y: y, largestSize: nil, context: context)
  }

  private func scatter(_ row: Int, _ column: Int) -> [SceneElement] {
    guard let x = xs[column], let y = ys[row] else { return [] }
    let area = frame(row, column)
    var layer = layer([(.x, column), (.y, row)])
    guard layer.rows.count > 0 else { return [] }
    if layer.rows.count > PairPlot.mostDots { layer.rows.unshown = [] }
    let panel = panel(area, x: x.moved(by: area.x).scale, y: y.moved(by: area.y).scale)
    var rooms = PanelRooms([panel], [])
    return PointMark(layer, PointSettings()).arranged(in: [panel], clearOf: &rooms).draw(in: panel)
  }

  private func spread(_ measure: Int) -> [SceneElement] {
    guard let x = xs[measure] else { return [] }
    let area = frame(measure, measure)
    let layer = layer([(.x, measure)])
    let mark = HistogramMark(layer, HistogramSettings())
    guard let most = mark.demand(.y).range?.upperBound, most > 0 else { return [] }
    let y = ContinuousScale(
      .linear, domain: 0...most, from: area.maxY, to: area.y + PairDrawing.head)
    let panel = panel(area, x: x.moved(by: area.x).scale, y: .continuous(y))
    return [.group(SceneGroup(mark.draw(in: panel), role: "spread", clip: area))]
  }
}
