import Frame

/// How rows become bars.
extension BarMark {
  /// One bar before it has a place.
  struct Bar: Hashable, Sendable {
    let panel: Int
    let group: Int
    /// The first of its rows: where its place on the base and its label are read.
    let row: Int
    /// The sum of its rows.
    let sum: Double
    /// Whether it is more than one row.
    let isSum: Bool
    /// Whether its rows are labelled differently, so that no label of one is its own.
    let differsInLabel: Bool
    /// Whether its rows differ in the measure of its colour, so that no colour is its own.
    let differsInColor: Bool
    var from: Double
    var to: Double
  }

  /// Where a bar stands.
  struct Place: Hashable, Sendable {
    let panel: Int
    let group: Int
    let value: Value
  }

  /// The bars of a layer; rows that share a place are added up, as lengths on each other would be.
  static func bars(_ layer: Layer, _ base: Side, _ kind: StackSettings.Kind) -> [Bar] {
    guard let places = layer.rows[base.channel]?.column else { return [] }
    let lengths = layer.numbers(base.other.channel)
    let label = layer.rows[.label]?.column
    let color = layer.colors.categories.isEmpty ? layer.rows[.color]?.column : nil
    let keys = [layer.panels, layer.groups].map { Column(integers: $0.map { Int64($0) }) }
    let bars = GroupCodes(keys + [places], rows: layer.rows.count).rows.map { rows in
      let sum = rows.reduce(0) { $0 + lengths[$1] }
      return Bar(
        panel: layer.panels[rows[0]], group: layer.groups[rows[0]], row: rows[0], sum: sum,
        isSum: rows.count > 1, differsInLabel: label?.differs(in: rows) ?? false,
        differsInColor: color?.differs(in: rows) ?? false, from: 0, to: sum)
    }
    return switch kind {
    case .own, .none: bars
    case .zero: stacked(bars, places)
    case .normalize: shares(stacked(bars, places), places)
    }
  }

  /// Whether one category leads up from zero and one other down, as both halves of a pyramid do: they
  /// need no places side by side.
  static func standBackToBack(_ bars: [Bar]) -> Bool {
    let (up, down) = (bars.filter { $0.to > 0 }, bars.filter { $0.to < 0 })
    let (above, below) = (Set(up.map(\.group)), Set(down.map(\.group)))
    return above.count == 1 && below.count == 1 && above != below
  }

  /// The least step between ticks under bars of whole numbers, so that each stands under a bar where
  /// the bars are evenly spaced, and none between two whole numbers.
  static func step(_ places: [Double], gap: Double) -> Double {
    let isEven = places.allSatisfy { $0.isNaN || $0.remainder(dividingBy: gap) == 0 }
    return isEven ? gap : 1
  }

  /// The bars of one place on each other, in the order of their categories: what is positive up from
  /// zero, what is negative down.
  private static func stacked(_ bars: [Bar], _ places: Column) -> [Bar] {
    var bars = bars
    var tops: [Place: (up: Double, down: Double)] = [:]
    for index in bars.indices.sorted(by: { (bars[$0].group, $0) < (bars[$1].group, $1) }) {
      let key = Place(panel: bars[index].panel, group: 0, value: places[bars[index].row])
      var top = tops[key] ?? (0, 0)
      let length = bars[index].to
      bars[index].from = length >= 0 ? top.up : top.down
      bars[index].to = bars[index].from + length
      if length >= 0 { top.up += length } else { top.down += length }
      tops[key] = top
    }
    return bars
  }

  /// The bars of one place as shares of the lengths on both sides of zero together.
  private static func shares(_ bars: [Bar], _ places: Column) -> [Bar] {
    func key(_ bar: Bar) -> Place {
      Place(panel: bar.panel, group: 0, value: places[bar.row])
    }
    var totals: [Place: Double] = [:]
    for bar in bars { totals[key(bar), default: 0] += abs(bar.to - bar.from) }
    return bars.map { bar in
      var bar = bar
      let total = totals[key(bar)] ?? 0
      (bar.from, bar.to) = total > 0 ? (bar.from / total, bar.to / total) : (0, 0)
      return bar
    }
  }
}
