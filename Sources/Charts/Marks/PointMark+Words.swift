import Frame
import JSON

extension PointMark {
  func story(in words: Words) -> Story {
    if let unshown = layer.rows.unshown { return densityStory(words, unshown) }
    return Story(
      kind: layer.rows[.size] == nil ? "Scatter plot" : "Bubble chart", measure: words.yByX(layer),
      unit: unit(words), findings: words.ranges(layer) + relations(words) + namedEnds(words),
      methods: [words.labelsLeftOut(leftOutLabels), layer.greyWords(greyDots ?? 0, "dot", words)]
        .compactMap(\.self),
      points: layer.rows.count)
  }

  /// How many dots are grey since their number has no place on the ramp; nil where all have one.
  private var greyDots: Int? {
    guard case .ramp(let scale) = layer.colors else { return nil }
    let count = layer.numbers(.color).count { scale.place($0).isNaN }
    return count > 0 ? count : nil
  }

  private var leftOutLabels: Int { labels.values.reduce(0) { $0 + $1.leftOut } }

  var results: [(key: String, value: JSONValue)] {
    if let density { return [("density", .object(density.results))] }
    return (isArrangedOnPage ? [("labels_left_out", .count(leftOutLabels))] : [])
      + (greyDots.map { [("without_color", .count($0))] } ?? [])
  }

  private func densityStory(_ words: Words, _ unshown: [String]) -> Story {
    let row = layer.rows.isAggregated ? "groups" : "rows"
    var story = Story(
      kind: "Density plot", measure: words.yByX(layer),
      unit: "each cell counts \(row), n = \(words.count(layer.rows.count))",
      findings: words.ranges(layer), points: layer.rows.count)
    if let density {
      story.findings.append(
        "the fullest cell\(density.fullest?.near(layer, words) ?? "") holds \(words.rows(density.most))"
      )
      story.findings += relations(words)
    }
    story.methods.append("Cells are stronger by the logarithm of their counts")
    if !unshown.isEmpty {
      story.methods.append("Counts leave out \(unshown.joined(separator: " and "))")
    }
    return story
  }

  /// How its measures go together, where no trend tells it; of categories, where their medians lie.
  private func relations(_ words: Words) -> [String] {
    guard !hasTrend else { return [] }
    let sides = [layer.rows[.x], layer.rows[.y]].compactMap { $0?.isCategorical }
    guard sides.contains(true), sides.contains(false) else { return layer.relations(in: words) }
    let values = GroupedValues(layer)
    return values.count > values.groups.count ? values.findings(values.medians, words) : []
  }

  /// The names of the highest and the lowest dot, where dots have names.
  private func namedEnds(_ words: Words) -> [String] {
    guard let label = layer.rows[.label], label.column.type == .text, let y = layer.rows[.y],
      !y.isCategorical
    else { return [] }
    let measure = words.inSentence(y.label.oneLine)
    return words.extremes(
      layer.numbers(.y), like: y, all: "dots", words: ("highest \(measure)", "lowest \(measure)")
    ) { words.text(label, row: $0) }
  }

  private func unit(_ words: Words) -> String {
    let dot = layer.rows.isAggregated ? "one dot per group" : "one dot per row"
    let size = layer.rows[.size].map {
      $0.isConstant ? "" : ", area: \(words.inSentence($0.label))"
    }
    return "\(dot)\(size ?? ""), n = \(words.count(layer.rows.count))"
  }
}

extension Layer {
  /// That shapes are grey whose number has no place on the ramp; nil where all have one.
  func greyWords(_ count: Int, _ shape: String, _ words: Words) -> String? {
    guard count > 0, case .ramp(let scale) = colors else { return nil }
    let label = words.inSentence(rows[.color]?.label.oneLine ?? "")
    let needed =
      switch scale.transform {
      case .log: " above 0"
      case .logit: " between 0 and 1"
      default: ""
      }
    let shapes = count == 1 ? "1 \(shape) is grey" : "\(words.count(count)) \(shape)s are grey"
    return "\(shapes), without \(label)\(needed)"
  }
}
