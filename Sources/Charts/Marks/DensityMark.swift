import Drawing
import Frame
import JSON
import Statistics

/// The smooth density of x, one curve a panel and colour.
///
/// Beside a histogram of counts or shares in the same chart it is told in the histogram's unit, so
/// that the curve and the bars are of equal area.
struct DensityMark: Mark {
  static let name = "density"
  static let needs: [Channel] = [.x]
  static let takes: [Channel] = [.color]
  static let measures: [[Channel]] = [[.x]]
  static let sumsUp: [Channel] = [.x]
  static let sample = LegendSample.line
  static let traits: MarkTraits = [.seesBeyondDomain]

  private let settings: DensitySettings
  private let series: ValueSeries
  private let curves: [Curve]
  /// The width of the bars of the histogram beside it, nil where there is none.
  private var histogram: (width: Double, mark: HistogramMark)?

  private struct Curve: Sendable {
    let entry: ValueSeries.Entry
    let density: DensityCurve?
    let error: StatisticsError?

    var n: Int { entry.values.count }
  }

  init(_ layer: Layer, _ settings: DensitySettings) {
    self.settings = settings
    series = ValueSeries(layer, .x)
    let isLog = series.layer.rows[.x]?.transform == .log
    curves = series.all.map { entry in
      do throws(StatisticsError) {
        let density = try DensityCurve(entry.values, settings, isLog: isLog, cut: isLog ? 0 : 3)
        return Curve(entry: entry, density: density, error: nil)
      } catch {
        return Curve(entry: entry, density: nil, error: error)
      }
    }
  }

  func beside(_ marks: [any Mark]) -> DensityMark {
    guard let other = marks.lazy.compactMap({ $0 as? HistogramMark }).first, let bins = other.bins
    else { return self }
    var mark = self
    mark.histogram = (bins.meanExtent, other)
    return mark
  }

  /// What a density is multiplied with to be told in the unit of the vertical axis.
  private func factor(_ curve: Curve) -> Double {
    guard let histogram else { return 1 }
    let bars = histogram.mark
    // Beside weighted bars a curve has the area of their weights.
    func amount(_ curve: Curve) -> Double {
      bars.isWeighted
        ? bars.amount(panel: curve.entry.panel, group: curve.entry.group) : Double(curve.n)
    }
    let whole = curves.filter { $0.entry.panel == curve.entry.panel }.map(amount).reduce(0, +)
    let share = bars.isStacked && whole > 0 ? amount(curve) / whole : 1
    switch bars.settings.measure {
    case .count: return amount(curve) * histogram.width
    case .share: return share * histogram.width
    case .density: return share
    }
  }

  func demand(_ side: Side) -> AxisDemand {
    var demand: AxisDemand
    if side == .x {
      // Beside bars the axis ends with them; alone it shows the whole curve.
      let places =
        histogram == nil
        ? curves.flatMap { curve in
          [curve.density?.positions.first, curve.density?.positions.last].compactMap { $0 }
        } : []
      demand = AxisDemand(series.layer.rows[.x])
      demand.range = AxisDemand.joined(demand.range, AxisDemand.range(places))
      demand.isTight = true
    } else {
      let tops = curves.map { top($0) * factor($0) }.filter(\.isFinite)
      demand = AxisDemand(range: 0...(tops.max() ?? 0))
      demand.needsZero = true
    }
    return demand
  }

  /// The highest that a curve is in the window along x.
  private func top(_ curve: Curve) -> Double {
    guard let density = curve.density else { return 0 }
    guard let window = series.layer.rows[.x]?.settings.range else {
      return density.heights.max() ?? 0
    }
    let inside = zip(density.positions, density.heights).filter { window.contains($0.0) }.map(\.1)
    let edges = series.layer.levelsAtWindow(places: density.positions, levels: density.heights)
    return (inside + edges).max() ?? 0
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let shown = curves.filter { $0.entry.panel == panel.index }.map { curve in
      (curve, points(curve, panel))
    }.filter { $0.1.count > 1 }
    let fills = histogram == nil ? shown.compactMap { fill($0.0, $0.1, panel) } : []
    return fills
      + shown.map { curve, points in
        // One line over bars of its own colour could not be seen.
        let isPlain = histogram != nil && series.layer.colors.categories.isEmpty
        let paint = isPlain ? panel.context.theme.ink : series.layer.colors.paint(curve.entry.group)
        let dashes = histogram == nil ? panel.dashes(curve.entry.group) : []
        let stroke = Stroke(
          paint, width: 1.6, dashes: dashes, ending: dashes.isEmpty ? .round : .butt)
        return .path(.polyline(points), fill: nil, stroke: stroke)
      }
  }

  /// Over bars, which have the same colours, the bars' legend names them.
  func lineGroups(in words: Words) -> Set<Int> {
    histogram != nil || series.layer.colors.categories.isEmpty
      ? [] : Set(curves.map(\.entry.group))
  }

  private func points(_ curve: Curve, _ panel: Panel) -> [Point] {
    guard let density = curve.density else { return [] }
    let factor = factor(curve)
    let ends = panel.x.ends
    let inside = min(ends.start, ends.end) - 0.01...max(ends.start, ends.end) + 0.01
    // Through a window the curve goes on, and is cut at the panel's edge.
    let isWindow = series.layer.rows[.x]?.settings.range != nil
    return density.points(
      along: { position in
        let place = panel.x.place(position)
        return isWindow || inside.contains(place) ? place : .nan
      }, across: { panel.y.place($0 * factor) })
  }

  private func fill(_ curve: Curve, _ points: [Point], _ panel: Panel) -> SceneElement? {
    guard let first = points.first, let last = points.last else { return nil }
    let base = Points(panel.y.place(0))
    let outline = [Point(x: first.x, y: base)] + points + [Point(x: last.x, y: base)]
    let paint = series.layer.colors.paint(curve.entry.group).opacity(
      series.layer.rows.opacity ?? series.layer.wash(0.18))
    return .path(.polygon(outline), fill: paint, stroke: nil)
  }

  func story(in words: Words) -> Story {
    let x = series.layer.rows[.x]
    let label = words.inSentence(x?.label.oneLine ?? "")
    let isLog = x?.transform == .log
    var story = Story(
      kind: "Curve", measure: histogram == nil ? "Density of \(label)" : "",
      unit: histogram == nil ? series.unit(words) : "", findings: words.ranges(series.layer),
      points: series.layer.rows.count)
    story.methods = [settings.method(words, x, isLog: isLog)]
    if let bars = histogram?.mark {
      if bars.settings.measure != .density {
        story.methods[0] += "; scaled to the area of the bars"
      }
      if bars.isWeighted { story.methods[0] += "; every row counts once in it" }
    }
    for curve in curves.prefix(8) {
      guard let density = curve.density else { continue }
      story.findings.append(
        "\(series.lead(curve.entry, words))the density is highest near "
          + "\(words.number(density.mode, like: x)), n = \(words.count(curve.n))")
    }
    if curves.contains(where: { $0.density?.isClose == false }) {
      story.methods.append(DensityCurve.tooNarrow)
    }
    let flat = curves.compactMap { curve in curve.error.map { (curve.entry, $0.reason) } }
    story.methods += series.failures(flat, words).map { "No curve\($0)" }
    return story
  }

  var results: [(key: String, value: JSONValue)] {
    let list = curves.map { curve -> JSONValue in
      var fields = series.key(curve.entry)
      fields += [
        ("bandwidth", .number(curve.density?.bandwidth)), ("mode", .number(curve.density?.mode)),
      ]
      if let error = curve.error { fields.append(("reason", .string(error.reason))) }
      return .object(fields)
    }
    return [("density", .array(list))]
  }
}
