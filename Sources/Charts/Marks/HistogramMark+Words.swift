import Drawing
import Frame
import JSON

extension HistogramMark {
  func story(in words: Words) -> Story {
    let x = layer.rows[.x]
    let label = words.inSentence(x?.label.oneLine ?? "")
    let what =
      switch settings.measure {
      case .count: "Rows by \(label)"
      case .share: "Share of rows by \(label)"
      case .density: "Density of rows by \(label)"
      }
    let weight = layer.rows[.weight].map { ", weighted by \(words.inSentence($0.label.oneLine))" }
    var story = Story(
      kind: "Histogram", measure: what + (weight ?? ""),
      unit: "n = \(words.count(layer.rows.count))",
      findings: words.ranges(layer), points: layer.rows.count)
    guard let bins else { return story }
    story.methods =
      [method(bins, words)] + (bins.failure.map { ["\($0), so that the rule decides"] } ?? [])
    story.findings += parts.count <= 8 ? parts.compactMap { peak($0, bins, words) } : []
    return story
  }

  private func method(_ bins: HistogramBins, _ words: Words) -> String {
    let x = layer.rows[.x]
    let width =
      switch bins.form {
      case .width(let width): "\(words.number(width, like: x?.isTime == true ? nil : x)) wide"
      case .whole(1): "one whole number"
      case .whole(let count): "\(words.count(count)) whole numbers"
      case .calendar(let step): step.words
      case .decades(let width): "\(words.number(width)) of a tenfold wide"
      }
    let colors = Set(layer.groups).count > 1
    let whole = isStacked ? "all rows of a panel" : "the rows of each colour"
    let of =
      settings.measure == .count
      ? "" : colors ? ", of \(whole)" : ""
    let manner = colors ? (isStacked ? ", colours stand on each other" : ", colours overlap") : ""
    let isByRule = settings.bins == nil && settings.width == nil && layer.rows[.x]?.binWidth == nil
    let rule = isByRule ? ", by the rule of \(settings.rule.words)" : ""
    return "One bar is \(width)\(rule)\(of)\(manner)"
  }

  /// Both ends of an interval in words: of whole numbers the first and the last.
  private func ends(_ bin: Int, _ bins: HistogramBins, _ words: Words) -> (String, String) {
    var (low, high) = (bins.edges[bin], bins.edges[bin + 1])
    if case .whole = bins.form { (low, high) = (low + 0.5, high - 0.5) }
    let x = layer.rows[.x]
    return (words.number(low, like: x), words.number(high, like: x))
  }

  func tips(in panel: Panel) -> [Tip] {
    guard let bins, parts.reduce(0, { $0 + $1.counts.count }) <= Tip.most else { return [] }
    let edges = bins.shown.map { panel.x.place($0) }
    let tips = parts.filter { $0.panel == panel.index }.flatMap { part in
      part.counts.indices.compactMap { tip($0, part, bins, edges, panel) }
    }
    // Where colours overlap, a low bar lies on a high one.
    return isStacked ? tips : tips.sorted { $0.area.height > $1.area.height }
  }

  private func tip(
    _ bin: Int, _ part: Part, _ bins: HistogramBins, _ edges: [Double], _ panel: Panel
  ) -> Tip? {
    let bottom = panel.y.place(part.floors[bin])
    let top = panel.y.place(part.floors[bin] + part.heights[bin])
    guard part.counts[bin] > 0, edges[bin] <= edges[bin + 1], bottom.isFinite, top.isFinite else {
      return nil
    }
    let words = Words(formatter: panel.context.formatter)
    let (from, to) = ends(bin, bins, words)
    var told: [(label: String?, value: String)] = [
      (layer.rows[.x]?.label, from == to ? from : "\(from) to \(to)"),
      (nil, words.rows(part.counts[bin])),
    ]
    if let weight = layer.rows[.weight] {
      told.append((weight.label, words.number(part.amounts[bin], like: weight)))
    }
    let categories = layer.colors.categories
    if !categories.isEmpty {
      told.append((layer.rows[.color]?.label, categories[part.group].label))
    }
    let area = panel.rectangle(
      along: edges[bin]...edges[bin + 1], across: min(top, bottom)...max(top, bottom), side: .x)
    return Tip(area: area, text: words.tip(told))
  }

  /// The interval that holds most of a category.
  private func peak(_ part: Part, _ bins: HistogramBins, _ words: Words) -> String? {
    guard let top = part.amounts.indices.max(by: { part.amounts[$0] < part.amounts[$1] }) else {
      return nil
    }
    let (from, to) = ends(top, bins, words)
    let place = from == to ? "at \(from)" : "from \(from) to \(to)"
    let categories = layer.colors.categories
    let color = categories.isEmpty ? nil : categories[part.group].label
    let parts = [layer.panelName(part.panel, words), color].compactMap { $0 }.unique
    let name = parts.isEmpty ? "" : parts.joined(separator: ", ") + ": "
    let rows = "\(words.count(part.counts[top])) of \(words.count(part.n)) rows"
    return "\(name)the fullest interval, \(place), holds \(rows)\(weight(of: top, part, words))"
  }

  /// How much of the weight of a part lies in an interval, in words.
  private func weight(of bin: Int, _ part: Part, _ words: Words) -> String {
    guard let weight = layer.rows[.weight] else { return "" }
    let (some, all) = (part.amounts[bin], part.amounts.reduce(0, +))
    return " and \(words.number(some)) of \(words.number(all)) of "
      + words.inSentence(weight.label.oneLine)
  }

  var results: [(key: String, value: JSONValue)] {
    guard let bins else { return [] }
    let list = parts.map { part -> JSONValue in
      var fields: [(key: String, value: JSONValue)] = []
      if layer.panelCount > 1 { fields.append(("panel", .count(part.panel + 1))) }
      let categories = layer.colors.categories
      if !categories.isEmpty {
        fields.append(("group", categories[part.group].value.named))
      }
      fields += [("n", .count(part.n)), ("counts", .array(part.counts.map { .count($0) }))]
      if isWeighted { fields.append(("weights", .array(part.amounts.map { .number($0) }))) }
      return .object(fields)
    }
    let edges = JSONValue.array(bins.edges.map { .number($0) })
    return [("histogram", .object([("edges", edges), ("groups", .array(list))]))]
  }
}
