import Drawing
import Frame

/// Filled areas from zero, one a colour category; stacked unless there is one only.
struct AreaMark: Mark {
  static let name = "area"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.color]
  static let measures: [[Channel]] = [[.x], [.y]]

  private let layer: Layer
  private let kind: StackSettings.Kind
  private let bands: [Band]
  /// How many places of a category have no row of their own.
  private let absent: Int

  /// One category's stretch from its lower to its upper edge over all places of its panel.
  private struct Band: Hashable, Sendable {
    let panel: Int
    let group: Int
    let places: [Double]
    let low: [Double]
    let high: [Double]
  }

  init(_ layer: Layer, _ settings: StackSettings) {
    self.layer = layer
    kind = settings.kind == .own ? .zero : settings.kind
    let (xs, ys) = (layer.numbers(.x), layer.numbers(.y))
    var bands: [Band] = []
    var absent = 0
    for panel in 0..<layer.panelCount {
      let places = Set(layer.rows(inPanel: panel).map { xs[$0] }).sorted()
      let index = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
      var floor = places.map { _ in 0.0 }
      for series in layer.series where series.panel == panel {
        var heights = places.map { _ in 0.0 }
        for row in series.rows { heights[index[xs[row]] ?? 0] += ys[row] }
        absent += places.count - Set(series.rows.map { xs[$0] }).count
        if kind == .none { floor = places.map { _ in 0 } }
        let top = zip(floor, heights).map { $0 + $1 }
        bands.append(
          Band(panel: panel, group: series.group, places: places, low: floor, high: top))
        floor = top
      }
    }
    self.absent = absent
    self.bands = kind == .normalize ? AreaMark.shares(bands) : bands
  }

  static func shown(_ rows: LayerRows, _ settings: StackSettings) -> LayerRows {
    settings.kind == .normalize ? rows.asShares(on: .y) : rows
  }

  /// The stretches as shares of what stands at each place of their panel.
  private static func shares(_ bands: [Band]) -> [Band] {
    var totals: [Int: [Double]] = [:]
    for band in bands { totals[band.panel] = band.high }
    return bands.map { band in
      let whole = totals[band.panel] ?? []
      func share(_ levels: [Double]) -> [Double] { zip(levels, whole).map { $1 > 0 ? $0 / $1 : 0 } }
      return Band(
        panel: band.panel, group: band.group, places: band.places, low: share(band.low),
        high: share(band.high))
    }
  }

  func demand(_ side: Side) -> AxisDemand {
    guard side == .y else {
      var demand = AxisDemand(layer.rows[.x])
      demand.isTight = true
      return demand
    }
    var demand = AxisDemand(range: AxisDemand.range(bands.flatMap { $0.low + $0.high }))
    demand.needsZero = true
    return demand
  }

  func draw(in panel: Panel) -> [SceneElement] {
    bands.filter { $0.panel == panel.index }.map { band in
      func points(_ levels: [Double]) -> [Point] {
        zip(band.places, levels).map {
          Point(x: Points(panel.x.place($0)), y: Points(panel.y.place($1)))
        }
      }
      let outline = Path.polygon(points(band.high) + points(band.low).reversed())
      let opacity = layer.rows.opacity ?? (kind == .none ? 0.35 : 0.8)
      return .path(outline, fill: layer.colors.paint(band.group).opacity(opacity), stroke: nil)
    }
  }

  func story(in words: Words) -> Story {
    var methods = Set(layer.groups).count > 1 ? [method] : []
    if absent > 0, kind != .none {
      methods.append("\(words.count(absent)) places of an area have no row and count as 0")
    }
    return Story(
      kind: "Area chart", measure: words.yByX(layer), unit: "",
      findings: kind == .normalize ? [] : words.ranges(layer), methods: methods,
      points: layer.rows.count)
  }

  private var method: String {
    switch kind {
    case .none: "Areas lie over each other"
    case .normalize: "Areas are shares of the sum at each place"
    case .own, .zero: "Areas stand on each other"
    }
  }
}
