import Frame

/// What a reader is told of bars.
extension BarMark {
  func story(in words: Words) -> Story {
    let measure = layer.rows[base.other.channel]
    let labels = (
      measure?.label.oneLine ?? "", words.inSentence(layer.rows[base.channel]?.label.oneLine ?? "")
    )
    var story = Story(
      kind: "Bar chart", measure: "\(labels.0) by \(labels.1)", unit: "",
      methods: layer.rows.remarks, points: layer.rows.count)
    story.findings = isStacked && layer.colors.categories.count > 1 ? stacks(words) : ends(words)
    if bars.contains(where: \.isSum) { story.methods.append("Rows that share a bar are added up") }
    story.methods += layer.greyWords(greyBars, "bar", words).map { [$0] } ?? []
    if isStacked, layer.colors.categories.count > 1, let measure, !measure.addsUp {
      story.methods.append("Bars stand on each other, though their values do not add up")
    }
    if let label = layer.rows[.label], label.field != measure?.field {
      let differing = bars.filter(\.differsInLabel).count
      story.methods += label.remark(onLabelsLeftOut: differing).map { [$0] } ?? []
    }
    let cut = cutBars
    if cut > 0 {
      story.methods.append(
        cut == 1
          ? "1 bar reaches beyond the axis and is cut at its end"
          : "\(words.count(cut)) bars reach beyond the axis and are cut at its end")
    }
    story.methods += CoveringMarks.remark("Bars", panels: bars.map(\.panel))
    story.methods += words.labelsLeftOut(labelsLeftOut).map { [$0] } ?? []
    return story
  }

  /// How many bars are grey, since their measure has no place on the ramp.
  private var greyBars: Int {
    guard case .ramp(let scale) = layer.colors else { return 0 }
    let measures = layer.numbers(.color)
    return bars.count { $0.differsInColor || scale.place(measures[$0.row]).isNaN }
  }

  /// The highest and the lowest bar.
  private func ends(_ words: Words) -> [String] {
    words.extremes(bars.map(\.length), like: layer.rows[base.other.channel], all: "bars") {
      name(bars[$0], words)
    }
  }

  /// The highest and the lowest stack, where they are no shares, and the largest and the smallest part.
  private func stacks(_ words: Words) -> [String] {
    guard bars.count > 1, let place = layer.rows[base.channel],
      let most = bars.max(by: { $0.length.magnitude < $1.length.magnitude }),
      let least = bars.min(by: { $0.length.magnitude < $1.length.magnitude })
    else { return [] }
    let stacks = Dictionary(grouping: bars) {
      Place(panel: $0.panel, group: 0, value: place.column[$0.row])
    }
    .values.map { bars in
      (row: bars[0].row, panel: bars[0].panel, total: bars.reduce(0) { $0 + $1.length })
    }
    .sorted { $0.row < $1.row }
    var findings: [String] = []
    if !areShares, stacks.count > 1, let high = stacks.max(by: { $0.total < $1.total }),
      let low = stacks.min(by: { $0.total < $1.total })
    {
      findings += [("highest", high), ("lowest", low)].map { word, stack in
        let name = words.category(place.column[stack.row], like: place)
        let panel = layer.panelName(stack.panel, words).map { "\($0), " } ?? ""
        return "\(word) total: \(panel)\(name) with \(length(stack.total, words))"
      }
    }
    return findings
      + [("largest", most), ("smallest", least)].map { word, bar in
        "\(word) part: \(name(bar, words)) with \(length(bar.length, words))"
      }
  }

  private func length(_ length: Double, _ words: Words) -> String {
    words.number(length, like: layer.rows[base.other.channel])
  }

  private func name(_ bar: Bar, _ words: Words) -> String {
    let place = layer.rows[base.channel]
    let name = place.map { words.category($0.column[bar.row], like: $0) } ?? ""
    let categories = layer.colors.categories
    let group = categories.isEmpty ? nil : categories[bar.group].label
    return [layer.panelName(bar.panel, words), name, group].compactMap(\.self).unique
      .joined(separator: ", ")
  }
}

extension BarMark.Bar {
  /// How far it reaches, below zero where it leads down.
  var length: Double { to - from }
}
