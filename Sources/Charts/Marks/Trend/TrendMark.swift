import Drawing
import Frame
import Statistics

/// The trend of a layer of points: one curve a panel and colour category, fitted to the numbers
/// themselves.
///
/// The curve drawn, the equation printed and the alt text read the same fit.
struct TrendMark: Mark {
  static let name = "trend"
  static let needs: [Channel] = [.x, .y]
  static let measures: [[Channel]] = [[.x], [.y]]
  static let sample = LegendSample.line

  let layer: Layer
  let settings: TrendSettings
  let curves: [Curve]
  /// How many rows have no part in the lines, since their weight is no count.
  let unweighed: Int

  /// One curve, told from left to right.
  struct Curve: Sendable {
    let panel: Int
    let group: Int
    let rows: Int
    let fit: TrendFit
    let samples: [TrendFit.Sample]
  }

  init(_ layer: Layer, _ settings: TrendSettings) {
    self.layer = layer
    self.settings = settings
    let (xs, ys) = (layer.numbers(.x), layer.numbers(.y))
    let weights = settings.kind == .linear ? layer.rows[.weight]?.column.doubles : nil
    let transform = layer.rows[.x]?.transform ?? .linear
    var unweighed = 0
    curves = layer.series.map { series in
      let rows = weights.map { all in series.rows.filter { all[$0].isCount } } ?? series.rows
      unweighed += series.rows.count - rows.count
      let fit = TrendFit(
        settings.kind, rows.map { xs[$0] }, rows.map { ys[$0] },
        weights: weights.map { all in rows.map { all[$0] } }, transform: transform)
      return Curve(
        panel: series.panel, group: series.group, rows: series.rows.count, fit: fit,
        samples: fit.samples(transform))
    }
    self.unweighed = unweighed
  }

  func demand(_ side: Side) -> AxisDemand {
    guard side == .y else { return AxisDemand(range: nil) }
    let levels = curves.flatMap { $0.samples.map(\.y) }.filter(isShowable)
    return AxisDemand(
      range: AxisDemand.joined(
        AxisDemand.range(levels), settings.showsPrediction ? predictionRange : nil))
  }

  /// Whether the scale of y can show a level at all.
  private func isShowable(_ level: Double) -> Bool {
    layer.rows[.y]?.transform != .log || level > 0
  }

  /// How far the bands of single rows reach; of few rows a wide one is cut, so that the rows
  /// themselves stay readable.
  private var predictionRange: ClosedRange<Double>? {
    let bands = curves.flatMap { $0.samples.compactMap(\.prediction) }
    let ends = AxisDemand.range(bands.flatMap { [$0.low, $0.high] }.filter(isShowable))
    guard let ends, let rows = AxisDemand.range(layer.numbers(.y)) else { return nil }
    let margin = (rows.upperBound / 2 - rows.lowerBound / 2)
    let low = max(ends.lowerBound, rows.lowerBound - margin)
    return min(low, rows.upperBound)...max(low, min(ends.upperBound, rows.upperBound + margin))
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let shown = curves.filter { $0.panel == panel.index }
    // All bands first, wide ones below: a band must not veil another group's line.
    return (settings.showsPrediction ? shown.flatMap { band($0, .prediction, panel) } : [])
      + (settings.showsConfidence ? shown.flatMap { band($0, .confidence, panel) } : [])
      + shown.flatMap { line($0, panel) }
  }

  private func line(_ curve: Curve, _ panel: Panel) -> [SceneElement] {
    let points = points(curve, panel)
    guard points.contains(where: { $0 != nil }) else { return [] }
    let dashes = panel.dashes(curve.group)
    let stroke = Stroke(
      layer.colors.paint(curve.group), width: 1.6, dashes: dashes,
      ending: dashes.isEmpty ? .round : .butt)
    let path = Path(brokenAtGaps: points)
    let line = SceneElement.path(path, fill: nil, stroke: stroke)
    guard layer.rows.unshown != nil else { return [line] }
    // Over a density of its own colour a line needs an edge of paper to be seen.
    let edge = Stroke(panel.context.theme.paper, width: stroke.width + 1.8, ending: .round)
    return [.path(path, fill: nil, stroke: edge), line]
  }

  private func band(_ curve: Curve, _ kind: IntervalKind, _ panel: Panel) -> [SceneElement] {
    func edge(_ end: (Interval) -> Double) -> [Point] {
      curve.samples.compactMap { sample in
        (kind == .prediction ? sample.prediction : sample.confidence)
          .flatMap { edgePoint(sample.x, end($0), panel) }
      }
    }
    let outline = edge(\.high) + edge(\.low).reversed()
    guard outline.count > 3 else { return [] }
    let isOuter = settings.interval == .both && kind == .prediction
    let paint = layer.colors.paint(curve.group).opacity(layer.wash(isOuter ? 0.12 : 0.22))
    return [.path(.polygon(outline), fill: paint, stroke: nil)]
  }

  /// A place on a band's edge: a wide band of few rows is cut at the panel's edges, as is what a log
  /// scale cannot show; the line itself never is.
  private func edgePoint(_ x: Double, _ y: Double, _ panel: Panel) -> Point? {
    let (start, end) = panel.y.ends
    let along = panel.x.place(x)
    guard along.isFinite, !y.isNaN else { return nil }
    let place = panel.y.place(y)
    let across = place.isFinite ? place : y > 0 ? end : start
    return Point(x: Points(along), y: Points(max(min(start, end), min(max(start, end), across))))
  }

  /// A curve of more samples than this is drawn as a page can show it.
  private static let mostSamples = 4096

  private func points(_ curve: Curve, _ panel: Panel) -> [Point?] {
    var line = LineThinning(isThin: curve.samples.count > TrendMark.mostSamples)
    for sample in curve.samples {
      line.add(x: panel.x.place(sample.x), y: panel.y.place(sample.y))
    }
    return line.points
  }
}

extension Double {
  /// Whether a weight says how many rows a row stands for.
  fileprivate var isCount: Bool { self >= 0 && isFinite && self == rounded() }
}
