package import Drawing
import Formatting
import Frame

/// How a series correlates with itself: an upright line for each lag, and the band that a series
/// without memory stays in.
package struct Correlogram: Hashable, Sendable {
  /// The coefficient at one lag.
  package struct Lag: Hashable, Sendable {
    /// How many rows the series is moved.
    package let lag: Int
    /// The coefficient there, from −1 to 1.
    package let coefficient: Double
    /// What the size of the coefficient stays below where there is no memory.
    package let limit: Double

    /// Makes the coefficient at a lag with its limit.
    package init(lag: Int, coefficient: Double, limit: Double) {
      (self.lag, self.coefficient, self.limit) = (lag, coefficient, limit)
    }

    /// Whether the coefficient leaves the band.
    package var isOutside: Bool { coefficient.magnitude > limit }
  }

  /// The lags, ascending.
  package let lags: [Lag]

  /// Makes a chart of coefficients in the order of their lags.
  package init(_ lags: [Lag]) { self.lags = lags }

  /// Draws the chart for a width.
  package func draw(width: Points, in context: DrawingContext) -> Scene {
    CorrelogramDrawing(self, width: width, context: context).scene
  }
}

/// A correlogram with the sizes of its parts.
private struct CorrelogramDrawing {
  private let chart: Correlogram
  private let width: Points
  private let context: DrawingContext
  private let frame: Rectangle
  private let x: Axis
  private let y: Axis

  private static let top: Points = 5

  init(_ chart: Correlogram, width: Points, context: DrawingContext) {
    self.chart = chart
    self.width = width
    self.context = context
    let last = Double(chart.lags.last?.lag ?? 1)
    let lagPlan = AxisPlan(
      places: .numbers(.linear, 0.5...last + 0.5), channel: nil, isTight: true, smallestStep: 1)
    let sizes = chart.lags.flatMap { [$0.coefficient.magnitude, $0.limit] }.filter(\.isFinite)
    let reach = min(1, max(0.2, (sizes.max() ?? 1) * 1.08))
    let hasNegative = chart.lags.contains { $0.coefficient < 0 || $0.limit.isFinite }
    let sharePlan = AxisPlan(
      places: .numbers(.linear, (hasNegative ? -reach : 0)...reach), channel: nil, isTight: true,
      smallestStep: 0)
    let height = 70 + width * 0.12
    let shares = AxisMaking(
      plan: sharePlan, side: .y, context: context, start: CorrelogramDrawing.top + height,
      end: CorrelogramDrawing.top
    ).make()
    let widest = shares.ticks.map {
      context.measuring.extent(of: $0.label, font: shares.font).width
    }.max()
    let left = (widest ?? 0) + AxisDrawing.labelGap
    frame = Rectangle(
      x: left, y: CorrelogramDrawing.top, width: max(40, width - left - 4), height: height)
    y = shares
    x = AxisMaking(
      plan: lagPlan, side: .x, context: context, start: frame.x, end: frame.maxX
    ).make()
  }

  var scene: Scene {
    let axes = AxisDrawing(frame: frame, x: x, y: y, context: context, hasGrid: true)
    let foot = frame.maxY + AxisDrawing.tickLength + 24
    let elements =
      axes.behind + [.group(SceneGroup(band + stems, role: "marks"))] + [zero] + axes.xLabels()
      + axes.yLabels(names: 0) + [titles(foot: foot - 3)]
    return Scene(size: Size(width: width, height: foot), elements: elements)
  }

  private func place(_ lag: Double, _ share: Double) -> Point {
    Point(x: Points(x.scale.place(lag)), y: Points(y.scale.place(share)))
  }

  private var zero: SceneElement {
    let ends = [frame.x, frame.maxX].map { Point(x: $0, y: Points(y.scale.place(0))) }
    let line = SceneElement.path(
      .polyline(ends), fill: nil, stroke: Stroke(context.theme.ink, width: 0.8))
    return .group(SceneGroup([line], role: "base"))
  }

  /// The band, lag by lag, within the panel.
  private var band: [SceneElement] {
    let reach = y.scale.numbers?.domain.upperBound ?? 1
    let steps = chart.lags.flatMap { lag in
      [-0.5, 0.5].map { (Double(lag.lag) + $0, min(lag.limit, reach)) }
    }
    let high = steps.map { place($0.0, $0.1) }
    let low = steps.reversed().map { place($0.0, -$0.1) }
    guard high.count > 1 else { return [] }
    let paint = context.theme.grey.opacity(0.16)
    return [.path(.polygon(high + low), fill: paint, stroke: nil)]
  }

  /// Lines from zero, strong where they leave the band.
  private var stems: [SceneElement] {
    let paint = context.theme.categories.first ?? context.theme.ink
    let step = (frame.width / Double(max(1, chart.lags.count))).value
    return [false, true].flatMap { isOutside -> [SceneElement] in
      let shown = chart.lags.filter { $0.isOutside == isOutside && $0.coefficient.isFinite }
      guard !shown.isEmpty else { return [] }
      let tone = isOutside ? paint : context.theme.grey
      let steps = shown.flatMap { lag -> [Path.Step] in
        [.move(place(Double(lag.lag), 0)), .line(place(Double(lag.lag), lag.coefficient))]
      }
      let width = Points(max(0.6, min(isOutside ? 2 : 1.4, step * 0.5)))
      let heads = shown.map { place(Double($0.lag), $0.coefficient) }
      let lines = SceneElement.path(Path(steps), fill: nil, stroke: Stroke(tone, width: width))
      guard step >= 5 else { return [lines] }
      return [lines, .dots(heads, shape: .circle, radius: isOutside ? 2.2 : 1.6, paint: tone)]
    }
  }

  private func titles(foot: Points) -> SceneElement {
    let theme = context.theme
    func text(_ text: String, _ place: Point, _ anchor: TextAnchor) -> SceneElement {
      let fitted = context.measuring.fitted(text, theme.label, width: width)
      let run = TextRun(fitted, font: theme.label, paint: theme.grey)
      return .text(run, at: place, anchor: anchor, rotation: 0)
    }
    return .group(
      SceneGroup(
        [
          text("Lag in rows", Point(x: frame.maxX, y: foot), .end)
        ], role: "axis-titles"))
  }
}
