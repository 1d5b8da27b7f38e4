/// A straight line that few wild rows do not move: the median of the slopes of all pairs of rows.
///
/// Where there are more than ``TheilSen/exactRows`` rows, the slopes of pairs a fixed number of places
/// apart in x stand for all: 50,000 rows would have a billion pairs.
///
/// - Shape: two columns of equal length; at least 2 complete pairs and spread in x.
/// - Units: ``slope`` in the unit of y over that of x, ``intercept`` in that of y.
/// - Missing: a row that lacks either value is left out and counted.
/// - Source: P. K. Sen, *JASA* 63 (1968), 1379–1389; H. Theil, *Indagationes Math.* 12 (1950), 85–91.
package struct TheilSen: Statistic {
  package static let name = "theil_sen"
  package static let title = "Theil–Sen line"
  package static let method = "median of the slopes of all pairs; Sen's interval"

  /// How many complete pairs.
  package let n: Int
  /// How many rows lack a value.
  package let missing: Int
  /// How many further rows hold an infinite value.
  package let infinite: Int
  /// The median slope.
  package let slope: Double
  /// The median of y less the slope times the median of x.
  package let intercept: Double
  /// The smallest x.
  package let minX: Double
  /// The largest x.
  package let maxX: Double
  /// The slope's interval: the slopes at ranks z·√(variance of Kendall's S) around the middle; nil
  /// where the slopes are only a part of all.
  package let interval: Interval?
  /// How many pairs of rows have a slope.
  package let pairs: Int
  /// Whether every pair of rows was taken.
  package let isExact: Bool

  /// The most rows whose pairs are all taken.
  package static let exactRows = 3_000

  /// Fits a line to two columns' doubles, NaN being a missing value.
  package init(_ x: [Double], _ y: [Double], level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    let rows = try PairedSample(x, y)
    try need(2, of: rows.count)
    let slopes = PairSlopes(rows)
    guard let middle = slopes.median else { throw .constant }
    guard middle.isFinite else { throw .outOfRange }
    n = rows.count
    (missing, infinite) = (rows.missing, rows.infinite)
    (slope, pairs, isExact) = (middle, slopes.sorted.count, slopes.isExact)
    let sortedX = rows.x.sorted()
    (minX, maxX) = (sortedX[0], sortedX[sortedX.count - 1])
    intercept = PairSlopes.median(of: rows.y.sorted()) - middle * PairSlopes.median(of: sortedX)
    interval = isExact ? slopes.interval(rows, level: level) : nil
  }

  /// The line's height at x.
  package func predict(_ x: Double) -> Double { intercept + slope * x }
}

/// The slopes of pairs of rows, ascending.
private struct PairSlopes {
  let sorted: [Double]
  let isExact: Bool

  init(_ rows: PairedSample) {
    isExact = rows.count <= TheilSen.exactRows
    let order = RadixSort.order(rows.x).map(Int.init)
    let (x, y) = (order.map { rows.x[$0] }, order.map { rows.y[$0] })
    // Pairs far apart tell the slope best; these steps keep to about one million pairs.
    let steps =
      isExact
      ? Array(1..<max(2, x.count))
      : (1...max(1, 2_000_000 / x.count)).map {
        x.count / 4 + $0 * (x.count / 2) / max(1, 2_000_000 / x.count)
      }
    var slopes: [Double] = []
    for step in steps where step < x.count {
      for row in 0..<(x.count - step) where x[row + step] > x[row] {
        // Halves, because the difference of two huge numbers may be infinite.
        let (rise, run) = (y[row + step] / 2 - y[row] / 2, x[row + step] / 2 - x[row] / 2)
        if run > 0 { slopes.append(rise / run) }
      }
    }
    sorted = RadixSort.sorted(slopes)
  }

  var median: Double? { sorted.isEmpty ? nil : PairSlopes.median(of: sorted) }

  static func median(of sorted: [Double]) -> Double {
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
  }

  /// Sen's interval with ties in x and y taken out of the variance (his equation 2.6).
  func interval(_ rows: PairedSample, level: Double) -> Interval? {
    let variance =
      (PairSlopes.pairVariance(rows.count)
        - PairSlopes.tieVariance(rows.x) - PairSlopes.tieVariance(rows.y)) / 18
    guard variance > 0 else { return nil }
    let reach = NormalDistribution.critical(level: level) * variance.squareRoot()
    let count = Double(sorted.count)
    let upper = min(Int(((count + reach) / 2).rounded(.toNearestOrEven)), sorted.count - 1)
    let lower = max(Int(((count - reach) / 2).rounded(.toNearestOrEven)) - 1, 0)
    guard lower <= upper else { return nil }
    return Interval(low: sorted[lower], high: sorted[upper], level: level, method: "Sen")
  }

  private static func pairVariance(_ count: Int) -> Double {
    let n = Double(count)
    return n * (n - 1) * (2 * n + 5)
  }

  private static func tieVariance(_ values: [Double]) -> Double {
    TieRuns.lengths(values).reduce(0) { $0 + pairVariance($1) }
  }
}

/// How often values repeat.
enum TieRuns {
  /// The count of each value.
  static func lengths(_ values: [Double]) -> [Int] {
    var lengths: [Int] = []
    var last = Double.nan
    for value in RadixSort.sorted(values.map { $0 == 0 ? 0 : $0 }) {
      if value == last { lengths[lengths.count - 1] += 1 } else { lengths.append(1) }
      last = value
    }
    return lengths
  }
}
