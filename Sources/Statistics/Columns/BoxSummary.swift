/// The five numbers of a box plot, and the values beyond its whiskers.
///
/// - Shape: one column of at least one value.
/// - Units: the column's.
/// - Missing: absent and infinite values are counted and left out.
/// - Source: J. W. Tukey, *Exploratory Data Analysis* (1977); quartiles R-7.
package struct BoxSummary: Statistic {
  package static let name = "box"
  package static let title = "Box summary"
  package static let method =
    "quartiles R-7; whiskers to the farthest values within 1.5 interquartile ranges"

  /// How many values.
  package let n: Int
  /// How many rows without a value.
  package let missing: Int
  /// How many rows with an infinite value.
  package let infinite: Int
  /// The mean.
  package let mean: Double
  /// The smallest value that is no outlier.
  package let lowWhisker: Double
  /// The first quartile.
  package let q1: Double
  /// The median.
  package let median: Double
  /// The third quartile.
  package let q3: Double
  /// The largest value that is no outlier.
  package let highWhisker: Double
  /// The values beyond the fences, ascending.
  package let outliers: [Double]

  /// The median ± 1.58 interquartile ranges over √n: where notches do not overlap, the medians of two
  /// groups differ by about a test of level 0.05.
  ///
  /// - Source: R. McGill, J. W. Tukey and W. A. Larsen, *The American Statistician* 32 (1978), 12–16.
  package var notch: ClosedRange<Double> {
    let arm = 1.58 * (q3 - q1) / Double(n).squareRoot()
    // The distance of quartiles of opposite sign may leave the range of doubles.
    guard arm.isFinite else { return q1...q3 }
    return median - arm...median + arm
  }

  /// Sums up a column's doubles, where NaN is a missing value; the fences lie `reach` interquartile
  /// ranges off the box.
  package init(_ values: [Double], reach: Double = 1.5) throws(StatisticsError) {
    try self.init(Sample(values), reach: reach)
  }

  /// Sums up a sample; the fences lie `reach` interquartile ranges off the box.
  package init(_ sample: Sample, reach: Double = 1.5) throws(StatisticsError) {
    try need(1, of: sample.count)
    let (distances, gauge) = (sample.distances, sample.gauge)
    let selection = Selection(distances)
    let quartile = { (share: Double) in
      QuantileKind.r7.value(share, of: distances.count) { selection.value(atPlace: $0) }
    }
    let (q1, q3) = (quartile(0.25), quartile(0.75))
    let arm = reach * (q3 - q1)
    let fenced = Fenced(distances, low: q1 - arm, high: q3 + arm)
    n = sample.count
    (missing, infinite) = (sample.missing, sample.infinite)
    mean = Moments(sample).mean
    (self.q1, self.q3) = (gauge.value(at: q1), gauge.value(at: q3))
    median = gauge.value(at: quartile(0.5))
    // A whisker never ends inside its box, even where the next value beyond it is an outlier.
    lowWhisker = gauge.value(at: min(fenced.lowest, q1))
    highWhisker = gauge.value(at: max(fenced.highest, q3))
    outliers = fenced.beyond.map(gauge.value(at:))
  }
}

/// Values on either side of two fences, told apart in one pass.
private struct Fenced {
  /// The smallest value from the low fence on; infinite where there is none.
  private(set) var lowest = Double.infinity
  /// The largest value up to the high fence; minus infinity where there is none.
  private(set) var highest = -Double.infinity
  /// The values beyond the fences, ascending.
  private(set) var beyond: [Double] = []

  init(_ values: [Double], low: Double, high: Double) {
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    for value in values {
      if value < low || value > high { beyond.append(value) }
      if value >= low, value < lowest { lowest = value }
      if value <= high, value > highest { highest = value }
    }
    (self.lowest, self.highest) = (lowest, highest)
    RadixSort.sort(&beyond)
  }
}
