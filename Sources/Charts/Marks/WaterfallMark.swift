import Drawing
import Frame
import JSON

/// Bars that lead from one level to the next: each change begins where the one before it ended, and
/// totals stand on zero.
struct WaterfallMark: Mark {
  static let name = "waterfall"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.label]
  static let measures: [[Channel]] = [[.x, .y]]
  static let traits: MarkTraits = [
    .turnsForLongNames, .labelsBars, .readsLengths, .oneLabelAPlace, .seesBeyondDomain,
  ]

  private let layer: Layer
  /// The side along which the bars are lined up.
  private let base: Side
  /// The bars of each panel.
  private let panels: [WaterfallSteps]

  static func namedSide(_ rows: LayerRows) -> Side? { BarMark.base(rows) }

  static func shown(_ rows: LayerRows, _ settings: WaterfallSettings) -> LayerRows {
    let base = BarMark.base(rows)
    return rows.withTotals(settings, base: base.channel, measure: base.other.channel)
  }

  init(_ layer: Layer, _ settings: WaterfallSettings) {
    self.layer = layer
    base = BarMark.base(layer.rows)
    let names = layer.rows[base.channel]?.column
    let numbers = layer.numbers(base.other.channel)
    panels = (0..<layer.panelCount).map { panel in
      WaterfallSteps(
        layer.rows(inPanel: panel).map { row in
          let name = names?[row] ?? .null
          return (row, name, numbers[row], settings.isTotal(name.description))
        })
    }
  }

  private var steps: [WaterfallSteps.Step] { panels.flatMap(\.steps) }

  func demand(_ side: Side) -> AxisDemand {
    guard side != base else { return AxisDemand(layer.rows[side.channel], asBands: true) }
    var demand = AxisDemand(range: AxisDemand.range(steps.flatMap { [$0.from, $0.to] }))
    demand.needsZero = true
    // Under bars that lead down stand labels.
    if base == .x, let low = demand.range?.lowerBound, low < 0 { demand.margin = 12 }
    return demand
  }

  // MARK: Drawing

  /// A bar at its place.
  private struct Placed {
    let step: WaterfallSteps.Step
    let along: ClosedRange<Double>
    let from: Double
    let to: Double
  }

  private func placed(in panel: Panel) -> [Placed] {
    guard let column = layer.rows[base.channel]?.column, let bands = panel.scale(base).bands,
      panels.indices.contains(panel.index)
    else { return [] }
    let steps = panels[panel.index].steps
    let middles = panel.scale(base).places(of: column, rows: steps.map(\.row))
    let scale = panel.scale(base.other)
    return zip(steps, middles).compactMap { step, middle in
      let (from, to) = (scale.place(step.from), scale.place(step.to))
      guard middle.isFinite, from.isFinite, to.isFinite else { return nil }
      let half = bands.bandwidth / 2
      return Placed(step: step, along: middle - half...middle + half, from: from, to: to)
    }
  }

  private func outline(_ bar: Placed, _ panel: Panel) -> Rectangle {
    // A change of nothing is a line, not nothing.
    let (low, high) = (min(bar.from, bar.to), max(bar.from, bar.to))
    let missing = max(0, 0.8 - (high - low)) / 2
    return panel.rectangle(along: bar.along, across: low - missing...high + missing, side: base)
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let placed = placed(in: panel)
    let theme = panel.context.theme
    let hairline = Stroke(theme.quiet, width: 0.5)
    let links = zip(placed, placed.dropFirst()).filter { !$1.step.isTotal || $1.to == $0.to }
      .map { bar, next -> SceneElement in
        let isAhead = next.along.lowerBound > bar.along.lowerBound
        let ends =
          isAhead
          ? [bar.along.upperBound, next.along.lowerBound]
          : [bar.along.lowerBound, next.along.upperBound]
        let line = ends.map { panel.point(along: $0, across: bar.to, side: base) }
        return .path(.polyline(line), fill: nil, stroke: hairline)
      }
    let bars = placed.map { bar -> SceneElement in
      .path(
        .rectangle(outline(bar, panel)),
        fill: Kind(bar.step).paint(theme).opacity(layer.rows.opacity ?? 1), stroke: nil)
    }
    return links + bars
      + labels.elements(placed.map { ($0.step, outline($0, panel)) }, in: panel)
  }

  private var labels: WaterfallLabels {
    WaterfallLabels(
      base: base, channel: layer.rows[.label], measure: layer.rows[base.other.channel])
  }

  func labelRoom(in context: DrawingContext) -> Points { labels.room(for: steps, in: context) }

  func tips(in panel: Panel) -> [Tip] {
    guard steps.count <= Tip.most else { return [] }
    let words = Words(formatter: panel.context.formatter)
    let measure = layer.rows[base.other.channel]
    return placed(in: panel).map { bar in
      let change: (label: String?, value: String) =
        (measure?.label, labels.text(bar.step, words))
      let level: (label: String?, value: String) = ("now", words.number(bar.step.to, like: measure))
      let parts = [(nil, name(bar.step, words)), change] + (bar.step.isTotal ? [] : [level])
      return Tip(area: outline(bar, panel), text: words.tip(parts))
    }
  }

  func legendEntries(in context: DrawingContext) -> [Legend.Entry] {
    let found = Set(steps.map(Kind.init))
    return Kind.allCases.filter(found.contains).map { kind in
      Legend.Entry(
        label: kind.rawValue, detail: nil, paint: kind.paint(context.theme), sample: .square)
    }
  }

  /// What a bar tells.
  private enum Kind: String, CaseIterable {
    case rise = "Increase"
    case fall = "Decrease"
    case total = "Total"

    init(_ step: WaterfallSteps.Step) {
      self = step.isTotal ? .total : step.change < 0 ? .fall : .rise
    }

    /// Blue and vermilion: told apart by every kind of sight, and none of them good or bad.
    func paint(_ theme: Theme) -> Paint {
      switch self {
      case .rise: theme.categories[0]
      case .fall: theme.categories[1 % theme.categories.count]
      case .total: theme.grey
      }
    }
  }

  // MARK: Words

  private func name(_ step: WaterfallSteps.Step, _ words: Words) -> String {
    layer.rows[base.channel].map { words.category($0.column[step.row], like: $0) } ?? ""
  }

  func story(in words: Words) -> Story {
    let measure = layer.rows[base.other.channel]
    let place = words.inSentence(layer.rows[base.channel]?.label.oneLine ?? "")
    var story = Story(
      kind: "Waterfall chart", measure: "\(measure?.label.oneLine ?? "") by \(place)", unit: "",
      points: layer.rows.count)
    if panels.count == 1, let last = steps.last {
      story.findings.append("it ends at \(words.number(last.to, like: measure))")
    }
    let changes = steps.filter { !$0.isTotal && $0.change.isFinite }
    if let rise = changes.max(by: { $0.change < $1.change }), rise.change > 0 {
      story.findings.append(
        "largest increase: \(name(rise, words)) with \(labels.text(rise, words))")
    }
    if let fall = changes.min(by: { $0.change < $1.change }), fall.change < 0 {
      story.findings.append(
        "largest decrease: \(name(fall, words)) with \(labels.text(fall, words))")
    }
    story.methods += layer.rows.remarks
    if panels.contains(where: \.hasAdded) {
      story.methods.append("Rows that share a bar are added up")
    }
    story.methods += panels.flatMap(\.disagreements).prefix(3).map { step, reached in
      let (level, sum) = (
        words.number(step.to, like: measure), words.number(reached, like: measure)
      )
      return "\(name(step, words)) is \(level), the changes before it lead to \(sum)"
    }
    return story
  }

  var results: [(key: String, value: JSONValue)] {
    panels.count == 1 ? [("end", .number(steps.last?.to))] : []
  }
}
