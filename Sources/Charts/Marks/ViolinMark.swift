import Drawing
import Frame
import JSON
import Statistics

/// Mirrored densities of one measure, one a category and colour, as wide as their common scale says,
/// with the quartiles inside.
struct ViolinMark: CrowdedMark {
  static let name = "violin"
  static let needs: [Channel] = [.y]
  static let takes: [Channel] = [.x, .color]
  static let cleans: [Channel] = [.x, .y]
  static let measures: [[Channel]] = [[.x, .y]]
  static let sumsUp: [Channel] = [.x, .y]
  static let traits: MarkTraits = [
    .turnsForLongNames, .carriesComparison, .linesUpNumbers, .seesBeyondDomain,
  ]

  private let settings: ViolinSettings
  private let values: GroupedValues
  var crowd: Crowd { values.crowd }
  var crowdBase: Side { values.base }
  private let violins: [Violin]
  /// The highest density of all, which is as wide as its slot.
  private let peak: Double

  private struct Violin: Hashable, Sendable {
    let index: Int
    let summary: BoxSummary
    /// Nil where the values have no density.
    let curve: DensityCurve?
    let error: StatisticsError?
  }

  init(_ layer: Layer, _ settings: ViolinSettings) {
    self.settings = settings
    let values = GroupedValues(layer)
    self.values = values
    let isLog = values.column?.transform == .log
    violins = values.groups.indices.compactMap { index in
      let numbers = values.groups[index].values
      guard let summary = try? BoxSummary(numbers) else { return nil }
      do throws(StatisticsError) {
        let curve = try DensityCurve(numbers, settings.density, isLog: isLog, cut: 0)
        return Violin(index: index, summary: summary, curve: curve, error: nil)
      } catch {
        return Violin(index: index, summary: summary, curve: nil, error: error)
      }
    }
    peak = violins.compactMap { $0.curve?.heights.max() }.max() ?? 0
  }

  func demand(_ side: Side) -> AxisDemand { values.demand(side) }

  func counts(panel: Int) -> [Value: Int] { values.counts(panel: panel) }

  func panelHeight(width: Points) -> Points? { values.lyingHeight() }

  func tips(in panel: Panel) -> [Tip] {
    let summaries = violins.map { ($0.index, $0.summary) }
    return values.tips(Dictionary(summaries, uniquingKeysWith: { a, _ in a }), in: panel)
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let known = Dictionary(violins.map { ($0.index, $0) }, uniquingKeysWith: { a, _ in a })
    return values.slots(in: panel).flatMap { index, group, slot -> [SceneElement] in
      guard let violin = known[index] else { return [] }
      let width = min(slot.width * (values.isDodged ? 0.92 : 0.86), 90)
      let paint = values.paint(group)
      guard let curve = violin.curve, peak > 0 else {
        return [median(violin, slot, width / 2, paint, panel)]
      }
      let outline = outline(curve, slot, width, panel)
      let fill = paint.mixed(with: panel.context.theme.paper, share: 0.8)
      return [.path(outline, fill: fill, stroke: Stroke(paint, width: 1))]
        + inner(violin, curve, slot, width, paint, panel)
    }
  }

  private func outline(
    _ curve: DensityCurve, _ slot: GroupedValues.Slot, _ width: Double, _ panel: Panel
  ) -> Path {
    let scale = panel.scale(values.measure)
    let arms = curve.points(along: scale.place, across: { width / 2 * ($0 / peak) })
    func side(_ sign: Double) -> [Point] {
      arms.map {
        panel.point(
          along: slot.center + sign * $0.y.value, across: $0.x.value, side: values.base)
      }
    }
    return .polygon(side(1) + side(-1).reversed())
  }

  private func inner(
    _ violin: Violin, _ curve: DensityCurve, _ slot: GroupedValues.Slot, _ width: Double,
    _ paint: Paint, _ panel: Panel
  ) -> [SceneElement] {
    let summary = violin.summary
    switch settings.inner {
    case .none: return []
    case .quartiles:
      return [(summary.q1, 0.8), (summary.median, 1.8), (summary.q3, 0.8)].map { level, line in
        let arm = width / 2 * (curve.height(at: level) / peak)
        return rung(level, slot, arm, Stroke(paint, width: Points(line)), panel)
      }
    case .box:
      let thick = max(1.6, min(5, width * 0.1))
      let scale = panel.scale(values.measure)
      let (low, high) = (scale.place(summary.q1), scale.place(summary.q3))
      let box = panel.rectangle(
        along: slot.center - thick / 2...slot.center + thick / 2,
        across: min(low, high)...max(low, high), side: values.base)
      let whisker = [summary.lowWhisker, summary.highWhisker].map {
        panel.point(along: slot.center, across: scale.place($0), side: values.base)
      }
      let middle = panel.point(
        along: slot.center, across: scale.place(summary.median), side: values.base)
      return [
        .path(.polyline(whisker), fill: nil, stroke: Stroke(paint, width: 0.8)),
        .path(.rectangle(box), fill: paint, stroke: nil),
        .dots(
          [middle], shape: .circle, radius: Points(max(1.2, thick * 0.36)),
          paint: panel.context.theme.paper),
      ]
    }
  }

  private func median(
    _ violin: Violin, _ slot: GroupedValues.Slot, _ arm: Double, _ paint: Paint, _ panel: Panel
  ) -> SceneElement {
    rung(violin.summary.median, slot, arm, Stroke(paint, width: 1.8), panel)
  }

  private func rung(
    _ level: Double, _ slot: GroupedValues.Slot, _ arm: Double, _ stroke: Stroke, _ panel: Panel
  ) -> SceneElement {
    let place = panel.scale(values.measure).place(level)
    let ends = [-arm, arm].map {
      panel.point(along: slot.center + $0, across: place, side: values.base)
    }
    return .path(.polyline(ends), fill: nil, stroke: stroke)
  }

  func story(in words: Words) -> Story {
    var story = Story(
      kind: "Violin plot", measure: values.measureWords(words),
      unit: [
        "box": "width: density, bar: quartiles, dot: median",
        "quartiles": "width: density, lines: quartiles",
      ][settings.inner.rawValue]
        ?? "width: density", points: values.layer.rows.count)
    story.findings = values.findings(
      violins.map { (values.groups[$0.index], $0.summary.median) }, words)
    let isLog = values.column?.transform == .log
    let density = settings.density.method(words, values.column, isLog: isLog)
    story.methods = ["\(density); widths on one scale, outlines end with the data"]
    if settings.inner != .none { story.methods[0] += "; quartiles R-7" }
    if violins.contains(where: { $0.curve?.isClose == false }) {
      story.methods.append(DensityCurve.tooNarrow)
    }
    let flat = violins.filter { $0.curve == nil }
    for error in flat.compactMap(\.error).unique {
      let names = flat.filter { $0.error == error }.map { values.groups[$0.index] }
      let told = names.prefix(4).map { values.name($0, words) }.joined(separator: ", ")
      let more = names.count > 4 ? " and \(words.count(names.count - 4)) more" : ""
      story.methods.append("A line for \(told)\(more), which has no density: \(error.reason)")
    }
    return story
  }

  var results: [(key: String, value: JSONValue)] {
    let list = violins.map { violin -> JSONValue in
      var fields = values.key(values.groups[violin.index])
      fields += [
        ("q1", .number(violin.summary.q1)), ("median", .number(violin.summary.median)),
        ("q3", .number(violin.summary.q3)), ("mode", .number(violin.curve?.mode)),
        ("bandwidth", .number(violin.curve?.bandwidth)),
      ]
      if let error = violin.error { fields.append(("reason", .string(error.reason))) }
      return .object(fields)
    }
    return [("violin", .array(list))]
  }
}
