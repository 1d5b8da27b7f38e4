import Frame

extension LineMark {
  func story(in words: Words) -> Story {
    var story = Story(
      kind: "Line chart", measure: words.yByX(layer), unit: "", findings: words.ranges(layer),
      points: ys.count(where: \.isFinite))
    if !isBackground { story.findings += courses(words) }
    let shared = sharingRows
    if shared > 0 {
      story.methods.append(
        "\(words.rows(shared)) \(shared == 1 ? "shares its" : "share their") place with another, and lines pass each in turn"
      )
    }
    return story
  }

  /// Whether it is a faint ground for other lines, which tell more than it.
  private var isBackground: Bool {
    (layer.rows.opacity ?? 1) < 1 && others.contains { ($0.layer.rows.opacity ?? 1) >= 1 }
  }

  /// Where each line begins and ends, its highest and its lowest value: of a few lines, first those
  /// with a colour of their own.
  private func courses(_ words: Words) -> [String] {
    guard let x = layer.rows[.x] else { return [] }
    let categories = layer.colors.categories
    let own = series.filter { categories.isEmpty || !categories[$0.group].isPooled }
    let y = layer.rows[.y]
    let isOneOfSeveral = others.contains {
      !$0.isBackground && $0.layer.rows[.y]?.label != y?.label
    }
    let measure = isOneOfSeveral ? y?.label.oneLine : nil
    let told = (own.isEmpty ? series : own).prefix(Layer.mostTold).map { line in
      let name = layer.name(panel: line.panel, group: line.group, words)
      let lead = [measure, name].compactMap(\.self).unique.joined(separator: ", ")
      let course = Course(values: values(of: line), channel: y) {
        words.text(x, row: line.rows[$0])
      }
      return (lead: lead.isEmpty ? "" : "\(lead): ", course: course)
    }
    return words.courses(told, of: series.count, "line")
  }

  /// The values of a line in its order; those of all rows, where it is the only one, as they are.
  private func values(of line: Layer.Series) -> [Double] {
    let isWhole =
      line.rows.count == ys.count && line.rows.indices.allSatisfy { line.rows[$0] == $0 }
    return isWhole ? ys : line.rows.map { ys[$0] }
  }

  /// How many rows of a line stand where the row before them stands.
  private var sharingRows: Int {
    series.reduce(0) { count, series in
      count + zip(series.rows, series.rows.dropFirst()).count { xs[$0] == xs[$1] }
    }
  }
}
