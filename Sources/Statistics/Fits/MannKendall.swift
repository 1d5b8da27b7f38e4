/// Mann and Kendall's test of a trend: whether later values tend to be higher or lower.
///
/// Null hypothesis: the values are in random order. Two-sided; normal with ties taken out of the
/// variance and continuity corrected by 1. Good from about 10 values on; values must not depend on
/// their neighbours.
///
/// - Shape: values in the order of time; at least 3 present, not all equal.
/// - Units: ``senSlope`` in the unit of the values for one step of the rows.
/// - Missing: a missing or infinite value is left out and counted; its step of time stays.
/// - Source: H. B. Mann, *Econometrica* 13 (1945), 245–259; M. G. Kendall, *Rank Correlation Methods*
///   (1975); R. M. Hirsch, J. R. Slack and R. A. Smith, *Water Resources Research* 18 (1982), 107–121
///   (seasons).
package struct MannKendall: HypothesisTest {
  package static let name = "mann_kendall"
  package static let title = "Mann–Kendall trend test"
  package static let method = "normal with ties and continuity"
  package static let symbol = "z"

  /// How many values.
  package let n: Int
  /// How many rows lack a value.
  package let missing: Int
  /// How many further rows hold an infinite value.
  package let infinite: Int
  /// Pairs that rise less pairs that fall.
  package let s: Double
  /// The variance of ``s`` in random order.
  package let variance: Double
  /// S over the number of pairs that can be compared in time, less ties (tau-b).
  package let tau: Double
  /// The continuity-corrected S over its standard deviation.
  package let z: Double
  /// The two-sided p-value.
  package let p: Double
  /// The median slope of all pairs within a season; nil for more than ``TheilSen/exactRows`` rows.
  package let senSlope: Double?

  package var statistic: Double { z }
  package var degreesOfFreedom: [Double] { [] }

  /// Tests doubles in the order of time, NaN being a missing value; with `seasons`, only rows as many
  /// steps apart are compared (12 for months of a year).
  package init(_ values: [Double], seasons: Int = 1) throws(StatisticsError) {
    guard seasons > 0 else { throw .invalidParameter("a year has at least one season") }
    let present = values.indices.filter { values[$0].isFinite }
    n = present.count
    missing = values.count(where: \.isNaN)
    infinite = values.count - missing - n
    try need(3, of: n)
    let groups = (0..<seasons).map { season in present.filter { $0 % seasons == season } }
    let parts = groups.map { rows in SeasonTrend(rows.map { values[$0] }) }
    s = parts.reduce(0) { $0 + $1.s }
    variance = parts.reduce(0) { $0 + $1.variance }
    let comparable = parts.reduce(0) { $0 + ($1.pairs * ($1.pairs - $1.tied)).squareRoot() }
    guard variance > 0, comparable > 0 else { throw .constant }
    tau = s / comparable
    z = s == 0 ? 0 : (s - (s > 0 ? 1 : -1)) / variance.squareRoot()
    p = NormalDistribution.twoSided(z)
    senSlope = n <= TheilSen.exactRows ? MannKendall.slope(groups, values) : nil
  }

  private static func slope(_ groups: [[Int]], _ values: [Double]) -> Double? {
    var slopes: [Double] = []
    for rows in groups {
      for (place, later) in rows.enumerated() {
        for earlier in rows[..<place] {
          slopes.append((values[later] - values[earlier]) / Double(later - earlier))
        }
      }
    }
    let sorted = RadixSort.sorted(slopes)
    guard let first = sorted.first else { return nil }
    let middle = sorted.count / 2
    guard sorted.count > 1 else { return first }
    return sorted.count % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
  }
}

/// The trend among the values of one season.
private struct SeasonTrend {
  let s: Double
  let variance: Double
  let pairs: Double
  let tied: Double

  init(_ values: [Double]) {
    let n = Double(values.count)
    pairs = n * (n - 1) / 2
    let ties = TieRuns.lengths(values).map(Double.init)
    let tied = ties.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    self.tied = tied
    let falling = SeasonTrend.inversions(values)
    s = pairs - tied - 2 * falling
    variance =
      (n * (n - 1) * (2 * n + 5) - ties.reduce(0) { $0 + $1 * ($1 - 1) * (2 * $1 + 5) }) / 18
  }

  /// How many pairs fall, counted while sorting by merging.
  private static func inversions(_ values: [Double]) -> Double {
    var (from, count) = (values, 0)
    var to = from
    var width = 1
    while width < from.count {
      for start in stride(from: 0, to: from.count, by: 2 * width) {
        let (middle, end) = (min(start + width, from.count), min(start + 2 * width, from.count))
        var (left, right) = (start, middle)
        for place in start..<end {
          if left < middle, right >= end || from[left] <= from[right] {
            to[place] = from[left]
            left += 1
          } else {
            to[place] = from[right]
            right += 1
            count += middle - left
          }
        }
      }
      swap(&from, &to)
      width *= 2
    }
    return Double(count)
  }
}
