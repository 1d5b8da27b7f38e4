package import Drawing
package import Formatting

/// Estimates with their intervals, one a row, beside a line that stands for "no effect".
package struct ForestPlot: Hashable, Sendable {
  /// One estimate.
  package struct Row: Hashable, Sendable {
    /// What is estimated.
    package let label: String
    /// The estimate; a ratio is above 0.
    package let estimate: Double
    /// The ends of the interval.
    package let low: Double
    /// The upper end; infinite where there is none.
    package let high: Double

    /// Makes a row of an estimate and the ends of its interval.
    package init(label: String, estimate: Double, low: Double, high: Double) {
      (self.label, self.estimate, self.low, self.high) = (label, estimate, low, high)
    }
  }

  /// The rows from top to bottom.
  package let rows: [Row]
  /// Whether estimates are ratios: the axis is logarithmic and no effect is 1, else 0.
  package let isRatio: Bool

  /// Makes a plot of rows from top to bottom.
  package init(rows: [Row], isRatio: Bool) { (self.rows, self.isRatio) = (rows, isRatio) }

  /// Draws the rows for a width; none give an empty scene.
  package func draw(width: Points, in context: DrawingContext) -> Scene {
    guard rows.contains(where: { hasPlace($0.estimate) }) else {
      return Scene(size: Size(width: width, height: 0))
    }
    return ForestDrawing(plot: self, width: width, context: context).scene
  }

  /// Whether a number has a place on the axis.
  ///
  /// An interval whose end has none runs to the plot's edge; an estimate without one is told in words
  /// alone.
  fileprivate func hasPlace(_ value: Double) -> Bool { value.isFinite && (!isRatio || value > 0) }
}

extension ForestPlot.Row {
  /// Estimate and interval in words: `1.62 [1.21, 2.03]`.
  package func text(with formatter: ValueFormatter) -> String {
    let number = wording(formatter)
    return "\(number(estimate)) \(formatter.interval(number(low), number(high)))"
  }

  /// How its numbers are worded: to the place that the interval reaches, or, far from one, each with
  /// three digits.
  fileprivate func wording(_ formatter: ValueFormatter) -> (Double) -> String {
    let digits =
      EstimateDigits(estimate, low: low, high: high) ?? EstimateDigits(uncertainty: 0.5)
    guard let digits, max(low.magnitude, high.magnitude) < 1e9, digits.decimals <= 6 else {
      return { formatter.number($0 == 0 ? 0 : $0, significant: 3) }
    }
    return { formatter.number($0, to: digits) }
  }
}

/// A forest plot with the sizes of its parts.
private struct ForestDrawing {
  let plot: ForestPlot
  let context: DrawingContext
  let names: [String]
  let values: [String]
  /// Whether values stand below their names, since beside the plot they would leave it no room.
  let isStacked: Bool
  let rowHeight: Points
  let frame: Rectangle
  let size: Size
  let scale: ContinuousScale
  let ticks: [(value: Double, label: String)]
  let noEffect: Double

  private static let foot: Points = 14
  /// Narrower than this, dots hide their intervals.
  private static let leastPlot: Points = 110

  private var rows: [ForestPlot.Row] { plot.rows }

  init(plot: ForestPlot, width: Points, context: DrawingContext) {
    self.plot = plot
    self.context = context
    let rows = plot.rows
    let measuring = context.measuring
    let font = context.theme.label
    let texts = ForestDrawing.texts(rows, context, room: width * 0.45)
    let names = rows.map { measuring.fitted($0.label, font, width: width * 0.36) }
    func widest(_ texts: [String]) -> Points {
      texts.map { measuring.extent(of: $0, font: font).width }.max() ?? 0
    }
    let (name, value) = (widest(names), widest(texts))
    isStacked = value > 0 && width - name - value - 22 < ForestDrawing.leastPlot
    let left = (isStacked ? max(name, value) : name) + 10
    let right = isStacked ? 3 : value + 12
    rowHeight = isStacked ? 28 : 16
    let height = rowHeight * Double(rows.count)
    frame = Rectangle(x: left, y: 2, width: max(40, width - left - right), height: height)
    size = Size(width: width, height: height + 2 + ForestDrawing.foot)
    (self.names, values) = (names, texts)
    noEffect = plot.isRatio ? 1 : 0
    let axis = ForestAxis(plot, context.formatter)
    ticks = axis.ticks
    scale = ContinuousScale(
      plot.isRatio ? .log : .linear, domain: axis.domain, from: frame.x, to: frame.maxX)
  }

  /// Estimate and interval in words; the estimate alone, or nothing, where the words have no room.
  private static func texts(
    _ rows: [ForestPlot.Row], _ context: DrawingContext, room: Points
  ) -> [String] {
    let whole = rows.map { $0.text(with: context.formatter) }
    let short = rows.map { $0.wording(context.formatter)($0.estimate) }
    func fits(_ texts: [String]) -> Bool {
      texts.allSatisfy {
        context.measuring.extent(of: $0, font: context.theme.label).width <= room
      }
    }
    return [whole, short].first(where: fits) ?? rows.map { _ in "" }
  }

  var scene: Scene {
    let marks = rows.indices.flatMap(mark)
    let groups = [
      SceneGroup(grid, role: "grid"),
      SceneGroup(marks, role: "marks", clip: frame.inset(left: -3, top: 0, right: -3, bottom: 0)),
      SceneGroup(rowNames, role: "axis-y"), SceneGroup(tickLabels, role: "axis-x"),
    ]
    return Scene(size: size, elements: groups.map { .group($0) })
  }

  private func middle(_ row: Int) -> Points {
    frame.y + rowHeight * (Double(row) + 0.5)
  }

  private func upright(_ value: Double, _ stroke: Stroke) -> SceneElement {
    let x = Points(scale.place(value))
    return .path(
      .polyline([Point(x: x, y: frame.y), Point(x: x, y: frame.maxY)]), fill: nil, stroke: stroke)
  }

  private var grid: [SceneElement] {
    let hairline = Stroke(context.theme.rule, width: 0.5)
    let lines = ticks.filter { $0.value != noEffect }.map { upright($0.value, hairline) }
    return lines + [upright(noEffect, Stroke(context.theme.ink, width: 0.8))]
  }

  private func mark(_ row: Int) -> [SceneElement] {
    let y = middle(row)
    let paint = context.theme.accent
    guard plot.hasPlace(rows[row].estimate) else { return [] }
    let (low, high) = (rows[row].low, rows[row].high)
    let left = plot.hasPlace(low) ? Points(scale.place(low)) : frame.x - 3
    let right = plot.hasPlace(high) ? Points(scale.place(high)) : frame.maxX + 3
    let ends = [Point(x: left, y: y), Point(x: right, y: y)]
    let dot = Point(x: Points(scale.place(rows[row].estimate)), y: y)
    return [
      .path(.polyline(ends), fill: nil, stroke: Stroke(paint, width: 1.4, ending: .round)),
      .dots([dot], shape: .circle, radius: 2.6, paint: paint),
    ]
  }

  private var rowNames: [SceneElement] {
    rows.indices.flatMap { row in
      let y = middle(row) + 2.9
      let name = Point(x: frame.x - 8, y: isStacked ? y - 5.5 : y)
      let value = isStacked ? Point(x: name.x, y: y + 5.5) : Point(x: size.width, y: y)
      return [
        text(names[row], at: name, .end, context.theme.grey),
        text(values[row], at: value, .end, context.theme.ink),
      ]
    }
  }

  private var tickLabels: [SceneElement] {
    shownTicks.map { value, label in
      text(
        label, at: Point(x: Points(scale.place(value)), y: frame.maxY + 11), .middle,
        context.theme.grey)
    }
  }

  /// The ticks whose labels stand inside the drawing and clear of others, that of no effect first.
  private var shownTicks: [(value: Double, label: String)] {
    var taken: [ClosedRange<Points>] = []
    let byRank = ticks.filter { $0.value == noEffect } + ticks.filter { $0.value != noEffect }
    return byRank.filter { value, label in
      let x = Points(scale.place(value))
      let half = context.measuring.extent(of: label, font: context.theme.label).width / 2.0
      guard x - half >= 0, x + half <= size.width,
        taken.allSatisfy({ $0.upperBound + 4 < x - half || x + half < $0.lowerBound - 4 })
      else { return false }
      taken.append(x - half...x + half)
      return true
    }
  }

  private func text(_ text: String, at point: Point, _ anchor: TextAnchor, _ paint: Paint)
    -> SceneElement
  {
    .text(
      TextRun(text, font: context.theme.label, paint: paint), at: point, anchor: anchor,
      rotation: 0)
  }
}

/// The axis of a forest plot: what it spans and where it is labelled.
private struct ForestAxis {
  let domain: ClosedRange<Double>
  let ticks: [(value: Double, label: String)]

  init(_ plot: ForestPlot, _ formatter: ValueFormatter) {
    let isRatio = plot.isRatio
    let none = isRatio ? 1.0 : 0
    let shown = plot.rows.flatMap { [$0.estimate, $0.low, $0.high] }.filter(plot.hasPlace)
    let (low, high) = (shown.reduce(none, min), shown.reduce(none, max))
    let wording = TickWording(formatter: formatter, format: nil)
    if isRatio {
      // An interval beyond a thousandfold says "unknown"; it may leave the plot.
      let nice = LogTicks.nice(max(low, 1e-3)...max(min(high, 1e3), max(low, 1e-3) * 1.01))
      domain = nice
      let values = LogTicks.candidates(nice).first { $0.count <= 7 } ?? [1]
      ticks = values.map { ($0, wording($0, step: min($0, 1), largest: nice.upperBound)) }
    } else {
      let span = low < high ? low...high : low - 1...low + 1
      // Where labels are wide fewer stand beside each other.
      let isWide = max(-low, high) >= 1e9
      let found = LinearTicks(data: span, reach: .beyond, target: isWide ? 2 : 5)
        .best { _ in true }
      domain = found.map { min($0.ends.low, low)...max($0.ends.high, high) } ?? span
      ticks = (found?.values ?? [none]).map {
        ($0, wording($0, step: found?.step ?? 1, largest: max(abs(low), abs(high))))
      }
    }
  }
}
