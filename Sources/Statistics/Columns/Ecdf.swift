#if canImport(Glibc)
  import Glibc
#endif

/// The share of values at or below each value, with a band that holds the whole true curve at a
/// level.
///
/// - Shape: one column of at least one value.
/// - Units: values in the column's unit, shares from 0 to 1.
/// - Missing: absent and infinite values are counted and left out.
/// - Source: A. Dvoretzky, J. Kiefer and J. Wolfowitz (1956); P. Massart, *Annals of Probability* 18
///   (1990), 1269–1283, whose constant makes the band hold for every n.
package struct Ecdf: Statistic {
  package static let name = "ecdf"
  package static let title = "Empirical distribution"
  package static let method = "share of values at or below; band ± √(ln(2/α)/2n), cut at 0 and 1"

  /// The distinct values, ascending.
  package let values: [Double]
  /// How many values lie at or below each distinct value.
  package let counts: [Int]
  /// How many values.
  package let n: Int
  /// How many rows without a value.
  package let missing: Int
  /// How many rows with an infinite value.
  package let infinite: Int
  /// The level of the band.
  package let level: Double
  /// How far the band reaches to both sides.
  package let halfWidth: Double

  /// The distribution of a column's doubles, where NaN is a missing value.
  package init(_ values: [Double], level: Double = 0.95) throws(StatisticsError) {
    try self.init(Sample(values), level: level)
  }

  /// The distribution of a sample.
  package init(_ sample: Sample, level: Double = 0.95) throws(StatisticsError) {
    try need(1, of: sample.count)
    try checkLevel(level)
    let sorted = SortedSample(sample)
    var values: [Double] = []
    var counts: [Int] = []
    var total = 0
    sorted.forEachRun { distance, count in
      total += count
      values.append(sorted.gauge.value(at: distance))
      counts.append(total)
    }
    (self.values, self.counts) = (values, counts)
    n = sample.count
    (missing, infinite) = (sample.missing, sample.infinite)
    self.level = level
    halfWidth = (log(2 / (1 - level)) / (2 * Double(n))).squareRoot()
  }

  /// The share of values at or below a distinct value, by its place.
  package func share(_ place: Int) -> Double { Double(counts[place]) / Double(n) }

  /// The share of values at or below any number.
  package func share(atOrBelow value: Double) -> Double {
    let above = values.partitioningIndex { $0 > value }
    return above == 0 ? 0 : share(above - 1)
  }

  /// The band around a share.
  package func band(around share: Double) -> ClosedRange<Double> {
    max(0, share - halfWidth)...min(1, share + halfWidth)
  }
}
