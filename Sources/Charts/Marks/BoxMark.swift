import Drawing
import Formatting
import Frame
import JSON
import Statistics

/// Tukey's boxes of one measure, one a category and colour: quartiles, median, whiskers to the last
/// value within 1.5 interquartile ranges, rings for what lies beyond.
struct BoxMark: CrowdedMark {
  static let name = "box"
  static let needs: [Channel] = [.y]
  static let takes: [Channel] = [.x, .color]
  static let cleans: [Channel] = [.x, .y]
  static let measures: [[Channel]] = [[.x, .y]]
  static let sumsUp: [Channel] = [.x, .y]
  static let traits: MarkTraits = [
    .turnsForLongNames, .carriesComparison, .linesUpNumbers, .seesBeyondDomain,
  ]

  private let settings: BoxSettings
  private let values: GroupedValues
  var crowd: Crowd { values.crowd }
  var crowdBase: Side { values.base }
  private let boxes: [Box]

  private struct Box: Hashable, Sendable {
    /// The place of its group among all.
    let index: Int
    let summary: BoxSummary
  }

  init(_ layer: Layer, _ settings: BoxSettings) {
    self.settings = settings
    let values = GroupedValues(layer)
    self.values = values
    let summary = { @Sendable (index: Int) in try? BoxSummary(values.groups[index].values) }
    // For few values a second thread takes longer to wake than they take.
    let summaries =
      values.count > 50_000
      ? sideBySide(values.groups.count, summary) : values.groups.indices.map(summary)
    boxes = summaries.enumerated().compactMap { index, summary in
      summary.map { Box(index: index, summary: $0) }
    }
  }

  func demand(_ side: Side) -> AxisDemand { values.demand(side) }

  func counts(panel: Int) -> [Value: Int] { values.counts(panel: panel) }

  private var summaries: [Int: BoxSummary] {
    Dictionary(boxes.map { ($0.index, $0.summary) }, uniquingKeysWith: { a, _ in a })
  }

  func tips(in panel: Panel) -> [Tip] { values.tips(summaries, in: panel) }

  func draw(in panel: Panel) -> [SceneElement] {
    let summaries = summaries
    return values.slots(in: panel).flatMap { index, group, slot -> [SceneElement] in
      guard let summary = summaries[index] else { return [] }
      let share = values.isDodged ? 0.82 : 0.72
      return BoxDrawing(
        summary: summary, slot: slot, width: min(slot.width * share, 44), base: values.base,
        paint: values.paint(group), panel: panel
      ).elements(settings)
    }
  }

  func story(in words: Words) -> Story {
    let outliers = boxes.reduce(0) { $0 + $1.summary.outliers.count }
    var story = Story(
      kind: "Box plot", measure: values.measureWords(words),
      unit: "box: quartiles, whisker: \(words.formatter.number(1.5, decimals: 1)) IQR",
      points: values.layer.rows.count)
    story.findings = values.findings(
      boxes.map { (values.groups[$0.index], $0.summary.median) }, words)
    if outliers > 0 {
      story.findings.append(
        outliers == 1
          ? "one value lies beyond the whiskers"
          : "\(words.count(outliers)) values lie beyond the whiskers")
    }
    story.methods = ["Boxes: \(BoxSummary.method)\(settings.showsMean ? "; diamonds: means" : "")"]
    if settings.hasNotches { story.methods += notchWords(words) }
    return story
  }

  private func notchWords(_ words: Words) -> [String] {
    let cut = boxes.count { $0.summary.notch.exceedsBox(of: $0.summary) }
    let method = "Notches: median ± 1.58 IQR/√n"
    guard cut > 0 else { return [method] }
    return [method, "\(words.count(cut)) of \(words.count(boxes.count)) notches end at their box"]
  }

  var results: [(key: String, value: JSONValue)] {
    let list = boxes.map { box -> JSONValue in
      let summary = box.summary
      var fields = values.key(values.groups[box.index])
      fields += [
        ("low_whisker", .number(summary.lowWhisker)), ("q1", .number(summary.q1)),
        ("median", .number(summary.median)), ("q3", .number(summary.q3)),
        ("high_whisker", .number(summary.highWhisker)),
        ("outliers", .count(summary.outliers.count)),
      ]
      if settings.showsMean { fields.append(("mean", .number(summary.mean))) }
      if settings.hasNotches {
        fields += [
          ("notch_low", .number(summary.notch.lowerBound)),
          ("notch_high", .number(summary.notch.upperBound)),
        ]
      }
      return .object(fields)
    }
    return [("box", .array(list))]
  }
}

extension ClosedRange<Double> {
  fileprivate func exceedsBox(of summary: BoxSummary) -> Bool {
    lowerBound < summary.q1 || upperBound > summary.q3
  }
}
