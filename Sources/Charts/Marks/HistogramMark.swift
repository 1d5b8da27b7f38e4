import Drawing
import Frame
import Statistics

/// How many rows fall into each interval of x; intervals by Freedman and Diaconis, their edges made
/// round, shared by all categories and panels.
struct HistogramMark: Mark {
  static let name = "histogram"
  static let needs: [Channel] = [.x]
  static let takes: [Channel] = [.color]
  static let traits: MarkTraits = [.coversBins]
  static let measures: [[Channel]] = [[.x]]

  private let layer: Layer
  private let bins: Bins?
  private let stacks: [Stack]

  /// One category's part of one interval's bar.
  private struct Stack: Hashable, Sendable {
    let panel: Int
    let group: Int
    let bin: Int
    let from: Int
    let to: Int
  }

  /// More intervals than this are narrower than a reader can see.
  private static let mostBins = 60

  init(_ layer: Layer, _ settings: NoSettings) {
    self.layer = layer
    bins = HistogramMark.bins(layer)
    stacks = bins.map { HistogramMark.stacks(layer, $0) } ?? []
  }

  private static func bins(_ layer: Layer) -> Bins? {
    let numbers = layer.numbers(.x)
    if let width = layer.rows[.x]?.binWidth, let start = AxisDemand.range(numbers)?.lowerBound {
      return Bins(start: start, width: width)
    }
    let edges = try? BinRule.freedmanDiaconis.edges(for: numbers)
    return Bins(numbers, count: min(mostBins, max(1, (edges?.count ?? 2) - 1)))
  }

  private static func stacks(_ layer: Layer, _ bins: Bins) -> [Stack] {
    var counts: [[Int]: Int] = [:]
    for (row, number) in layer.numbers(.x).enumerated() where number.isFinite {
      counts[[layer.panels[row], bins.index(of: number), layer.groups[row]], default: 0] += 1
    }
    var stacks: [Stack] = []
    for key in counts.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let below = stacks.last.map { $0.panel == key[0] && $0.bin == key[1] ? $0.to : 0 } ?? 0
      let count = counts[key] ?? 0
      stacks.append(
        Stack(panel: key[0], group: key[2], bin: key[1], from: below, to: below + count))
    }
    return stacks
  }

  func demand(_ side: Side) -> AxisDemand { demand(side, of: stacks) }

  /// The intervals are the same in all panels, so that a panel's own axis must end with theirs.
  func demand(_ side: Side, inPanels panels: Set<Int>) -> AxisDemand? {
    demand(side, of: stacks.filter { panels.contains($0.panel) })
  }

  private func demand(_ side: Side, of stacks: [Stack]) -> AxisDemand {
    guard let bins, let first = stacks.map(\.bin).min(), let last = stacks.map(\.bin).max() else {
      return AxisDemand(range: nil)
    }
    var demand: AxisDemand
    if side == .x {
      demand = AxisDemand(range: bins.edge(first)...bins.edge(last + 1))
      demand.isTight = true
    } else {
      demand = AxisDemand(range: 0...Double(stacks.map(\.to).max() ?? 0))
      demand.needsZero = true
      demand.smallestStep = 1
    }
    return demand
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let bins else { return [] }
    return stacks.filter { $0.panel == panel.index }.compactMap { stack in
      let (left, right) = (
        panel.x.place(bins.edge(stack.bin)), panel.x.place(bins.edge(stack.bin + 1))
      )
      let (bottom, top) = (panel.y.place(Double(stack.from)), panel.y.place(Double(stack.to)))
      guard left <= right, bottom.isFinite, top.isFinite else { return nil }
      let gap = min(0.75, (right - left) * 0.12)
      let bar = panel.rectangle(
        along: left + gap / 2...max(left + gap / 2, right - gap / 2),
        across: min(top, bottom)...max(top, bottom), side: .x)
      return .path(
        .rectangle(bar), fill: layer.colors.paint(stack.group).opacity(0.85), stroke: nil)
    }
  }

  func story(in words: Words) -> Story {
    let x = layer.rows[.x]
    var story = Story(
      kind: "Histogram", measure: "Rows by \(words.inSentence(x?.label.oneLine ?? ""))",
      unit: "n = \(words.count(layer.rows.count))", findings: words.ranges(layer),
      points: layer.rows.count)
    if let bins {
      story.methods.append(
        "One bar is \(words.number(bins.width, like: x?.isTime == true ? nil : x)) wide")
      if let top = stacks.max(by: { ($0.to, $1.bin) < ($1.to, $0.bin) }) {
        let (low, high) = (bins.edge(top.bin), bins.edge(top.bin + 1))
        story.findings.append(
          "most rows (\(words.count(top.to))) lie from \(words.number(low, like: x)) to \(words.number(high, like: x))"
        )
      }
    }
    return story
  }
}

extension Bins {
  init(start: Double, width: Double) {
    self.start = start
    self.width = width
  }

  /// The number of the bin that holds a finite value; a value on an edge belongs to the bin above.
  func index(of number: Double) -> Int {
    Int(max(-1e9, min(1e9, ((number - start) / width + 1e-9).rounded(.down))))
  }

  /// The lower edge of a bin.
  func edge(_ index: Int) -> Double {
    // The last edge above the greatest double would be infinite.
    max(
      -.greatestFiniteMagnitude, min(.greatestFiniteMagnitude, start + Double(index) * width))
  }
}
