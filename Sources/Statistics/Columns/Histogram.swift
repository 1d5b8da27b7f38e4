/// How many values fall into each of a row of intervals.
///
/// A value on an edge belongs to the interval above it, on the last edge to the last interval.
///
/// - Units: edges are in the column's unit; ``density`` in one over it, its area is 1.
/// - Missing: absent and infinite values are counted and left out.
/// - Source: D. Freedman and P. Diaconis (1981); D. W. Scott (1979); H. A. Sturges (1926).
package struct Histogram: Statistic {
  package static let name = "histogram"
  package static let title = "Histogram"
  package static let method = "intervals closed below; the last is closed on both sides"

  /// The edges, ascending, one more than there are intervals.
  package let edges: [Double]
  /// How many values lie in each interval.
  package let counts: [Int]
  /// How many values lie below the first edge.
  package let below: Int
  /// How many values lie above the last edge.
  package let above: Int
  /// How many finite values, those outside the edges included.
  package let n: Int
  /// How many rows without a value.
  package let missing: Int
  /// How many rows with an infinite value.
  package let infinite: Int

  /// The share of all values in an interval divided by its width.
  package var density: [Double] {
    counts.indices.map { Double(counts[$0]) / (Double(n) * (edges[$0 + 1] - edges[$0])) }
  }

  /// Counts a column's doubles by a rule; NaN is a missing value.
  package init(_ values: [Double], rule: BinRule = .freedmanDiaconis) throws(StatisticsError) {
    let sample = Sample(values)
    self.init(sample, edges: try rule.edges(for: sample))
  }

  /// Counts a column's doubles between given edges, which groups may share.
  package init(_ values: [Double], edges: [Double]) throws(StatisticsError) {
    try BinRule.check(edges)
    self.init(Sample(values), edges: edges)
  }

  private init(_ sample: Sample, edges: [Double]) {
    self.edges = edges
    n = sample.count
    (missing, infinite) = (sample.missing, sample.infinite)
    var counts = [Int](repeating: 0, count: edges.count - 1)
    var (below, above) = (0, 0)
    let (first, last) = (edges[0], edges[edges.count - 1])
    let perUnit = Double(counts.count) / (last - first)
    for value in sample.values {
      if value < first {
        below += 1
      } else if value > last {
        above += 1
      } else {
        counts[Histogram.bin(of: value, in: edges, guess: (value - first) * perUnit)] += 1
      }
    }
    (self.counts, self.below, self.above) = (counts, below, above)
  }

  /// The sum of the weights of the values in each interval; `weights` has one for each value.
  package static func sums(of weights: [Double], at values: [Double], edges: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: max(0, edges.count - 1))
    guard let first = edges.first, let last = edges.last, first < last else { return sums }
    for (value, weight) in zip(values, weights) where value >= first && value <= last {
      sums[bin(of: value, in: edges, guess: 0)] += weight
    }
    return sums
  }

  /// The interval of a value between the edges: the guess for equal widths, moved until the edges
  /// themselves agree, or a search where it is far off.
  @inline(__always)
  private static func bin(of value: Double, in edges: [Double], guess: Double) -> Int {
    let last = edges.count - 2
    var bin = guess < Double(last) ? Int(guess) : last
    if bin > 0, value < edges[bin] { bin -= 1 }
    if bin < last, value >= edges[bin + 1] { bin += 1 }
    let fits = value >= edges[bin] && (value < edges[bin + 1] || bin == last)
    return fits ? bin : min(last, edges.partitioningIndex { $0 > value } - 1)
  }
}
