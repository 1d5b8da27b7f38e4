import Drawing
import Frame
import JSON
import Statistics

/// Every value as a dot in its category's band, spread at random across the band so that dots of
/// equal values can be told apart.
struct StripMark: CrowdedMark {
  static let name = "strip"
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

  init(_ layer: Layer, _ settings: NoSettings) { values = GroupedValues(layer) }

  func demand(_ side: Side) -> AxisDemand { values.demand(side) }

  func counts(panel: Int) -> [Value: Int] { values.counts(panel: panel) }

  func panelHeight(width: Points) -> Points? { values.lyingHeight() }

  func draw(in panel: Panel) -> [SceneElement] {
    let most = values.groups.map(\.values.count).max() ?? 0
    let opacity = values.layer.rows.opacity ?? DotCloud.opacity(most)
    return values.slots(in: panel).flatMap { index, group, slot -> [SceneElement] in
      let radius = DotCloud.radius(most)
      let arm = max(0, min(slot.width * 0.36, 30) - radius)
      let scatter = Scatter(seed: UInt64(index))
      return DotCloud(values: values, slot: slot, panel: panel).elements(
        group, offsets: { place, _ in arm * scatter[place] }, radius: radius, opacity: opacity)
    }
  }

  func story(in words: Words) -> Story {
    var story = Story(
      kind: "Strip plot", measure: values.measureWords(words),
      unit: "one dot per row, n = \(words.count(values.layer.rows.count))",
      points: values.layer.rows.count)
    story.findings = values.findings(values.medians, words)
    story.methods = ["Across each band dots are spread at random"]
    if values.count > DotCloud.mostDots {
      story.methods.append("The stronger a place, the more dots lie there")
    }
    return story
  }

  var results: [(key: String, value: JSONValue)] { [("strip", values.medianResults)] }
}

extension GroupedValues {
  /// The median of each group.
  var medians: [(group: Group, median: Double)] {
    groups.compactMap { group in
      (try? Quantile(group.values, at: 0.5)).map { (group, $0.value) }
    }
  }

  /// The groups with their medians, for `results.json`.
  var medianResults: JSONValue {
    .array(medians.map { .object(key($0.group) + [("median", .number($0.median))]) })
  }
}
