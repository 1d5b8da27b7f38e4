import Drawing
import Frame

/// A chart whose marks, colours and axes are decided and that only lacks its places.
struct TrainedChart: Sendable {
  let layers: [Layer]
  /// One mark a layer, then the trends.
  var marks: [any Mark]
  /// The marks of rows that count once, where a layer repeats its rows in several panels.
  var tellers: [any Mark]?
  /// How a legend shows each layer.
  let samples: [LegendSample]
  let facets: Facets
  /// What the sides measure, in all panels.
  let axes: (x: PanelAxes, y: PanelAxes)
  /// The greatest value of the size channel, nil where there is none.
  let largestSize: Double?
  let wishes: ChartWishes
  let words: Words
  /// What the subtitle says, which titles of sides need not repeat.
  private(set) var subtitle = ""
  /// What marks tell that do not wait for their places, by mark; told once, because stories look at
  /// every row.
  private var stories: [Story?] = []

  init(
    layers: [Layer], marks: [any Mark], tellers: [any Mark]?, samples: [LegendSample],
    facets: Facets,
    axes: (x: PanelAxes, y: PanelAxes), largestSize: Double?, wishes: ChartWishes, words: Words
  ) {
    self.layers = layers
    self.marks = marks
    self.tellers = tellers
    self.samples = samples
    self.facets = facets
    self.axes = axes
    self.largestSize = largestSize
    self.wishes = wishes
    self.words = words
    let told = telling.map { $0.story(in: words) }
    stories = zip(telling, told).map { $0.isArrangedOnPage ? nil : $1 }
    subtitle = ChartWords(self, told, leftOut: LeftOut()).subtitle ?? ""
  }

  /// What its marks tell.
  var told: [Story] {
    zip(telling, stories).map { mark, story in story ?? mark.story(in: words) }
  }

  /// The marks that tell of the chart in words and numbers.
  var telling: [any Mark] { tellers ?? marks }

  /// What x measures in the first panel.
  var x: AxisPlan { axes.x.first }
  /// What y measures in the first panel.
  var y: AxisPlan { axes.y.first }

  /// Whether hairlines lie behind the marks.
  var hasGrid: Bool { !marks.allSatisfy { type(of: $0).traits.contains(.needsNoGrid) } }

  /// Whether hairlines lead along the bands, from names to shapes that leave them open.
  var hasRowLines: Bool {
    hasGrid && marks.contains { type(of: $0).traits.contains(.leavesBandsOpen) }
  }

  /// Whether some mark is read from 0.
  var readsFromZero: Bool { !marks.allSatisfy { type(of: $0).traits.contains(.hasNoZero) } }

  /// Whether shapes fill the bands, as the cells of a heat map do.
  private var fillsBands: Bool { marks.contains { type(of: $0).traits.contains(.fillsBands) } }

  /// The empty share between bands.
  var bandPadding: Double { fillsBands ? 0 : 0.2 }

  /// The room right of a panel for the labels of lying bars.
  func labelRoom(in context: DrawingContext) -> Points {
    marks.map { $0.labelRoom(in: context) }.max() ?? 0
  }

  /// Whether the marks write their values, so that the axis of y has no labels.
  var writesItsValues: Bool {
    marks.allSatisfy { type(of: $0).traits.contains(.writesItsValues) }
  }

  /// The room right of a panel of a chart of a width, for labels at the ends of marks: less where
  /// these end in the middle of the last band.
  func endRoom(_ labels: EndLabels, width: Points) -> Points {
    guard writesItsValues, labels.width > 0, !x.bands.isEmpty else { return labels.width }
    let half = 0.5 / Double(x.bands.count)
    let needed = labels.width + TrainedChart.dotReach
    return max(0, (needed - width * half) * (1 / (1 - half)))
  }

  /// How far the dot at the end of a line reaches beyond it.
  private static let dotReach: Points = 2

  /// The part of a panel at whose right edge the marks end.
  func endFrame(_ frame: Rectangle, _ x: PositionScale) -> Rectangle {
    guard writesItsValues, let bands = x.bands, !bands.values.isEmpty else { return frame }
    let end = Points(bands.center(bands.values.count - 1)) + TrainedChart.dotReach
    return Rectangle(x: frame.x, y: frame.y, width: end - frame.x, height: frame.height)
  }

  /// What a side measures, where the subtitle does not say it, and what its labels leave unsaid:
  /// `Weight (kg), × 10⁻⁶`, `log scale`.
  func title(_ side: Side, unit: String?) -> String? {
    let unit = [unit, (side == .x ? x : y).scaleWords(in: words.formatter)].compactMap { $0 }
    let parts = [label(side)].compactMap { $0 } + unit
    return parts.isEmpty ? nil : parts.joined(separator: ", ").capitalizedFirst
  }

  private func label(_ side: Side) -> String? {
    let plan = side == .x ? x : y
    guard let channel = plan.channel, !channel.isTime, !channel.isConstant else { return nil }
    let label = channel.label.oneLine
    return subtitle.lowercased().contains(label.lowercased()) ? nil : label
  }

  /// The room above a panel: for half of the topmost label, or for labels on bars.
  var roomAbove: Points {
    let hasLabels =
      layers.contains { $0.rows[.label] != nil }
      || marks.contains { type(of: $0).traits.contains(.labelsBars) }
    return hasLabels ? 11 : 5
  }

  /// How many values each category of x holds in a panel, where that is told under its name.
  func counts(panel: Int) -> [Value: Int] {
    guard !x.bands.isEmpty else { return [:] }
    return marks.lazy.map { $0.counts(panel: panel) }.first { !$0.isEmpty } ?? [:]
  }

  /// The height of a panel of a width, where nothing presses.
  func panelHeight(width: Points) -> Points {
    if let height = wishes.height { return Points(height) }
    if let ratio = wishes.ratio { return width * ratio }
    if let own = marks.lazy.compactMap({ $0.panelHeight(width: width) }).first { return own }
    if axes.y.plans.contains(where: { !$0.bands.isEmpty }) { return bandsHeight(width) }
    let added = marks.map(\.addedHeight).max() ?? 0
    return added + (facets.count > 1 ? max(86, min(160, width * 0.62)) : 110 + width * 0.14)
  }

  /// Whether panels may be made a little lower so that all of them stay on one page.
  var yieldsHeight: Bool {
    wishes.height == nil && wishes.ratio == nil && axes.y.plans.allSatisfy(\.bands.isEmpty)
  }

  /// The height of a panel of a width whose names of y may be as wide as a room: bands are as high
  /// as their wrapped names.
  func panelHeight(width: Points, names room: Points, in context: DrawingContext) -> Points {
    let height = panelHeight(width: width)
    guard wishes.height == nil, wishes.ratio == nil, y.bands.contains(where: \.isText) else {
      return height
    }
    let lines = y.bands.map { name -> Int in
      let text = words.category(name, like: y.channel)
      let (font, measuring) = (context.theme.label, context.measuring)
      return
        (BandLabels.wrap(text, font, width: room, measuring)
        ?? BandLabels.broken(text, font, width: room, measuring)).count
    }
    let most = min(lines.max() ?? 1, BandLabels.mostLines)
    let band = BandLabels.lineStep * Double(most) + 4
    return most > 1 ? max(height, band * Double(y.bands.count)) : height
  }

  /// The height of very many bands: a chart of them fits on a page.
  private static let mostHeight = 560.0

  /// The height of a band in which shapes of several colours may stand under each other.
  private var bandHeight: Double {
    let slots = marks.compactMap { ($0 as? any CrowdedMark)?.crowd.groups.count }.max() ?? 0
    let hasLabels = layers.contains { $0.rows[.label] != nil }
    return max(17, Double(slots) * (hasLabels ? 10 : 7) + 5)
  }

  private func bandsHeight(_ width: Points) -> Points {
    let count = Double(axes.y.plans.map(\.bands.count).max() ?? 0)
    guard fillsBands else {
      return Points(max(28, min(TrainedChart.mostHeight, count * bandHeight)))
    }
    // Cells are about square while they are few.
    let cell = max(
      13, min(30, width.value / Double(max(1, axes.x.plans.map(\.bands.count).max() ?? 1))))
    return Points(min(420, max(40, count * cell)))
  }
}
