import Drawing
import Frame
import JSON
import Statistics

/// How many rows fall into each interval of x.
///
/// Edges are round, and shared by all categories and panels. Colours overlap as outlines or stand on each other.
struct HistogramMark: Mark {
  static let name = "histogram"
  static let needs: [Channel] = [.x]
  static let takes: [Channel] = [.color]
  static let traits: MarkTraits = [.coversBins]
  static let measures: [[Channel]] = [[.x]]

  let settings: HistogramSettings
  private let layer: Layer
  let bins: HistogramBins?
  /// Whether colours stand on each other.
  let isStacked: Bool
  private let parts: [Part]

  /// One category's counts in a panel.
  private struct Part: Hashable, Sendable {
    let panel: Int
    let group: Int
    /// How many values.
    let n: Int
    let counts: [Int]
    /// What stands below each bar, in the unit of the heights.
    let floors: [Double]
    let heights: [Double]
  }

  /// More colours than this cannot be told apart where they overlap.
  private static let mostOverlaid = 3

  init(_ layer: Layer, _ settings: HistogramSettings) {
    self.layer = layer
    self.settings = settings
    let numbers = layer.numbers(.x)
    bins = layer.rows[.x].flatMap { HistogramBins(numbers.filter(\.isFinite), $0, settings) }
    let colors = Set(layer.groups).count
    let isStacked = settings.isStacked ?? (colors > HistogramMark.mostOverlaid)
    self.isStacked = isStacked
    parts =
      bins.map { HistogramMark.parts(layer, $0, settings, isStacked: isStacked, numbers) } ?? []
  }

  private static func parts(
    _ layer: Layer, _ bins: HistogramBins, _ settings: HistogramSettings, isStacked: Bool,
    _ numbers: [Double]
  ) -> [Part] {
    let series = layer.series
    var totals: [Int: Int] = [:]
    let counted = series.compactMap { series -> (Layer.Series, Histogram)? in
      guard let counts = try? Histogram(series.rows.map { numbers[$0] }, edges: bins.edges) else {
        return nil
      }
      totals[series.panel, default: 0] += counts.n
      return (series, counts)
    }
    var floors: [Int: [Double]] = [:]
    return counted.map { series, histogram in
      let whole = isStacked ? totals[series.panel] ?? 0 : histogram.n
      let heights = histogram.counts.indices.map { bin in
        settings.measure.height(histogram.counts[bin], of: whole, width: bins.extent(bin))
      }
      let below = isStacked ? floors[series.panel] : nil
      let floor = below ?? heights.map { _ in 0 }
      floors[series.panel] = zip(floor, heights).map { $0 + $1 }
      return Part(
        panel: series.panel, group: series.group, n: histogram.n, counts: histogram.counts,
        floors: floor, heights: heights)
    }
  }

  func demand(_ side: Side) -> AxisDemand { demand(side, of: parts) }

  /// The intervals are the same in all panels, so that a panel's own axis must end with theirs.
  func demand(_ side: Side, inPanels panels: Set<Int>) -> AxisDemand? {
    demand(side, of: parts.filter { panels.contains($0.panel) })
  }

  private func demand(_ side: Side, of parts: [Part]) -> AxisDemand {
    guard let bins else { return AxisDemand(range: nil) }
    let used = parts.flatMap { part in part.counts.indices.filter { part.counts[$0] > 0 } }
    guard let first = used.min(), let last = used.max() else { return AxisDemand(range: nil) }
    var demand: AxisDemand
    if side == .x {
      demand = AxisDemand(range: bins.edges[first]...bins.edges[last + 1])
      demand.isTight = true
    } else {
      let tops = parts.flatMap { part in zip(part.floors, part.heights).map { $0 + $1 } }
      demand = AxisDemand(range: 0...(tops.filter(\.isFinite).max() ?? 0))
      demand.needsZero = true
      demand.smallestStep = settings.measure == .count ? 1 : 0
    }
    return demand
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let bins else { return [] }
    let shown = parts.filter { $0.panel == panel.index }
    let edges = bins.edges.map { panel.x.place($0) }
    if isStacked || Set(layer.groups).count == 1 {
      return shown.flatMap { bars($0, edges, panel) }
    }
    // All fills first: a fill must not veil another category's outline.
    return shown.map { fill($0, edges, panel) } + shown.map { outline($0, edges, panel) }
  }

  private func bars(_ part: Part, _ edges: [Double], _ panel: Panel) -> [SceneElement] {
    let paint = layer.colors.paint(part.group).opacity(layer.rows.opacity ?? 0.85)
    return part.counts.indices.compactMap { bin in
      guard part.counts[bin] > 0 else { return nil }
      let (left, right) = (edges[bin], edges[bin + 1])
      let bottom = panel.y.place(part.floors[bin])
      let top = panel.y.place(part.floors[bin] + part.heights[bin])
      guard left <= right, bottom.isFinite, top.isFinite else { return nil }
      let gap = min(0.75, (right - left) * 0.12)
      let bar = panel.rectangle(
        along: left + gap / 2...max(left + gap / 2, right - gap / 2),
        across: min(top, bottom)...max(top, bottom), side: .x)
      return .path(.rectangle(bar), fill: paint, stroke: nil)
    }
  }

  /// The outline of a category's bars, from the first that holds a value to the last.
  private func steps(_ part: Part, _ edges: [Double], _ panel: Panel) -> [Point] {
    let used = part.counts.indices.filter { part.counts[$0] > 0 }
    guard let first = used.first, let last = used.last else { return [] }
    let base = panel.y.place(0)
    var points = [Point(x: Points(edges[first]), y: Points(base))]
    for bin in first...last {
      let top = Points(panel.y.place(part.heights[bin]))
      points += [Point(x: Points(edges[bin]), y: top), Point(x: Points(edges[bin + 1]), y: top)]
    }
    return (points + [Point(x: Points(edges[last + 1]), y: Points(base))])
      .filter { $0.x.value.isFinite && $0.y.value.isFinite }
  }

  private func fill(_ part: Part, _ edges: [Double], _ panel: Panel) -> SceneElement {
    let paint = layer.colors.paint(part.group).opacity(layer.rows.opacity ?? 0.2)
    return .path(.polygon(steps(part, edges, panel)), fill: paint, stroke: nil)
  }

  private func outline(_ part: Part, _ edges: [Double], _ panel: Panel) -> SceneElement {
    let stroke = Stroke(layer.colors.paint(part.group), width: 1.2)
    return .path(.polyline(steps(part, edges, panel)), fill: nil, stroke: stroke)
  }

  func story(in words: Words) -> Story {
    let x = layer.rows[.x]
    let label = words.inSentence(x?.label.oneLine ?? "")
    let what =
      switch settings.measure {
      case .count: "Rows by \(label)"
      case .share: "Share of rows by \(label)"
      case .density: "Density of rows by \(label)"
      }
    var story = Story(
      kind: "Histogram", measure: what, unit: "n = \(words.count(layer.rows.count))",
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
    let edges = bins.edges.map { panel.x.place($0) }
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
    let categories = layer.colors.categories
    if !categories.isEmpty {
      told.append((layer.rows[.color]?.label, categories[part.group].label))
    }
    let area = panel.rectangle(
      along: edges[bin]...edges[bin + 1], across: min(top, bottom)...max(top, bottom), side: .x)
    return Tip(area: area, text: words.tip(told))
  }

  /// Where most rows of a category lie.
  private func peak(_ part: Part, _ bins: HistogramBins, _ words: Words) -> String? {
    guard let top = part.counts.indices.max(by: { part.counts[$0] < part.counts[$1] }) else {
      return nil
    }
    let (from, to) = ends(top, bins, words)
    let place = from == to ? "at \(from)" : "from \(from) to \(to)"
    let categories = layer.colors.categories
    let panel = layer.panelCount > 1 ? "panel \(words.count(part.panel + 1))" : nil
    let color = categories.isEmpty ? nil : categories[part.group].label
    let parts = [panel, color].compactMap { $0 }
    let name = parts.isEmpty ? "" : parts.joined(separator: ", ") + ": "
    return
      "\(name)most rows (\(words.count(part.counts[top])) of \(words.count(part.n))) lie \(place)"
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
      return .object(fields)
    }
    let edges = JSONValue.array(bins.edges.map { .number($0) })
    return [("histogram", .object([("edges", edges), ("groups", .array(list))]))]
  }
}

extension HistogramSettings.Measure {
  /// The height of a bar of so many values.
  func height(_ count: Int, of n: Int, width: Double) -> Double {
    guard n > 0 else { return 0 }
    switch self {
    case .count: return Double(count)
    case .share: return Double(count) / Double(n)
    // A width below the normal doubles makes a density beyond them.
    case .density: return min(.greatestFiniteMagnitude, Double(count) / Double(n) / width)
    }
  }
}
