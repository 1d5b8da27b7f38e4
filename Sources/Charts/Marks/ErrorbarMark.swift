import Drawing
import Frame
import JSON

/// Upright or lying lines between two limits, with a dot at the mean where rows are summed up here.
struct ErrorbarMark: CrowdedMark {
  static let name = "errorbar"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.x2, .y2, .color]
  static let cleans: [Channel] = [.x, .y, .x2, .y2]
  static let measures: [[Channel]] = [[.x, .y]]
  static let sumsUp: [Channel] = [.x, .y]
  static let sample = LegendSample.line
  static let traits: MarkTraits = [.turnsForLongNames, .seesBeyondDomain, .leavesBandsOpen]

  private let spreads: Spreads

  private(set) var crowd: Crowd
  /// The bars on which they stand.
  private var bars: BarMark?

  init(_ layer: Layer, _ settings: SpreadSettings) {
    spreads = Spreads(layer, settings)
    crowd = Crowd(layer, base: spreads.base)
  }

  /// The side along which they are lined up.
  var base: Side { spreads.base }

  func beside(_ marks: [any Mark]) -> ErrorbarMark {
    var mark = self
    mark.crowd = crowd.joined(marks.compactMap { ($0 as? any CrowdedMark)?.crowd })
    mark.bars = marks.lazy.compactMap { $0 as? BarMark }.first { $0.base == base }
    return mark
  }

  /// Where they reach at each place, under colours that tell a field.
  func limits(ofColor field: String?) -> [BarMark.Place: ClosedRange<Double>] {
    guard field == crowd.field, let places = spreads.layer.rows[base.channel]?.column else {
      return [:]
    }
    let reaching = spreads.all.filter { $0.low.isFinite && $0.high.isFinite }
    return Dictionary(
      reaching.map {
        (
          BarMark.Place(panel: $0.panel, group: $0.group, value: places[$0.row]),
          $0.low...max($0.low, $0.high)
        )
      }, uniquingKeysWith: { min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) }
    )
  }

  var crowdBase: Side { base }
  func stretch(in panel: Panel) -> Double {
    panel.scale(base).bands?.bandwidth ?? bars?.width(in: panel) ?? 0
  }

  /// Labels of other marks keep off the lines.
  func obstacles(in panel: Panel) -> Obstacles {
    guard spreads.all.count <= Tip.most else { return Obstacles() }
    return Obstacles(
      lines: placed(in: panel).compactMap { place, spread in
        reach(of: spread, in: panel).map {
          panel.rectangle(along: place - 1...place + 1, across: $0, side: base)
        }
      })
  }

  /// From where to where a line leads; nil where it has no limits.
  private func reach(of spread: Spread, in panel: Panel) -> ClosedRange<Double>? {
    let scale = panel.scale(base.other)
    let ends = [spread.low, spread.high].map { spreads.place($0, on: scale) }.sorted()
    return ends.allSatisfy(\.isFinite) ? ends[0]...ends[1] : nil
  }

  func demand(_ side: Side) -> AxisDemand { spreads.demand(side) }

  /// The shapes of a panel with the middle of each, where it has one, and their slots.
  private func shown(in panel: Panel) -> (spreads: [Spread], places: [Double], slots: Slots) {
    let shown = spreads.all.filter { $0.panel == panel.index }
    let column = spreads.layer.rows[base.channel]?.column
    let places = column.map { panel.scale(base).places(of: $0, rows: shown.map(\.row)) } ?? []
    let half = stretch(in: panel) / 2
    let slots = Slots(
      groups: shown.map(\.group),
      stretches: places.map { $0.isFinite ? $0 - half...$0 + half : nil }, crowd: crowd)
    return (column == nil ? [] : shown, places, slots)
  }

  private func placed(in panel: Panel) -> [(place: Double, spread: Spread)] {
    let (spreads, places, slots) = shown(in: panel)
    return spreads.indices.filter { places[$0].isFinite }.map { (slots.center($0), spreads[$0]) }
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let (shown, places, slots) = shown(in: panel)
    let scale = panel.scale(base)
    let drawn = thinned(shown, at: places, in: panel).filter { places[$0].isFinite }.map { index in
      let cap = scale.bands == nil ? 3 : min(4, slots.width(index) * 0.3)
      return draw(shown[index], at: slots.center(index), cap: cap, panel)
    }
    // All edges first: that of one line must not wipe another's out.
    return drawn.flatMap(\.edge) + drawn.flatMap(\.line) + drawn.flatMap(\.dot)
  }

  /// Which of many are drawn.
  private func thinned(_ shown: [Spread], at places: [Double], in panel: Panel) -> [Int] {
    let scale = panel.scale(base.other)
    let reaches = shown.map { spread in
      let mean = spread.mean.map(scale.place) ?? .nan
      // A mean without limits is a dot.
      return reach(of: spread, in: panel) ?? (mean.isFinite ? mean...mean : 0...0)
    }
    return CoveringMarks.kept(groups: shown.map(\.group), middles: places, reaches: reaches)
  }

  /// A line on its edge of paper, and the dot of its mean.
  private func draw(_ spread: Spread, at center: Double, cap: Double, _ panel: Panel)
    -> (edge: [SceneElement], line: [SceneElement], dot: [SceneElement])
  {
    let scale = panel.scale(spreads.base.other)
    func point(_ along: Double, _ level: Double) -> Point {
      panel.point(along: along, across: spreads.place(level, on: scale), side: spreads.base)
    }
    let paint = paint(spread.group, panel.context.theme)
    var (edges, lines, dots) = ([SceneElement](), [SceneElement](), [SceneElement]())
    if spreads.isShown(spread, on: scale) {
      var steps: [Path.Step] = [
        .move(point(center, spread.low)), .line(point(center, spread.high)),
      ]
      // A limit that the scale cannot show is no end: the line goes on.
      for level in [spread.low, spread.high] where scale.place(level).isFinite {
        steps += [.move(point(center - cap, level)), .line(point(center + cap, level))]
      }
      // On paper's edge the line stands out from a bar of whatever colour.
      let edge = Stroke(panel.context.theme.paper, width: 3.2)
      edges.append(.path(Path(steps), fill: nil, stroke: edge))
      lines.append(.path(Path(steps), fill: nil, stroke: Stroke(paint, width: 1.2)))
    }
    // Over bars, whose ends are the means, a dot would hide a short line.
    if bars == nil, let mean = spread.mean, scale.place(mean).isFinite {
      let paper = panel.context.theme.paper
      dots.append(.dots([point(center, mean)], shape: .circle, radius: 3.1, paint: paper))
      dots.append(.dots([point(center, mean)], shape: .circle, radius: 2.1, paint: paint))
    }
    return (edges, lines, dots)
  }

  /// Darker than the category, to be seen on a bar of its colour.
  private func paint(_ group: Int, _ theme: Theme) -> Paint {
    let layer = spreads.layer
    guard layer.rows[.color] != nil else { return theme.ink }
    return layer.colors.paint(group).mixed(with: theme.ink, share: 0.35)
      .opacity(layer.rows.opacity ?? 1)
  }

  func counts(panel: Int) -> [Value: Int] {
    guard spreads.base == .x, let places = spreads.layer.rows[.x]?.column else { return [:] }
    return spreads.all.filter { $0.panel == panel && $0.n != nil }.reduce(into: [:]) {
      $0[places[$1.row], default: 0] += $1.n ?? 0
    }
  }

  func story(in words: Words) -> Story {
    var story = spreads.story(
      spreads.areMade ? "Means with error bars" : "Error bars", shape: "bars", words)
    story.methods += CoveringMarks.remark("Error bars", panels: spreads.all.map(\.panel))
    return story
  }

  var results: [(key: String, value: JSONValue)] { spreads.results }
}
