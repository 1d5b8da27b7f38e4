package import Drawing
package import Frame

/// Every pair of some measures: how each is spread on the diagonal, how two lie together below it,
/// and how closely above it.
package struct PairPlot: Hashable, Sendable {
  /// What is told of two measures.
  package struct Cell: Hashable, Sendable {
    /// Index of the measure that stands higher; less than ``second``.
    package let first: Int
    package let second: Int
    /// The coefficient from −1 to 1; nil where it is undefined.
    package let coefficient: Double?
    /// The coefficient in words, with its star.
    package let text: String
    /// What stands under it, such as its interval; the first of these that has room.
    package let details: [String]

    package init(
      first: Int, second: Int, coefficient: Double?, text: String, details: [String]
    ) {
      (self.first, self.second) = (first, second)
      (self.coefficient, self.text, self.details) = (coefficient, text, details)
    }
  }

  let names: [String]
  let columns: [[Double]]
  /// The colour category of each row, with how the categories are called; nil where there are none.
  let colors: ChannelColumn?
  let cells: [Cell]

  /// More measures than this have no room side by side on a page.
  package static let most = 8
  /// More rows than this are a picture of their density.
  package static let mostDots = 2000

  /// A plot of measures, each with a number a row, NaN where it is missing; `colors` are categories
  /// a row, of a field by which they keep their colours through a report.
  package init(
    names: [String], columns: [[Double]],
    colors: (field: String, label: String, column: Column)? = nil,
    cells: [Cell]
  ) {
    self.names = names
    self.columns = columns.map { $0.map { $0.isFinite ? $0 : .nan } }
    self.colors = colors.map { ChannelColumn(column: $0.column, field: $0.field, label: $0.label) }
    self.cells = cells
  }

  /// Draws the plot for a width.
  package func draw(
    width: Points, in context: DrawingContext, colors: inout CategoryColors
  ) -> Scene {
    PairDrawing(self, width: width, context: context, colors: &colors).scene
  }
}

/// A pair plot with the sizes of its parts.
private struct PairDrawing {
  private let plot: PairPlot
  private let context: DrawingContext
  private let width: Points
  private let groups: [Int]
  private let colors: LayerColors
  private let legend: Legend
  /// The axes of the measures at the origin; nil of one without a number.
  private let xs: [Axis?]
  private let ys: [Axis?]
  private let left: Points
  private let cell: Size

  private static let gap: Points = 8
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
    func side(_ left: Points) -> Points { max(24, (width - left - gaps) / measures) }
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
    let painted = ColorTraining(theme: context.theme, words: words).train([input], &colors)[0]
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
    let reach = (gap.value - 3) / 2
    return axis.with(
      axis.ticks.filter { tick in
        let half = context.measuring.extent(of: tick.label, font: axis.font).width.value / 2
        let place = axis.place(tick)
        return place - half >= scale.start - reach && place + half <= scale.end + reach
      })
  }

  // MARK: Scene

  private var measures: Range<Int> { plot.names.indices }

  private func frame(_ row: Int, _ column: Int) -> Rectangle {
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

  // MARK: Words

  private func words(_ cell: PairPlot.Cell) -> [SceneElement] {
    let area = frame(cell.first, cell.second)
    let theme = context.theme
    let fill =
      cell.coefficient.map { ColorRamp.diverging.paint(at: ($0 + 1) / 2) } ?? theme.raised
    let paint = theme.words(on: fill)
    let large = theme.label.size(area.width > 60 ? 11 : 9).weight(600)
    let small = theme.label.size(7)
    let detail = cell.details.first {
      context.measuring.extent(of: $0, font: small).width <= area.width - 4
    }
    let middle = area.midY + context.measuring.extent(of: cell.text, font: large).ascent * 0.36
    let text = context.measuring.fitted(cell.text, large, width: area.width - 2)
    let lines: [SceneElement] = [
      .path(.rectangle(area), fill: fill, stroke: nil),
      .text(
        TextRun(text, font: large, paint: paint),
        at: Point(x: area.midX, y: detail == nil ? middle : middle - 5), anchor: .middle,
        rotation: 0),
    ]
    return lines
      + (detail.map {
        [
          .text(
            TextRun($0, font: small, paint: paint), at: Point(x: area.midX, y: middle + 7),
            anchor: .middle, rotation: 0)
        ]
      } ?? [])
  }

  /// The name of a measure at the top of its diagonal cell.
  private func name(_ measure: Int) -> SceneElement {
    let area = frame(measure, measure)
    let font = context.theme.label.weight(600)
    let text = context.measuring.fitted(plot.names[measure], font, width: area.width)
    return .text(
      TextRun(text, font: font, paint: context.theme.ink),
      at: Point(x: area.x, y: area.y + 8), anchor: .start, rotation: 0)
  }

  private func under(_ measure: Int) -> [SceneElement] {
    guard let axis = xs[measure] else { return [] }
    let area = frame(measures.count - 1, measure)
    let ascent = context.measuring.extent(of: "0", font: axis.font).ascent
    return axis.ticks.flatMap { tick -> [SceneElement] in
      let x = area.x + Points(axis.place(tick))
      let foot = [Point(x: x, y: area.maxY), Point(x: x, y: area.maxY + 2)]
      return [
        .path(.polyline(foot), fill: nil, stroke: Stroke(context.theme.quiet, width: 0.6)),
        .text(
          TextRun(tick.label, font: axis.font, paint: context.theme.grey),
          at: Point(x: x, y: area.maxY + 4 + ascent), anchor: .middle, rotation: 0),
      ]
    }
  }

  private func beside(_ measure: Int) -> [SceneElement] {
    guard let axis = ys[measure] else { return [] }
    let area = frame(measure, 0)
    return axis.ticks.map { tick in
      let extent = context.measuring.extent(of: tick.label, font: axis.font)
      let y = area.y + Points(axis.place(tick)) + extent.ascent * 0.36
      return .text(
        TextRun(tick.label, font: axis.font, paint: context.theme.grey),
        at: Point(x: area.x - AxisDrawing.labelGap, y: y), anchor: .end, rotation: 0)
    }
  }
}
