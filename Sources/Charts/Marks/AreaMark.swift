import Drawing
import Frame

/// Filled areas from zero, one a colour category; stacked unless there is one only.
struct AreaMark: Mark {
  static let name = "area"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.color]
  static let measures: [[Channel]] = [[.x], [.y]]

  private let layer: Layer
  private let bands: [Band]

  /// One category's stretch from its lower to its upper edge over all places of its panel.
  private struct Band: Hashable, Sendable {
    let panel: Int
    let group: Int
    let places: [Double]
    let low: [Double]
    let high: [Double]
  }

  init(_ layer: Layer, _ settings: NoSettings) {
    self.layer = layer
    let (xs, ys) = (layer.numbers(.x), layer.numbers(.y))
    var bands: [Band] = []
    for panel in 0..<layer.panelCount {
      let places = Set(layer.rows(inPanel: panel).map { xs[$0] }).sorted()
      let index = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
      var floor = places.map { _ in 0.0 }
      for series in layer.series where series.panel == panel {
        var heights = places.map { _ in 0.0 }
        for row in series.rows { heights[index[xs[row]] ?? 0] += ys[row] }
        let top = zip(floor, heights).map { $0 + $1 }
        bands.append(
          Band(panel: panel, group: series.group, places: places, low: floor, high: top))
        floor = top
      }
    }
    self.bands = bands
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
      let opacity = layer.rows.opacity ?? 0.8
      return .path(outline, fill: layer.colors.paint(band.group).opacity(opacity), stroke: nil)
    }
  }

  func story(in words: Words) -> Story {
    Story(
      kind: "Area chart", measure: words.yByX(layer), unit: "", findings: words.ranges(layer),
      methods: Set(layer.groups).count > 1 ? ["Areas stand on each other"] : [],
      points: layer.rows.count)
  }
}
