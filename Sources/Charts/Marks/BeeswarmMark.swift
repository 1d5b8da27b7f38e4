import Drawing
import Frame
import JSON
import Statistics

/// Every value as a dot beside the middle of its category's band, moved aside just as far as its
/// neighbours need; where dots are too many for the band, spread within the density of the values.
struct BeeswarmMark: CrowdedMark {
  static let name = "beeswarm"
  static let needs: [Channel] = [.y]
  static let takes: [Channel] = [.x, .color]
  static let cleans: [Channel] = [.x, .y]
  static let measures: [[Channel]] = [[.x, .y]]
  static let sample = LegendSample.dot
  static let traits: MarkTraits = [
    .turnsForLongNames, .carriesComparison, .linesUpNumbers, .seesBeyondDomain,
  ]

  private let values: GroupedValues
  var crowd: Crowd { values.crowd }
  var crowdBase: Side { values.base }
  private var arrangement = Arrangement.none

  private enum Arrangement: Hashable, Sendable {
    case none
    /// How far each dot of each group lies from the middle of its slot.
    case swarm(offsets: [[Double]], radius: Double, overflow: Int)
    /// Too many dots: at random within the density of each group, nil where there is none.
    case cloud(curves: [DensityCurve?], peak: Double)
  }

  /// Radii that are tried, largest first.
  private static let radii = [2.5, 2.1, 1.8, 1.5, 1.25, 1.0]
  /// More dots than this in one group are not laid side by side.
  private static let mostInGroup = 4000
  /// The share of dots that may find no room before all are spread at random.
  private static let mostOverflow = 0.05

  init(_ layer: Layer, _ settings: NoSettings) { values = GroupedValues(layer) }

  func demand(_ side: Side) -> AxisDemand { values.demand(side) }

  func counts(panel: Int) -> [Value: Int] { values.counts(panel: panel) }

  func panelHeight(width: Points) -> Points? { values.lyingHeight() }

  var isArrangedOnPage: Bool { true }

  func arranged(in panels: [Panel]) -> BeeswarmMark {
    var mark = self
    mark.arrangement = swarm(panels) ?? cloud
    return mark
  }

  private func swarm(_ panels: [Panel]) -> Arrangement? {
    guard values.groups.allSatisfy({ $0.values.count <= BeeswarmMark.mostInGroup }) else {
      return nil
    }
    let slots = panels.flatMap { panel in
      values.slots(in: panel).map { (panel.scale(values.measure), $0) }
    }
    for radius in BeeswarmMark.radii {
      let isLast = radius == BeeswarmMark.radii.last
      var offsets = [[Double]](repeating: [], count: values.groups.count)
      var overflow = 0
      let fits = slots.allSatisfy { scale, entry in
        let most = isLast ? Int(BeeswarmMark.mostOverflow * Double(values.count)) - overflow : 0
        guard
          let swarm = Swarm(
            entry.group.values.map { place($0, on: scale) }, diameter: 2 * radius + 0.2,
            reach: entry.slot.width / 2 - radius, most: most)
        else { return false }
        offsets[entry.index] = swarm.offsets
        overflow += swarm.overflow
        return true
      }
      if fits { return .swarm(offsets: offsets, radius: radius, overflow: overflow) }
    }
    return nil
  }

  /// Where a dot lies; nowhere beyond the axis, so that it takes no room from others.
  private func place(_ value: Double, on scale: PositionScale) -> Double {
    guard let window = values.column?.settings.range, !window.contains(value) else {
      return scale.place(value)
    }
    return .nan
  }

  private var cloud: Arrangement {
    let isLog = values.column?.transform == .log
    let curves = values.groups.map {
      try? DensityCurve($0.values, DensitySettings(), isLog: isLog, cut: 0)
    }
    return .cloud(curves: curves, peak: curves.compactMap { $0?.heights.max() }.max() ?? 0)
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let most = values.groups.map(\.values.count).max() ?? 0
    return values.slots(in: panel).flatMap { index, group, slot -> [SceneElement] in
      let dots = DotCloud(values: values, slot: slot, panel: panel)
      switch arrangement {
      case .none: return []
      case .swarm(let offsets, let radius, _):
        return dots.elements(
          group, offsets: { place, _ in offsets[index][place] }, radius: radius,
          opacity: values.layer.rows.opacity ?? 0.85)
      case .cloud(let curves, let peak):
        let arm = slot.width * 0.45
        let scatter = Scatter(seed: UInt64(index))
        let radius = DotCloud.radius(most)
        return dots.elements(
          group,
          offsets: { place, value in
            guard let curve = curves[index], peak > 0 else { return arm / 4 * scatter[place] }
            return arm * (curve.height(at: value) / peak) * scatter[place]
          }, radius: radius, opacity: values.layer.rows.opacity ?? 0.5)
      }
    }
  }

  func story(in words: Words) -> Story {
    var story = Story(
      kind: "Beeswarm plot", measure: values.measureWords(words),
      unit: "one dot per row, n = \(words.count(values.layer.rows.count))",
      points: values.layer.rows.count)
    story.findings = values.findings(values.medians, words)
    switch arrangement {
    case .swarm(_, _, let overflow) where overflow > 0:
      let dots = overflow == 1 ? "1 dot" : "\(words.count(overflow)) dots"
      story.methods.append(
        "Bands are full: \(dots) found no room and lie at their edges over others")
    case .cloud:
      story.methods.append(
        "Dots are too many to lie side by side: they are spread at random within the density")
      if values.count > DotCloud.mostDots {
        story.methods.append("The stronger a place, the more dots lie there")
      }
    default: break
    }
    return story
  }

  var results: [(key: String, value: JSONValue)] {
    var fields = [(key: "beeswarm", value: values.medianResults)]
    if case .swarm(_, _, let overflow) = arrangement {
      fields.append(("beeswarm_without_room", .count(overflow)))
    }
    return fields
  }
}
