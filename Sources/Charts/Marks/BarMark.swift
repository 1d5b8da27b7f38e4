import Drawing
import Frame

/// Bars from zero, one a category or place; colour categories stand side by side or on each other.
struct BarMark: Mark {
  static let name = "bar"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.color, .label]
  static let measures: [[Channel]] = [[.x, .y]]
  static let traits: MarkTraits = [
    .turnsForLongNames, .ranksWhenLying, .coversBins, .readsLengths,
  ]

  let layer: Layer
  let isStacked: Bool
  private let areShares: Bool
  /// The side along which the bars are lined up.
  let base: Side
  let bars: [Bar]
  /// How many rows were added to a bar that stood already.
  private let added: Int
  /// The distance between neighbours on a continuous base.
  private let gap: Double?

  /// One bar before it has a place.
  struct Bar: Hashable, Sendable {
    let panel: Int
    let group: Int
    /// The first of its rows: where its place on the base and its label are read.
    let row: Int
    var from: Double
    var to: Double
  }

  init(_ layer: Layer, _ settings: StackSettings) {
    self.layer = layer
    isStacked = settings.kind == .zero || settings.kind == .normalize
    areShares = settings.kind == .normalize
    base = BarMark.base(layer.rows)
    var bars = BarMark.bars(layer, base)
    added = layer.rows.count - bars.count
    if isStacked { BarMark.stack(&bars, layer, base) }
    if areShares { BarMark.share(&bars, layer, base) }
    self.bars = bars
    gap = BarMark.gap(layer.rows[base.channel])
  }

  static func shown(_ rows: LayerRows, _ settings: StackSettings) -> LayerRows {
    settings.kind == .normalize ? rows.asShares(on: base(rows).other) : rows
  }

  /// Bars stand on x unless only y holds categories or times.
  static func base(_ rows: LayerRows) -> Side {
    func isBase(_ channel: Channel) -> Bool {
      rows[channel].map { $0.isCategorical || $0.isTime || $0.binWidth != nil } ?? false
    }
    return !isBase(.x) && isBase(.y) ? .y : .x
  }

  /// The bars of a layer; rows that share a place are added up, as lengths on each other would be.
  private static func bars(_ layer: Layer, _ base: Side) -> [Bar] {
    guard let places = layer.rows[base.channel] else { return [] }
    let lengths = layer.numbers(base.other.channel)
    var known: [[Value]: Int] = [:]
    var bars: [Bar] = []
    for row in 0..<layer.rows.count {
      let (panel, group) = (layer.panels[row], layer.groups[row])
      let key = [.integer(Int64(panel)), .integer(Int64(group)), places.column[row]]
      if let index = known[key] {
        bars[index].to += lengths[row]
      } else {
        known[key] = bars.count
        bars.append(Bar(panel: panel, group: group, row: row, from: 0, to: lengths[row]))
      }
    }
    return bars
  }

  /// Puts the bars of one place on each other, in the order of their categories: what is positive
  /// up from zero, what is negative down.
  private static func stack(_ bars: inout [Bar], _ layer: Layer, _ base: Side) {
    guard let places = layer.rows[base.channel] else { return }
    var tops: [[Value]: (up: Double, down: Double)] = [:]
    for index in bars.indices.sorted(by: { (bars[$0].group, $0) < (bars[$1].group, $1) }) {
      let key = [.integer(Int64(bars[index].panel)), places.column[bars[index].row]]
      var top = tops[key] ?? (0, 0)
      let length = bars[index].to
      bars[index].from = length >= 0 ? top.up : top.down
      bars[index].to = bars[index].from + length
      if length >= 0 { top.up += length } else { top.down += length }
      tops[key] = top
    }
  }

  /// Makes the bars of one place shares of the lengths on both sides of zero together.
  private static func share(_ bars: inout [Bar], _ layer: Layer, _ base: Side) {
    guard let places = layer.rows[base.channel] else { return }
    func key(_ bar: Bar) -> [Value] { [.integer(Int64(bar.panel)), places.column[bar.row]] }
    var totals: [[Value]: Double] = [:]
    for bar in bars { totals[key(bar), default: 0] += abs(bar.to - bar.from) }
    for index in bars.indices {
      let total = totals[key(bars[index])] ?? 0
      bars[index].from = total > 0 ? bars[index].from / total : 0
      bars[index].to = total > 0 ? bars[index].to / total : 0
    }
  }

  private static func gap(_ places: ChannelColumn?) -> Double? {
    guard let places, !places.isCategorical else { return nil }
    if let width = places.binWidth { return width }
    let sorted = Set(places.column.doubles.filter(\.isFinite)).sorted()
    return zip(sorted, sorted.dropFirst()).map { $1 - $0 }.min() ?? (places.isTime ? 86_400 : 1)
  }

  func demand(_ side: Side) -> AxisDemand {
    guard side == base else {
      var demand = AxisDemand(range: AxisDemand.range(bars.flatMap { [$0.from, $0.to] }))
      demand.needsZero = true
      return demand
    }
    var demand = AxisDemand(layer.rows[side.channel])
    demand.isTight = true
    if let gap, layer.rows[side.channel]?.binWidth == nil, let range = demand.range {
      demand.range = range.lowerBound - gap / 2...range.upperBound + gap / 2
    }
    return demand
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let shown = bars.filter { $0.panel == panel.index }
    guard let column = layer.rows[base.channel] else { return [] }
    let places = panel.scale(base).places(of: column.column, rows: shown.map(\.row))
    let slots = Slots(
      groups: shown.map(\.group), places: places, width: width(in: panel), isStacked: isStacked)
    let isTurned = turnsLabels(slots, shown, panel)
    var elements: [SceneElement] = []
    for (index, bar) in shown.enumerated() where places[index].isFinite {
      let along = slots.span(index)
      let scale = panel.scale(base.other)
      let (from, to) = (scale.place(bar.from), scale.place(bar.to))
      guard from.isFinite, to.isFinite else { continue }
      let outline = panel.rectangle(along: along, across: min(from, to)...max(from, to), side: base)
      elements.append(
        .path(
          .rectangle(outline), fill: layer.colors.paint(bar.group).opacity(layer.rows.opacity ?? 1),
          stroke: nil))
      if let label = label(bar, outline, turned: isTurned, panel) { elements.append(label) }
    }
    return elements
  }

  func tips(in panel: Panel) -> [Tip] {
    guard bars.count <= Tip.most, let column = layer.rows[base.channel] else { return [] }
    let shown = bars.filter { $0.panel == panel.index }
    let places = panel.scale(base).places(of: column.column, rows: shown.map(\.row))
    let slots = Slots(
      groups: shown.map(\.group), places: places, width: width(in: panel), isStacked: isStacked)
    let words = Words(formatter: panel.context.formatter)
    let scale = panel.scale(base.other)
    return shown.enumerated().compactMap { index, bar in
      let (from, to) = (scale.place(bar.from), scale.place(bar.to))
      guard places[index].isFinite, from.isFinite, to.isFinite else { return nil }
      let area = panel.rectangle(
        along: slots.span(index), across: min(from, to)...max(from, to), side: base)
      let measures = [base.other.channel: bar.to - bar.from]
      return Tip(area: area, text: words.tip(layer, row: bar.row, measures: measures))
    }
  }

  private func width(in panel: Panel) -> Double {
    switch panel.scale(base) {
    case .band(let scale): scale.bandwidth
    case .continuous(let scale):
      abs(scale.place(scale.domain.lowerBound + (gap ?? 1)) - scale.place(scale.domain.lowerBound))
        * 0.8
    }
  }

  func story(in words: Words) -> Story {
    let measure = layer.rows[base.other.channel]
    let labels = (
      measure?.label.oneLine ?? "", words.inSentence(layer.rows[base.channel]?.label.oneLine ?? "")
    )
    var story = Story(
      kind: "Bar chart", measure: "\(labels.0) by \(labels.1)", unit: "", points: layer.rows.count)
    if let most = bars.max(by: { $0.to < $1.to }), let least = bars.min(by: { $0.to < $1.to }),
      bars.count > 1
    {
      story.findings.append(
        "highest: \(name(most, words)) with \(words.number(most.to - most.from, like: measure))")
      story.findings.append(
        "lowest: \(name(least, words)) with \(words.number(least.to - least.from, like: measure))")
    }
    if added > 0 { story.methods.append("Rows that share a bar are added up") }
    return story
  }

  private func name(_ bar: Bar, _ words: Words) -> String {
    let place = layer.rows[base.channel]
    let name = place.map { words.category($0.column[bar.row], like: $0) } ?? ""
    let categories = layer.colors.categories
    let group = categories.isEmpty ? nil : categories[bar.group].label
    return group == nil || group == name ? name : "\(name), \(group ?? "")"
  }
}
