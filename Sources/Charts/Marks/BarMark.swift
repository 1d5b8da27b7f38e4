import Drawing
import Frame

/// Bars from zero, one a category or place; colour categories stand side by side or on each other.
struct BarMark: CrowdedMark {
  static let name = "bar"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.color, .label]
  static let measures: [[Channel]] = [[.x, .y]]
  static let traits: MarkTraits = [
    .turnsForLongNames, .ranksWhenLying, .coversBins, .readsLengths, .oneLabelAPlace,
    .seesBeyondDomain, .showsSumsAsRamp,
  ]

  let layer: Layer
  let isStacked: Bool
  let areShares: Bool
  /// The side along which the bars are lined up.
  let base: Side
  let bars: [Bar]
  private(set) var crowd: Crowd
  /// The levels of lines across the panel, which run through no label.
  private(set) var rules: [Double] = []
  /// Where error bars reach at the bars' places, beyond which labels stand.
  private(set) var limits: [Place: ClosedRange<Double>] = [:]
  /// How many labels found no room.
  private(set) var labelsLeftOut = 0
  /// The measure of each row's colour; none where colours tell categories.
  private let measures: [Double]
  /// The distance between neighbours on a continuous base.
  private let gap: Double?

  init(_ layer: Layer, _ settings: StackSettings) {
    self.layer = layer
    isStacked = settings.kind == .zero || settings.kind == .normalize
    areShares = settings.kind == .normalize
    base = BarMark.base(layer.rows)
    measures = layer.colors.categories.isEmpty ? layer.numbers(.color) : []
    bars = BarMark.bars(layer, base, settings.kind)
    crowd = isStacked || BarMark.standBackToBack(bars) ? .none : Crowd(layer, base: base)
    gap = BarMark.gap(layer.rows[base.channel])
  }

  static func shown(_ rows: LayerRows, _ settings: StackSettings) -> LayerRows {
    settings.kind == .normalize ? rows.asShares(on: base(rows).other) : rows
  }

  func beside(_ marks: [any Mark]) -> BarMark {
    guard !isStacked else { return self }
    var mark = self
    mark.crowd = crowd.joined(marks.compactMap { ($0 as? any CrowdedMark)?.crowd })
    for errors in marks.compactMap({ $0 as? ErrorbarMark }) where errors.base == base {
      mark.limits.merge(errors.limits(ofColor: crowd.field)) { $1 }
    }
    mark.rules = marks.compactMap { $0 as? RuleMark }.flatMap { $0.levels(along: base.other) }
    return mark
  }

  /// Bars stand on x unless only y holds categories or times.
  static func base(_ rows: LayerRows) -> Side {
    func isBase(_ channel: Channel) -> Bool {
      rows[channel].map { $0.isCategorical || $0.isTime || $0.binWidth != nil } ?? false
    }
    return !isBase(.x) && isBase(.y) ? .y : .x
  }

  private static func gap(_ places: ChannelColumn?) -> Double? {
    guard let places, !places.isCategorical else { return nil }
    if let width = places.binWidth { return width }
    if let period = places.period?.period {
      // As wide as over the shortest period, so that no bar is wider for its month's length.
      return places.column.doubles.filter(\.isFinite).map { period.range(at: $0) }
        .map { $0.upperBound - $0.lowerBound }.min()
    }
    let sorted = Set(places.column.doubles.filter(\.isFinite)).sorted()
    return zip(sorted, sorted.dropFirst()).map { $1 - $0 }.min() ?? (places.isTime ? 86_400 : 1)
  }

  /// The bars in the window along the base.
  private var seen: [Bar] {
    guard let column = layer.rows[base.channel], let period = column.period?.period,
      let window = column.settings.range
    else { return bars.filter { layer.isInWindow($0.row, base) } }
    // A bar over a period that reaches into the window is cut there.
    return bars.filter { bar in
      column.column[bar.row].number.map { period.range(at: $0).overlaps(window) } ?? true
    }
  }

  /// Whether a bar reaches beyond a domain of what it measures.
  func isCut(_ bar: Bar) -> Bool {
    guard !areShares, let window = layer.rows[base.other.channel]?.settings.range else {
      return false
    }
    return bar.to > max(0, window.upperBound) || bar.to < min(0, window.lowerBound)
  }

  /// How many bars of the window along the base are cut.
  var cutBars: Int { seen.count(where: isCut) }

  func demand(_ side: Side) -> AxisDemand {
    guard side == base else {
      var demand = AxisDemand(range: AxisDemand.range(seen.flatMap { [$0.from, $0.to] }))
      demand.needsZero = true
      // Shares of one sign end with the whole.
      demand.isTight = areShares && (demand.range?.lowerBound ?? 0) >= 0
      // Under bars that lead down stand labels.
      if base == .x, layer.rows[.label] != nil, let low = demand.range?.lowerBound, low < 0 {
        demand.margin = 12
      }
      return demand
    }
    var demand = AxisDemand(layer.rows[side.channel])
    demand.isTight = true
    if let gap, let column = layer.rows[side.channel], column.binWidth == nil,
      !column.transform.refuses(0), let range = demand.range
    {
      let period = column.period?.period
      let low = period?.range(at: range.lowerBound).lowerBound ?? range.lowerBound - gap / 2
      let high = period?.range(at: range.upperBound).upperBound ?? range.upperBound + gap / 2
      demand.range = low...high
      if column.column.holdsWholeNumbers, range.upperBound > range.lowerBound {
        demand.smallestStep = BarMark.step(column.column.doubles, gap: gap)
      }
    }
    return demand
  }

  // MARK: Drawing

  /// The bars of a panel that have a place, each with the area that it fills.
  func placed(in panel: Panel) -> [(bar: Bar, area: Rectangle)] {
    let shown = seen.filter { $0.panel == panel.index }
    let slots = Slots(
      groups: shown.map(\.group), stretches: stretches(of: shown, in: panel), crowd: crowd)
    let scale = panel.scale(base.other)
    return shown.enumerated().compactMap { index, bar in
      let (from, to) = (scale.place(bar.from), scale.place(bar.to))
      let along = slots.span(index)
      guard along.upperBound > along.lowerBound, from.isFinite, to.isFinite else { return nil }
      return (
        bar, panel.rectangle(along: along, across: min(from, to)...max(from, to), side: base)
      )
    }
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let placed = BarMark.thinned(placed(in: panel), base)
    let opacity = layer.rows.opacity ?? 1
    let shapes = placed.map { bar, area in
      SceneElement.path(
        .rectangle(area), fill: paint(bar).opacity(opacity), stroke: nil)
    }
    return shapes + labels(placed, in: panel).flatMap { $0 ?? [] }
  }

  /// Many bars without those that no reader could tell from a longer one at the same place.
  private static func thinned(_ placed: [(bar: Bar, area: Rectangle)], _ base: Side)
    -> [(bar: Bar, area: Rectangle)]
  {
    CoveringMarks.kept(
      groups: placed.map(\.bar.group),
      middles: placed.map { base == .x ? $0.area.midX.value : $0.area.midY.value },
      reaches: placed.map {
        base == .x
          ? $0.area.y.value...$0.area.maxY.value : $0.area.x.value...$0.area.maxX.value
      }
    ).map { placed[$0] }
  }

  /// The paint of a bar: of its category, or of the measure that its colour shows.
  func paint(_ bar: Bar) -> Paint {
    guard case .ramp(let scale) = layer.colors else { return layer.colors.paint(bar.group) }
    return bar.differsInColor ? RampScale.missing : scale.paint(measures[bar.row])
  }

  /// The stretch of each bar's place: of a band, of the class that it stands for, or around a number.
  private func stretches(of bars: [Bar], in panel: Panel) -> [ClosedRange<Double>?] {
    guard let column = layer.rows[base.channel] else { return bars.map { _ in nil } }
    let scale = panel.scale(base)
    if let width = column.binWidth, let numbers = scale.numbers {
      let starts = layer.numbers(base.channel)
      return bars.map { bar in
        let ends = [starts[bar.row], starts[bar.row] + width].map(numbers.place).sorted()
        guard ends[0].isFinite, ends[1].isFinite else { return nil }
        let margin = (ends[1] - ends[0]) * 0.05
        return ends[0] + margin...ends[1] - margin
      }
    }
    let places = scale.places(of: column.column, rows: bars.map(\.row))
    let half = width(in: panel) / 2
    return places.map { $0.isFinite ? $0 - half...$0 + half : nil }
  }

  /// How wide the bars of one place are together; never so narrow that they could not be seen.
  func width(in panel: Panel) -> Double {
    switch panel.scale(base) {
    case .band(let scale): return scale.bandwidth
    case .continuous(let scale):
      var gap = abs(
        scale.place(scale.domain.lowerBound + (gap ?? 1)) - scale.place(scale.domain.lowerBound))
      if scale.transform != .linear, scale.transform != .time {
        let places = Set(layer.numbers(base.channel).map(scale.place).filter(\.isFinite)).sorted()
        gap = zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? 10
      }
      return max(gap * 0.8, 0.8)
    }
  }

  var crowdBase: Side { base }
  func stretch(in panel: Panel) -> Double { width(in: panel) }

  var isArrangedOnPage: Bool { layer.rows[.label] != nil }

  func arranged(in panels: [Panel]) -> BarMark {
    var mark = self
    mark.labelsLeftOut = panels.reduce(0) { count, panel in
      let placed = placed(in: panel)
      let named = placed.count { text($0.bar, Words(formatter: panel.context.formatter)) != nil }
      return count + named - labels(placed, in: panel).count { $0 != nil }
    }
    return mark
  }

  func tips(in panel: Panel) -> [Tip] {
    guard bars.count <= Tip.most else { return [] }
    let words = Words(formatter: panel.context.formatter)
    return placed(in: panel).map { bar, area in
      let measures = [base.other.channel: bar.to - bar.from]
      return Tip(area: area, text: words.tip(layer, row: bar.row, measures: measures))
    }
  }
}
