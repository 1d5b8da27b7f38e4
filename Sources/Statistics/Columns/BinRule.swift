#if canImport(Glibc)
  import Glibc
#endif

/// How a histogram chooses its intervals.
package enum BinRule: Hashable, Sendable {
  /// Width 2·IQR·n^(−1/3); Scott's rule where the interquartile range is 0.
  case freedmanDiaconis
  /// Width 3.49·SD·n^(−1/3), with the constant (24√π)^(1/3) in full.
  case scott
  /// 1 + log₂ n intervals.
  case sturges
  /// Intervals of a width, their edges at its multiples.
  case width(Double)
  /// So many equal intervals from the smallest to the largest value.
  case count(Int)

  /// The most intervals that a rule makes: a far outlier must not make a million of them.
  package static let limit = 1000

  /// The edges for one column's doubles, or for the values of several groups taken together.
  package func edges(for values: [Double]) throws(StatisticsError) -> [Double] {
    try edges(for: Sample(values))
  }

  /// The edges for a sample, ascending; a constant sample has one interval of width 1 around it.
  func edges(for sample: Sample) throws(StatisticsError) -> [Double] {
    guard let low = sample.min, let high = sample.max else { throw .tooFew(needed: 1, got: 0) }
    if case .width(let width) = self { return try edges(ofWidth: width, from: low, to: high) }
    if case .count(let count) = self, !(1...BinRule.limit).contains(count) {
      throw .invalidParameter("a histogram has 1 to \(BinRule.limit) intervals")
    }
    guard low < high else { return [low - 0.5, high + 0.5].spread(around: low) }
    let count = min(max(intervals(for: sample, range: high - low), 1), BinRule.limit)
    return BinRule.equal(count, from: low, to: high)
  }

  /// Throws unless edges ascend and bound at least one interval.
  static func check(_ edges: [Double]) throws(StatisticsError) {
    guard edges.count > 1, zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }),
      edges.allSatisfy(\.isFinite)
    else { throw .invalidParameter("a histogram's edges ascend") }
  }

  private func intervals(for sample: Sample, range: Double) -> Int {
    let n = Double(sample.count)
    switch self {
    case .freedmanDiaconis:
      let sorted = SortedSample(sample)
      guard let q1 = sorted.quantile(0.25), let q3 = sorted.quantile(0.75), q1 < q3 else {
        return BinRule.scott.intervals(for: sample, range: range)
      }
      return BinRule.whole(range / (2 * (q3 - q1) / cbrt(n)))
    case .scott:
      let deviation = Moments(sample).populationDeviation
      return BinRule.whole(range / (cbrt(24 * Double.pi.squareRoot() / n) * deviation))
    case .sturges: return BinRule.whole(log2(n) + 1)
    case .count(let count): return count
    case .width(let width): return BinRule.whole(range / width)
    }
  }

  private static func whole(_ intervals: Double) -> Int {
    intervals < Double(limit) ? Int(intervals.rounded(.up)) : limit
  }

  private static func equal(_ count: Int, from low: Double, to high: Double) -> [Double] {
    // Half of a range that is itself beyond the doubles is not.
    let step = high / Double(count) - low / Double(count)
    let ordinary = (high - low) / Double(count)
    let edges = (0...count).map { place in
      place == count ? high : low + Double(place) * (ordinary.isFinite ? ordinary : step)
    }
    // Neighbouring doubles have no room for edges between them.
    return zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 } ? edges : [low, high]
  }

  private func edges(ofWidth width: Double, from low: Double, to high: Double)
    throws(StatisticsError) -> [Double]
  {
    guard width > 0, width.isFinite else {
      throw .invalidParameter("an interval's width is above 0")
    }
    let (first, last) = ((low / width).rounded(.down), (high / width).rounded(.down) + 1)
    guard last - first <= Double(BinRule.limit) else {
      throw .invalidParameter("a histogram has 1 to \(BinRule.limit) intervals")
    }
    let edges = (0...Int(last - first)).map { (first + Double($0)) * width }
    try BinRule.check(edges)
    return edges
  }
}

extension [Double] {
  /// These two edges, or the neighbours of a value so large that adding to it changes nothing.
  fileprivate func spread(around value: Double) -> [Double] {
    self[0] < value && value < self[1] ? self : [value.nextDown, value.nextUp]
  }
}
