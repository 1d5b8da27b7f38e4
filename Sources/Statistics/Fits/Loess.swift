/// A smooth curve through two columns: a straight line fitted around each place, near rows weighing
/// more (LOESS of degree 1, tricube weights, no robustness steps).
///
/// - Shape: two columns of equal length; at least 3 complete pairs and spread in x.
/// - Missing: a row that lacks either value is left out and counted.
/// - Source: W. S. Cleveland, *JASA* 74 (1979), 829–836.
package struct Loess: Statistic {
  package static let name = "loess"
  package static let title = "LOESS"
  package static let method = "local lines, tricube weights over the nearest share of rows"

  /// How many complete pairs.
  package let n: Int
  /// How many rows lack a value.
  package let missing: Int
  /// How many further rows hold an infinite value.
  package let infinite: Int
  /// The share of rows that each local line sees.
  package let span: Double
  /// Where the curve is told: evenly spaced from the smallest to the largest x, or as was asked.
  package let positions: [Double]
  /// The curve's height at each position.
  package let heights: [Double]

  /// Smooths two columns' doubles, NaN being a missing value.
  ///
  /// Each local line sees the nearest `span` of the rows (at least 3); the curve is told at `points`
  /// even distances, or at `places`.
  package init(
    _ x: [Double], _ y: [Double], span: Double = 0.75, points: Int = 80, at places: [Double] = []
  )
    throws(StatisticsError)
  {
    guard span > 0, span <= 1 else { throw .invalidParameter("a span is above 0 and at most 1") }
    guard points > 1 else { throw .invalidParameter("a curve has at least 2 points") }
    let pairs = try PairedSample(x, y)
    try need(3, of: pairs.count)
    let curve = LocalLines(pairs, span: span)
    guard let low = curve.x.first, let high = curve.x.last, low < high else { throw .constant }
    n = pairs.count
    (missing, infinite) = (pairs.missing, pairs.infinite)
    self.span = span
    let even = (0..<points).map { place in
      let share = Double(place) / Double(points - 1)
      return low * (1 - share) + high * share
    }
    positions = places.isEmpty ? even : places
    heights = positions.map(curve.height)
    guard heights.allSatisfy(\.isFinite) else { throw .outOfRange }
  }
}

/// Rows in the order of x, and the local lines through them.
private struct LocalLines {
  let x: [Double]
  let y: [Double]
  private let neighbours: Int

  init(_ pairs: PairedSample, span: Double) {
    let order = RadixSort.order(pairs.x).map(Int.init)
    x = order.map { pairs.x[$0] }
    y = order.map { pairs.y[$0] }
    // As in Cleveland's lowess: the share of rows rounded down, a hair above for exact products.
    neighbours = min(max(Int(span * Double(x.count) + 1e-10), 3), x.count)
  }

  /// The height of the line around a place.
  func height(at place: Double) -> Double {
    let rows = window(around: place)
    let reach = max(place - x[rows.lowerBound], x[rows.upperBound - 1] - place)
    var (total, sumX, sumY) = (0.0, 0.0, 0.0)
    let weights = rows.map { row in tricube(abs(x[row] - place), reach) }
    for (row, weight) in zip(rows, weights) {
      total += weight
      sumX += weight * (x[row] - place)
      sumY += weight * y[row]
    }
    let (meanX, meanY) = (sumX / total, sumY / total)
    var (sxx, sxy) = (0.0, 0.0)
    for (row, weight) in zip(rows, weights) {
      let dx = x[row] - place - meanX
      sxx += weight * dx * dx
      sxy += weight * dx * (y[row] - meanY)
    }
    // All weight on one x: its mean is all there is to say.
    return sxx > 1e-12 * total * reach * reach ? meanY - meanX * (sxy / sxx) : meanY
  }

  private func tricube(_ distance: Double, _ reach: Double) -> Double {
    guard reach > 0 else { return 1 }
    let u = distance / reach
    let v = max(0, 1 - u * u * u)
    return v * v * v
  }

  /// The nearest rows to a place.
  private func window(around place: Double) -> Range<Int> {
    // The first start from which the row beyond the window's end is no nearer than its first row.
    var (low, high) = (0, x.count - neighbours)
    while low < high {
      let middle = (low + high) / 2
      if place - x[middle] > x[middle + neighbours] - place {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low..<low + neighbours
  }
}
