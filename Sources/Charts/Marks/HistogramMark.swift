import Drawing
import Frame
import Statistics

/// How many rows fall into each interval of x.
///
/// Edges are round, and shared by all categories and panels. Colours overlap as outlines or stand on each other.
/// With weights a bar is as high as the sum of its rows' weights.
struct HistogramMark: Mark {
  static let name = "histogram"
  static let needs: [Channel] = [.x]
  static let takes: [Channel] = [.color, .weight]
  static let traits: MarkTraits = [.coversBins, .seesBeyondDomain]
  static let measures: [[Channel]] = [[.x]]
  static let sumsUp: [Channel] = [.x]

  let settings: HistogramSettings
  let layer: Layer
  let bins: HistogramBins?
  /// Whether colours stand on each other.
  let isStacked: Bool
  let parts: [Part]

  /// One category's counts in a panel.
  struct Part: Hashable, Sendable {
    let panel: Int
    let group: Int
    /// How many values.
    let n: Int
    let counts: [Int]
    /// What each bar counts: its rows, or the sum of their weights.
    let amounts: [Double]
    /// What all its rows count together, those beyond the axis too.
    let whole: Double
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
    // Intervals suit what the window shows; shares are of all rows.
    let seen = layer.numbersInDomain(.x)
    bins = layer.rows[.x].flatMap { HistogramBins(seen.filter(\.isFinite), $0, settings) }
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
    let weights = layer.rows[.weight] == nil ? nil : layer.numbers(.weight)
    var totals: [Int: Double] = [:]
    let counted = layer.series.compactMap {
      series -> (Layer.Series, Histogram, [Double], Double)? in
      let values = series.rows.map { numbers[$0] }
      guard let counts = try? Histogram(values, edges: bins.edges) else { return nil }
      let amounts = weights.map { weights in
        Histogram.sums(of: series.rows.map { weights[$0] }, at: values, edges: bins.edges)
      }
      let told = amounts ?? counts.counts.map(Double.init)
      let whole = zip(series.rows, values).reduce(0) { sum, row in
        guard row.1.isFinite else { return sum }
        let weight = weights?[row.0] ?? 1
        return weight.isFinite ? sum + weight : sum
      }
      totals[series.panel, default: 0] += whole
      return (series, counts, told, whole)
    }
    var floors: [Int: [Double]] = [:]
    return counted.map { series, histogram, amounts, own in
      let whole = isStacked ? totals[series.panel] ?? 0 : own
      let heights = amounts.indices.map { bin in
        settings.measure.height(amounts[bin], of: whole, width: bins.extent(bin))
      }
      let below = isStacked ? floors[series.panel] : nil
      let floor = below ?? heights.map { _ in 0 }
      floors[series.panel] = zip(floor, heights).map { $0 + $1 }
      return Part(
        panel: series.panel, group: series.group, n: histogram.n, counts: histogram.counts,
        amounts: amounts, whole: own, floors: floor, heights: heights)
    }
  }

  /// Whether rows count by their weights.
  var isWeighted: Bool { layer.rows[.weight] != nil }

  /// What all rows of a panel and colour count together.
  func amount(panel: Int, group: Int) -> Double {
    parts.filter { $0.panel == panel && $0.group == group }
      .reduce(0) { $0 + $1.whole }
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
      demand = AxisDemand(range: bins.shown[first]...bins.shown[last + 1])
      demand.isTight = true
    } else {
      let tops = parts.flatMap { part in zip(part.floors, part.heights).map { $0 + $1 } }
      demand = AxisDemand(range: 0...(tops.filter(\.isFinite).max() ?? 0))
      demand.needsZero = true
      demand.smallestStep = settings.measure == .count && !isWeighted ? 1 : 0
    }
    return demand
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let bins else { return [] }
    let shown = parts.filter { $0.panel == panel.index }
    let edges = bins.shown.map { panel.x.place($0) }
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
    let paint = layer.colors.paint(part.group).opacity(layer.rows.opacity ?? layer.wash(0.2))
    return .path(.polygon(steps(part, edges, panel)), fill: paint, stroke: nil)
  }

  private func outline(_ part: Part, _ edges: [Double], _ panel: Panel) -> SceneElement {
    let stroke = Stroke(layer.colors.paint(part.group), width: 1.2)
    return .path(.polyline(steps(part, edges, panel)), fill: nil, stroke: stroke)
  }
}

extension HistogramSettings.Measure {
  /// The height of a bar of so much of a whole.
  fileprivate func height(_ amount: Double, of whole: Double, width: Double) -> Double {
    guard whole > 0 else { return 0 }
    switch self {
    case .count: return amount
    case .share: return amount / whole
    // A width below the normal doubles makes a density beyond them.
    case .density: return min(.greatestFiniteMagnitude, amount / whole / width)
    }
  }
}
