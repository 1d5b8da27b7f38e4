import Drawing
import Frame
import JSON
import Statistics

/// The values of one measure by panel, category and colour, and where each of these groups stands:
/// what boxes, violins, strips and swarms share.
struct GroupedValues: Sendable {
  let layer: Layer
  /// The side along which groups are lined up.
  let base: Side
  /// The groups that hold values, by panel, then colour, then first appearance of the category.
  let groups: [Group]
  /// The categories, in order of appearance; one without words where there is no such channel.
  private let categories: [Value]
  /// The colours that stand side by side in a band; one where no band holds several.
  private let dodged: [Int]

  /// The values of one category and colour in a panel.
  struct Group: Hashable, Sendable {
    let panel: Int
    let color: Int
    let place: Value
    /// The rows' finite values, in row order.
    let values: [Double]
  }

  /// The stretch of a band that belongs to a group.
  struct Slot: Hashable, Sendable {
    let center: Double
    let width: Double
  }

  /// Groups a layer's values: along x unless y holds categories, or along the side that a mark says.
  init(_ layer: Layer, base: Side? = nil) {
    self.layer = layer
    let base = base ?? layer.rows.groupedSide
    self.base = base
    let places = layer.rows[base.channel].map { ColumnCodes($0.column) }
    categories = places.map { $0.values.filter { !$0.isNull } } ?? [.text("")]
    groups = GroupedValues.groups(layer, base, places)
    var seen: [Int: Set<Value>] = [:]
    let isCrowded = groups.contains { group in
      let isKnown = seen[group.panel]?.contains(group.place) ?? false
      seen[group.panel, default: []].insert(group.place)
      return isKnown
    }
    dodged = isCrowded ? Set(groups.map(\.color)).sorted() : []
  }

  /// The side along which values are measured.
  var measure: Side { base.other }

  /// The column of the values.
  var column: ChannelColumn? { layer.rows[measure.channel] }

  /// Whether several colours stand side by side in a band.
  var isDodged: Bool { !dodged.isEmpty }

  /// The colours that stand side by side, for marks that join them.
  var crowd: Crowd { Crowd(field: layer.rows[.color]?.field, groups: dodged) }

  /// How many values there are.
  var count: Int { groups.reduce(0) { $0 + $1.values.count } }

  private static func groups(_ layer: Layer, _ base: Side, _ places: ColumnCodes?) -> [Group] {
    let numbers = layer.numbers(base.other.channel)
    let width = max(1, places?.values.count ?? 1)
    let colors = max(1, layer.colors.categories.count)
    let isPlain = layer.panelCount * colors == 1
    let rows = KeyedRows(count: numbers.count, keys: layer.panelCount * colors * width) { row in
      guard numbers[row].isFinite else { return nil }
      let place = places?.codes[row] ?? 0
      return isPlain ? place : (layer.panels[row] * colors + layer.groups[row]) * width + place
    }
    let values = rows.grouped(numbers)
    return rows.keys.indices.sorted { rows.keys[$0] < rows.keys[$1] }.map { slot in
      let (series, place) = rows.keys[slot].quotientAndRemainder(dividingBy: width)
      return Group(
        panel: series / colors, color: series % colors, place: places?.values[place] ?? .text(""),
        values: values[slot])
    }
  }

  /// The height of a panel in which the groups lie one below the other; nil where they stand.
  ///
  /// Each has so many points; where they are more than a page holds, fewer.
  func lyingHeight(each: Double = 60) -> Points? {
    guard base == .y, layer.rows[.y] != nil else { return nil }
    let band = max(each, 26 * Double(dodged.count))
    return Points(max(min(band, 560 / Double(categories.count)), 17) * Double(categories.count))
  }

  /// What the scale of the lined-up side must hold.
  var baseDemand: AxisDemand {
    var demand = AxisDemand(range: nil)
    demand.categories = categories
    return demand
  }

  /// What a side must hold so that every value has its place.
  func demand(_ side: Side) -> AxisDemand {
    guard side == measure else { return baseDemand }
    let ranges = groups.map { AxisDemand.range($0.values) }
    return AxisDemand(range: ranges.reduce(nil) { AxisDemand.joined($0, $1) })
  }

  /// How many values each category holds in a panel, for the line under its name.
  func counts(panel: Int) -> [Value: Int] {
    groups.filter { $0.panel == panel }.reduce(into: [:]) {
      $0[$1.place, default: 0] += $1.values.count
    }
  }

  /// The groups of a panel with their stretches of the bands.
  func slots(in panel: Panel) -> [(index: Int, group: Group, slot: Slot)] {
    guard let bands = panel.scale(base).bands else { return [] }
    return groups.enumerated().compactMap { index, group in
      guard group.panel == panel.index, let slot = slot(of: group, in: bands) else { return nil }
      return (index, group, slot)
    }
  }

  private func slot(of group: Group, in bands: BandScale) -> Slot? {
    guard let index = bands.index(of: group.place) else { return nil }
    let width = bands.bandwidth / Double(max(1, dodged.count))
    let rank = dodged.firstIndex(of: group.color) ?? 0
    let center = bands.center(index) - bands.bandwidth / 2 + width * (Double(rank) + 0.5)
    return Slot(center: center, width: width)
  }

  /// The paint of a group.
  func paint(_ group: Group) -> Paint { layer.colors.paint(group.color) }
}

extension GroupedValues {
  /// A group in words: its category, and its colour where that tells more.
  func name(_ group: Group, _ words: Words) -> String {
    var parts: [String] = []
    if let places = layer.rows[base.channel] {
      parts.append(words.category(group.place, like: places))
    }
    let colors = layer.colors.categories
    if colors.indices.contains(group.color), colors[group.color].value != group.place {
      parts.append(colors[group.color].label)
    }
    if let panel = layer.panelName(group.panel, words) { parts.append(panel) }
    return parts.isEmpty ? "all" : parts.unique.joined(separator: ", ")
  }

  /// What the pointer tells of each group of a panel over its whole stretch: name, quartiles, n.
  func tips(_ summaries: [Int: BoxSummary], in panel: Panel) -> [Tip] {
    guard summaries.count <= Tip.most else { return [] }
    let words = Words(formatter: panel.context.formatter)
    let scale = panel.scale(measure)
    return slots(in: panel).compactMap { index, group, slot -> Tip? in
      guard let summary = summaries[index] else { return nil }
      let ends = [summary.lowWhisker, summary.highWhisker].map(scale.place)
      guard let low = ends.min(), let high = ends.max(), low.isFinite, high.isFinite else {
        return nil
      }
      let half = slot.width / 2
      let area = panel.rectangle(
        along: slot.center - half...slot.center + half, across: low - 2...high + 2, side: base)
      let quartiles = [summary.q1, summary.q3].map { words.number($0, like: column) }
      return Tip(
        area: area,
        text: words.tip([
          (nil, name(group, words)), ("median", words.number(summary.median, like: column)),
          ("quartiles", quartiles.joined(separator: " to ")),
          ("n =", words.count(group.values.count)),
        ]))
    }
  }

  /// `Weight by smoker`.
  func measureWords(_ words: Words) -> String {
    let place = layer.rows[base.channel].map { " by \(words.inSentence($0.label.oneLine))" } ?? ""
    return (column?.label.oneLine ?? "") + place
  }

  /// What a reader is told of the groups' medians: each of a few, then the highest and the lowest.
  func findings(_ found: [(group: Group, median: Double)], _ words: Words) -> [String] {
    let medians = inOrder(found)
    var findings = medians.prefix(8).map { group, median in
      "\(name(group, words)): median \(words.number(median, like: column)), "
        + "n = \(words.count(group.values.count))"
    }
    if medians.count > 8 {
      let more = medians.count - 8
      findings.append("\(words.count(more)) more \(more == 1 ? "group" : "groups")")
    }
    guard medians.count > 1, let ends = Extremes(medians.map(\.median)) else { return findings }
    let label = column.map { words.inSentence($0.label.oneLine) } ?? "values"
    func told(_ indices: [Int], _ median: Double) -> String {
      "\(words.few(indices) { name(medians[$0].group, words) }) "
        + "(\(words.number(median, like: column)))"
    }
    findings.append(
      ends.areEqual
        ? "the median of \(label) is the same in all groups"
        : "the median of \(label) is highest for \(told(ends.highest, ends.high)) "
          + "and lowest for \(told(ends.lowest, ends.low))")
    return findings
  }

  /// The groups as they stand in the chart: by panel, then along the axis, then by colour.
  private func inOrder(_ medians: [(group: Group, median: Double)])
    -> [(group: Group, median: Double)]
  {
    let ranks = layer.ranks(along: base)
    return medians.sorted { a, b in
      (a.group.panel, ranks[a.group.place] ?? .max, a.group.color)
        < (b.group.panel, ranks[b.group.place] ?? .max, b.group.color)
    }
  }

  /// What names a group in `results.json`.
  func key(_ group: Group) -> [(key: String, value: JSONValue)] {
    var fields: [(key: String, value: JSONValue)] = []
    if layer.panelCount > 1 { fields.append(("panel", .count(group.panel + 1))) }
    if layer.rows[base.channel] != nil {
      let width = layer.rows[base.channel]?.binWidth
      fields.append(("category", width.map(group.place.named(bin:)) ?? group.place.named))
    }
    let colors = layer.colors.categories
    if colors.indices.contains(group.color) {
      fields.append(("group", colors[group.color].value.named))
    }
    return fields + [("n", .count(group.values.count))]
  }
}

extension Value {
  /// The value as the name of a group in `results.json`; null where it is missing or no number.
  var named: JSONValue {
    if isNull { return .null }
    if case .double(let number) = self, number.isNaN { return .null }
    return .string(description)
  }

  /// A bin by its ends, of which the value is the lower.
  fileprivate func named(bin width: Double) -> JSONValue {
    guard let low = number else { return named }
    return .string("\(Value.double(low)) to \(Value.double(low + width))")
  }
}
