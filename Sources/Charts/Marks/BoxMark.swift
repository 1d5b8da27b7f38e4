import Drawing
import Frame
import JSON
import Statistics

/// Tukey's boxes of one measure, one a category and colour: quartiles, median, whiskers to the last
/// value within 1.5 interquartile ranges, rings for what lies beyond.
struct BoxMark: Mark {
  static let name = "box"
  static let needs: [Channel] = [.y]
  static let takes: [Channel] = [.x, .color]
  static let cleans: [Channel] = [.x, .y]
  static let measures: [[Channel]] = [[.x, .y]]
  static let traits: MarkTraits = [.turnsForLongNames, .carriesComparison]

  private let layer: Layer
  /// The side along which the boxes are lined up.
  private let base: Side
  /// The categories of that side, in order of appearance.
  private let categories: [Value]
  private let boxes: [Box]

  private struct Box: Hashable, Sendable {
    let panel: Int
    let group: Int
    let place: Value
    let summary: BoxSummary
  }

  init(_ layer: Layer, _ settings: NoSettings) {
    self.layer = layer
    base = layer.rows[.y].map { $0.isCategorical } ?? true ? .y : .x
    let values = layer.numbers(base.other.channel)
    let places = layer.rows[base.channel].map { ColumnCodes($0.column) }
    categories = places.map { $0.values.filter { !$0.isNull } } ?? [.text("")]
    boxes = layer.series.flatMap { series -> [Box] in
      var order: [Int] = []
      var found = Array(repeating: [Double](), count: places?.values.count ?? 1)
      for row in series.rows {
        let place = places?.codes[row] ?? 0
        if found[place].isEmpty { order.append(place) }
        found[place].append(values[row])
      }
      return order.compactMap { place in
        guard let summary = try? BoxSummary(found[place]) else { return nil }
        return Box(
          panel: series.panel, group: series.group, place: places?.values[place] ?? .text(""),
          summary: summary)
      }
    }
  }

  func demand(_ side: Side) -> AxisDemand {
    guard side == base else {
      return AxisDemand(
        range: AxisDemand.range(
          boxes.flatMap {
            [$0.summary.lowWhisker, $0.summary.highWhisker] + $0.summary.outliers
          }))
    }
    var demand = AxisDemand(range: nil)
    demand.categories = categories
    return demand
  }

  /// How many values each category holds, for the line under its name.
  func counts(panel: Int) -> [Value: Int] {
    boxes.filter { $0.panel == panel }.reduce(into: [:]) {
      $0[$1.place, default: 0] += $1.summary.n
    }
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let bands = panel.scale(base).bands else { return [] }
    let shown = boxes.filter { $0.panel == panel.index }
    let groups = Set(shown.map(\.group)).sorted()
    let crowd = Dictionary(grouping: shown, by: \.place).values.map(\.count).max() ?? 1
    return shown.flatMap { box -> [SceneElement] in
      guard let index = bands.index(of: box.place) else { return [] }
      let slots = crowd > 1 ? groups.count : 1
      let slot = bands.bandwidth / Double(slots)
      let rank = crowd > 1 ? groups.firstIndex(of: box.group) ?? 0 : 0
      let center = bands.center(index) - bands.bandwidth / 2 + slot * (Double(rank) + 0.5)
      return draw(box, center: center, width: min(slot * (slots > 1 ? 0.82 : 0.72), 44), panel)
    }
  }

  private func draw(_ box: Box, center: Double, width: Double, _ panel: Panel) -> [SceneElement] {
    let scale = panel.scale(base.other)
    let summary = box.summary
    let paint = layer.colors.paint(box.group)
    let edge = Stroke(paint, width: 1)
    func line(_ from: Double, _ to: Double) -> SceneElement {
      let ends = [from, to].map {
        panel.point(along: center, across: scale.place($0), side: base)
      }
      return .path(.polyline(ends), fill: nil, stroke: edge)
    }
    let (low, high) = (scale.place(summary.q1), scale.place(summary.q3))
    let along = center - width / 2...center + width / 2
    let outline = panel.rectangle(along: along, across: min(low, high)...max(low, high), side: base)
    let middle = scale.place(summary.median)
    let median = [along.lowerBound, along.upperBound].map {
      panel.point(along: $0, across: middle, side: base)
    }
    let outliers = summary.outliers.map {
      panel.point(along: center, across: scale.place($0), side: base)
    }
    let fill = paint.mixed(with: panel.context.theme.paper, share: 0.8)
    return [
      line(summary.lowWhisker, summary.q1), line(summary.q3, summary.highWhisker),
      .path(.rectangle(outline), fill: fill, stroke: edge),
      .path(.polyline(median), fill: nil, stroke: Stroke(paint, width: 2)),
    ] + (outliers.isEmpty ? [] : [.dots(outliers, shape: .ring, radius: 1.4, paint: paint)])
  }

  func story(in words: Words) -> Story {
    let measure = layer.rows[base.other.channel]
    let place = layer.rows[base.channel].map { " by \(words.inSentence($0.label.oneLine))" } ?? ""
    let outliers = boxes.reduce(0) { $0 + $1.summary.outliers.count }
    return Story(
      kind: "Box plot", measure: "\(measure?.label.oneLine ?? "")\(place)",
      unit: "box: quartiles, whisker: 1.5 IQR",
      findings: boxes.prefix(8).map { box in
        let name = layer.rows[base.channel].map { words.category(box.place, like: $0) } ?? "all"
        return
          "\(name): median \(words.number(box.summary.median, like: measure)), n = \(words.count(box.summary.n))"
      } + (outliers > 0 ? ["\(words.count(outliers)) values lie beyond the whiskers"] : []),
      points: layer.rows.count)
  }
}
