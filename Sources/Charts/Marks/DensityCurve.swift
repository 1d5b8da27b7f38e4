import Drawing
import Statistics

/// The density of some values along a scale, estimated in the space in which it is drawn: on a
/// logarithmic scale that of the logarithms.
struct DensityCurve: Hashable, Sendable {
  /// Where the density is told, in the values' unit, ascending.
  let positions: [Double]
  /// The density at each position: per unit, or per tenfold.
  let heights: [Double]
  /// The kernel's standard deviation, in the values' unit or in decades.
  let bandwidth: Double
  let n: Int
  /// Whether positions are close enough to show every kernel.
  let isClose: Bool

  /// What a note says where positions are not close enough.
  static let tooNarrow =
    "The bandwidth is so narrow that the curve does not show every value: its area is less than 1"

  /// The density of finite values, told as far as `cut` bandwidths beyond them.
  init(_ values: [Double], _ settings: DensitySettings, isLog: Bool, cut: Double)
    throws(StatisticsError)
  {
    let spread = isLog ? values.map(logarithm) : values
    var bounds = settings.bounds
    if isLog, let given = bounds {
      let low = given.lowerBound > 0 ? logarithm(given.lowerBound) : -.infinity
      bounds = low...max(low, given.upperBound > 0 ? logarithm(given.upperBound) : .infinity)
    }
    let density = try KernelDensity(spread, bandwidth: settings.bandwidth, cut: cut, within: bounds)
    positions = isLog ? density.positions.map(raisedTen) : density.positions
    (heights, bandwidth, n) = (density.densities, density.bandwidth, density.n)
    isClose = density.isClose
  }

  /// Where the density is highest.
  var mode: Double {
    let peak = heights.indices.max { heights[$0] < heights[$1] } ?? 0
    return positions[peak]
  }

  /// The points of its drawing, of places along the scale and heights across, no more than a page can
  /// show; a position without a place on the scale is left out.
  func points(along: (Double) -> Double, across: (Double) -> Double) -> [Point] {
    // A curve that is told at some hundred places is drawn as it is.
    var line = LineThinning(isThin: positions.count > 1024)
    for (position, height) in zip(positions, heights) {
      let (place, level) = (along(position), across(height))
      if place.isFinite, level.isFinite { line.add(x: place, y: level) }
    }
    return line.points.compactMap(\.self)
  }

  /// The density at a place between the positions; 0 beyond them.
  func height(at place: Double) -> Double {
    guard let first = positions.first, let last = positions.last, place >= first, place <= last
    else { return 0 }
    var (low, high) = (0, positions.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if positions[middle] <= place { low = middle } else { high = middle }
    }
    let width = positions[high] - positions[low]
    let share = width > 0 ? (place - positions[low]) / width : 0
    return heights[low] + share * (heights[high] - heights[low])
  }
}
