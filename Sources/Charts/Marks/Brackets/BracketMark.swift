import Drawing
import Formatting
import Frame
import Statistics

/// Brackets over the groups of a layer that differ, with their p-values: one comparison a panel.
///
/// The axis of the measure ends below the panel's edge, and brackets are stacked beyond it.
struct BracketMark: Mark {
  static let name = "bracket"
  static let needs: [Channel] = [.y]
  static let traits: MarkTraits = [.standsBeyondAxis]

  let layer: Layer
  let settings: BracketSettings
  let comparisons: [Comparison]
  /// The side along which the groups are lined up.
  let base: Side
  /// Whether p-values find no room over some bracket, so that all have stars.
  private(set) var isTight = false
  /// Whether the axis leaves no room for brackets.
  private(set) var isCrowdedOut = false

  /// The comparison of one panel's groups, or why there is none.
  struct Comparison: Sendable {
    let panel: Int
    let made: Result<GroupComparison, StatisticsError>?
    /// Every pair with a p-value.
    let all: [Bracket]
    /// Those that are drawn.
    let shown: [Bracket]
  }

  /// More brackets than this hide the boxes; the surest are kept.
  static let mostShown = 12
  /// What one bracket with its words takes of the height.
  static let tier: Points = 13

  init(_ layer: Layer, _ settings: BracketSettings) {
    self.layer = layer
    self.settings = settings
    base = layer.rows.groupedSide
    let values = layer.numbers(base.other.channel)
    let places = layer.rows[base.channel]?.column
    comparisons = (0..<layer.panelCount).map { panel in
      let rows = layer.rows(inPanel: panel)
      let made =
        settings.made == nil ? BracketMark.compare(rows, values, places, settings) : nil
      let all = settings.made ?? (try? made?.get().brackets) ?? []
      return Comparison(
        panel: panel, made: made, all: all, shown: BracketMark.chosen(of: all, settings))
    }
  }

  private static func compare(
    _ rows: [Int], _ values: [Double], _ places: Column?, _ settings: BracketSettings
  ) -> Result<GroupComparison, StatisticsError> {
    Result { () throws(StatisticsError) in
      guard let places, !rows.isEmpty else { throw .tooFewGroups(needed: 2, got: 0) }
      let options = GroupComparison.Options(
        tests: settings.tests, effects: [], postHoc: settings.postHoc,
        adjustment: settings.adjustment)
      return try GroupComparison(
        Measured(rows.map { values[$0] }), by: places.picking(rows), options: options)
    }
  }

  private static func chosen(of all: [Bracket], _ settings: BracketSettings) -> [Bracket] {
    let wanted = all.filter { settings.pairs == .all || $0.p < BracketSettings.significance }
    let surest = wanted.indices.sorted { (wanted[$0].p, $0) < (wanted[$1].p, $1) }
      .prefix(mostShown)
    return surest.sorted().map { wanted[$0] }
  }

  /// The most brackets that stand above each other in any panel.
  private var depth: Double {
    let brackets = comparisons.map(\.shown)
    // By its measure, the order of groups is not known yet: then each has a tier of its own.
    guard let groups = layer.rows[base.channel], groups.settings.sort?.key != .measure else {
      return Double(brackets.map(\.count).max() ?? 0)
    }
    let order = CategoryOrdering.arranged(groups.column.distinctValues, settings: groups.settings)
    let tiers = brackets.map { shown in
      let spans = BracketMark.spans(shown) { order.firstIndex(of: $0) }
      return BracketMark.stacked(spans) { _ in
        0
      } step: {
        $0 + 1
      }.map(\.level).max() ?? 0
    }
    return tiers.max() ?? 0
  }

  /// The height of all tiers: each a bracket with its words over it.
  private var tiersHeight: Points {
    depth > 0 ? BracketMark.tier * (depth + BracketMark.clearance) : 0
  }

  /// What the topmost words need above the last tier, in tiers.
  private static let clearance = 0.8

  var addedHeight: Points { base == .x ? tiersHeight : 0 }

  func demand(_ side: Side) -> AxisDemand {
    var demand = AxisDemand(range: nil)
    guard side != base, depth > 0 else { return demand }
    demand.headroom = base == .x ? tiersHeight : Points(depth) * (depth > 2 ? 24 : 50)
    return demand
  }

  // MARK: Places

  /// One bracket in a panel.
  private struct Placed {
    let bracket: Bracket
    /// The ends along the base.
    let ends: (Double, Double)
    /// How far from the panel's start across the base it lies.
    let level: Double
  }

  var isArrangedOnPage: Bool { depth > 0 }

  func arranged(in panels: [Panel], clearOf rooms: inout PanelRooms) -> BracketMark {
    var mark = self
    for panel in panels {
      let placed = placed(in: panel)
      let (top, right) = (panel.frame.y.value, panel.frame.maxX.value)
      let beyond = placed.contains {
        base == .x ? $0.level - 8 < top - 1 : $0.level + wordRoom(panel) - 12 > right + 1
      }
      mark.isCrowdedOut = mark.isCrowdedOut || beyond
      mark.isTight = mark.isTight || placed.contains { !hasRoom(for: $0, in: panel) }
    }
    return mark
  }

  private func hasRoom(for placed: Placed, in panel: Panel) -> Bool {
    guard base == .x, let bands = panel.scale(base).bands else { return true }
    let text = words(for: placed.bracket, panel.context, asStars: settings.show == .stars)
    let width = panel.context.measuring.extent(of: text, font: font(panel)).width.value
    return width <= placed.ends.1 - placed.ends.0 + abs(bands.step) * 0.8
  }

  /// One bracket and the groups it stands over, by their order on the axis.
  private typealias Span = (bracket: Bracket, groups: ClosedRange<Int>)

  /// The brackets with their groups, short ones first.
  private static func spans(_ brackets: [Bracket], index: (Value) -> Int?) -> [Span] {
    brackets.compactMap { bracket -> Span? in
      guard let a = index(bracket.first), let b = index(bracket.second) else { return nil }
      return (bracket, min(a, b)...max(a, b))
    }
    .sorted {
      ($0.groups.count, $0.groups.lowerBound, $0.bracket.p)
        < ($1.groups.count, $1.groups.lowerBound, $1.bracket.p)
    }
  }

  /// Each bracket a step above all that stands between its ends; brackets that only meet over one
  /// group may lie level.
  private static func stacked(
    _ spans: [Span], top: (ClosedRange<Int>) -> Double, step: (Double) -> Double
  ) -> [(span: Span, level: Double)] {
    var placed: [(span: Span, level: Double)] = []
    for span in spans {
      let below = placed.filter { other in
        max(other.span.groups.lowerBound, span.groups.lowerBound)
          < min(other.span.groups.upperBound, span.groups.upperBound)
      }
      let floor = max(top(span.groups), below.map(\.level).max() ?? -.infinity)
      placed.append((span, step(floor)))
    }
    return placed
  }

  private func placed(in panel: Panel) -> [Placed] {
    guard let bands = panel.scale(base).bands,
      let comparison = comparisons.first(where: { $0.panel == panel.index })
    else { return [] }
    // Upwards the places on a page fall, to the right they grow.
    let sign = base == .x ? -1.0 : 1
    let tops = tops(in: panel, bands, panel.scale(base.other)).map { $0 * sign }
    let step = base == .x ? BracketMark.tier.value : wordRoom(panel)
    let spans = BracketMark.spans(comparison.shown, index: bands.index)
    return BracketMark.stacked(spans) {
      tops[$0].max() ?? 0
    } step: {
      $0 + step
    }.map {
      let groups = $0.span.groups
      let ends = [bands.center(groups.lowerBound), bands.center(groups.upperBound)].sorted()
      // Beside lying boxes the words stand behind the bracket, which itself lies before them.
      let level = base == .x ? $0.level : $0.level - step + 7
      return Placed(
        bracket: $0.span.bracket, ends: (ends[0] + 2, ends[1] - 2), level: level * sign)
    }
  }

  /// Where each group's highest value lies.
  private func tops(in panel: Panel, _ bands: BandScale, _ scale: PositionScale) -> [Double] {
    let start = scale.ends.start
    var tops = bands.values.map { _ in start }
    let values = layer.numbers(base.other.channel)
    let places = layer.rows[base.channel]?.column
    for row in layer.rows(inPanel: panel.index) {
      guard let category = places?[row], let index = bands.index(of: category) else { continue }
      let place = scale.place(values[row])
      guard place.isFinite else { continue }
      // A value beyond the author's domain stands at the edge, where it is cut.
      let across = max(
        min(scale.ends.start, scale.ends.end), min(max(scale.ends.start, scale.ends.end), place))
      tops[index] = base == .x ? min(tops[index], across) : max(tops[index], across)
    }
    return tops
  }

  /// What a lying bracket with its words takes of the width.
  private func wordRoom(_ panel: Panel) -> Double {
    let widths = comparisons.flatMap(\.shown).map { bracket in
      let text = words(for: bracket, panel.context, asStars: showsStars)
      return panel.context.measuring.extent(of: text, font: font(panel)).width.value
    }
    return (widths.max() ?? 0) + 12
  }

  // MARK: Drawing

  /// Whether stars stand in place of p-values.
  var showsStars: Bool { settings.show == .stars || isTight || (base == .y && depth > 2) }

  func draw(in panel: Panel) -> [SceneElement] {
    guard !isCrowdedOut else { return [] }
    return placed(in: panel).flatMap { draw($0, panel) }
  }

  private func draw(_ placed: Placed, _ panel: Panel) -> [SceneElement] {
    let foot = placed.level + (base == .x ? 3 : -3)
    let corners = [
      (placed.ends.0, foot), (placed.ends.0, placed.level), (placed.ends.1, placed.level),
      (placed.ends.1, foot),
    ].map { panel.point(along: $0.0, across: $0.1, side: base) }
    let theme = panel.context.theme
    let text = words(for: placed.bracket, panel.context, asStars: showsStars)
    let middle = (placed.ends.0 + placed.ends.1) / 2
    let place =
      base == .x
      ? Point(x: Points(middle), y: Points(placed.level - 2.5))
      : Point(x: Points(placed.level + 4), y: Points(middle + 2.5))
    return [
      .path(.polyline(corners), fill: nil, stroke: Stroke(theme.grey, width: 0.8)),
      ground(of: text, at: place, panel),
      .text(
        TextRun(text, font: font(panel), paint: theme.ink), at: place,
        anchor: base == .x ? .middle : .start, rotation: 0),
    ]
  }

  /// Paper under the words of a bracket, which no grid line strikes through.
  private func ground(of text: String, at place: Point, _ panel: Panel) -> SceneElement {
    let extent = panel.context.measuring.extent(of: text, font: font(panel))
    let left = base == .x ? place.x - extent.width / 2 : place.x
    let area = Rectangle(
      x: left - 1.5, y: place.y - 6, width: extent.width + 3, height: 7.5)
    return .path(.rectangle(area), fill: panel.context.theme.paper, stroke: nil)
  }

  private func font(_ panel: Panel) -> Font { panel.context.theme.label.size(7) }

  private func words(for bracket: Bracket, _ context: DrawingContext, asStars: Bool) -> String {
    guard asStars else { return context.formatter.pValue(bracket.p) }
    return BracketMark.stars(bracket.p)
  }

  /// One star below 0.05, two below 0.01, three below 0.001; else that nothing is shown.
  static func stars(_ p: Double) -> String {
    p < 0.001 ? "***" : p < 0.01 ? "**" : p < 0.05 ? "*" : "n.s."
  }
}
