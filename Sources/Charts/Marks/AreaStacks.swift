/// The areas of a layer, each from zero or from the area before it.
///
/// What is negative throughout goes down from zero.
struct AreaStacks: Hashable, Sendable {
  /// One category's levels over the places of its panel, NaN at a gap.
  struct Area: Hashable, Sendable {
    let panel: Int
    let group: Int
    let places: [Double]
    var low: [Double]
    var high: [Double]
  }

  private(set) var all: [Area] = []
  /// How many places of a category have no value of their own, where others have one.
  private(set) var absent = 0
  /// A colour category with values above and below zero, which cannot stand on others.
  private(set) var mixed: Int?
  /// Whether some panel has several areas.
  let areSeveral: Bool
  /// Whether they stand on each other.
  let areStacked: Bool
  /// Whether several lie over each other.
  var overlap: Bool { areSeveral && !areStacked }

  init(_ layer: Layer, _ kind: StackSettings.Kind) {
    let (xs, ys) = (layer.numbers(.x), layer.numbers(.y))
    let own = layer.series.map { AreaStacks.alone($0, xs, ys) }
    let panels = Dictionary(grouping: own, by: \.panel).sorted { $0.key < $1.key }.map(\.value)
    areSeveral = panels.contains { $0.count > 1 }
    mixed =
      areSeveral
      ? own.first { $0.high.contains { $0 > 0 } && $0.high.contains { $0 < 0 } }?.group : nil
    areStacked = kind != .none && mixed == nil
    guard areStacked else {
      all = own
      return
    }
    for areas in panels {
      let (stacked, absent) = AreaStacks.stack(areas)
      all += kind == .normalize ? AreaStacks.shares(stacked) : stacked
      self.absent += absent
    }
  }

  /// A category by itself: the sum of its rows at each of its own places.
  private static func alone(_ series: Layer.Series, _ xs: [Double], _ ys: [Double]) -> Area {
    var sums: [Double: Double] = [:]
    for row in series.rows {
      let known = sums[xs[row]] ?? .nan
      sums[xs[row]] = known.isNaN ? ys[row] : ys[row].isNaN ? known : known + ys[row]
    }
    let places = sums.keys.sorted()
    return Area(
      panel: series.panel, group: series.group, places: places, low: places.map { _ in 0 },
      high: places.map { sums[$0] ?? .nan })
  }

  /// The areas of a panel on each other, and at how many places an area lacks a value that others
  /// have.
  ///
  /// A place where all lack it is a gap.
  private static func stack(_ areas: [Area]) -> (areas: [Area], absent: Int) {
    let places = Set(areas.flatMap(\.places)).sorted()
    let index = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    let heights = areas.map { area -> [Double] in
      var heights = places.map { _ in Double.nan }
      for (place, height) in zip(area.places, area.high) { heights[index[place] ?? 0] = height }
      return heights
    }
    let isGap = places.indices.map { place in heights.allSatisfy { $0[place].isNaN } }
    var (up, down) = (isGap.map { $0 ? Double.nan : 0 }, isGap.map { $0 ? Double.nan : 0 })
    var absent = 0
    let stacked = zip(areas, heights).map { area, heights -> Area in
      absent += heights.indices.count { heights[$0].isNaN && !isGap[$0] }
      let goesDown = heights.contains { $0 < 0 }
      let low = goesDown ? down : up
      let high = zip(low, heights).map { $0 + ($1.isNaN ? 0 : $1) }
      if goesDown { down = high } else { up = high }
      return Area(panel: area.panel, group: area.group, places: places, low: low, high: high)
    }
    return (stacked, absent)
  }

  /// The areas of a panel as shares of the lengths on both sides of zero together.
  private static func shares(_ areas: [Area]) -> [Area] {
    guard let places = areas.first?.places else { return [] }
    let wholes = places.indices.map { place in
      areas.reduce(0) { $0 + abs($1.high[place] - $1.low[place]) }
    }
    func share(_ levels: [Double]) -> [Double] { zip(levels, wholes).map { $1 == 0 ? 0 : $0 / $1 } }
    return areas.map { area in
      var area = area
      (area.low, area.high) = (share(area.low), share(area.high))
      return area
    }
  }
}

extension AreaStacks.Area {
  /// The unbroken stretches of places.
  var stretches: [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start: Int?
    for index in high.indices {
      if high[index].isFinite, low[index].isFinite {
        start = start ?? index
      } else if let first = start {
        stretches.append(first..<index)
        start = nil
      }
    }
    return start.map { stretches + [$0..<high.count] } ?? stretches
  }
}
