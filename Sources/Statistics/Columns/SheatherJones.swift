#if canImport(Glibc)
  import Glibc
#endif

/// The standard deviation that a sample would have by its quartiles were it normal.
enum RobustSpread {
  /// IQR / 1.349 where that is above 0 and below the standard deviation, else the latter.
  static func deviation(_ sample: Sample, atMost deviation: Double) -> Double {
    let sorted = SortedSample(sample)
    guard let q1 = sorted.quantile(0.25), let q3 = sorted.quantile(0.75), q1 < q3 else {
      return deviation
    }
    return min(deviation, (q3 - q1) / 1.349)
  }
}

/// The bandwidth that solves Sheather and Jones' equation: the one whose own estimate of the
/// density's curvature asks for it.
///
/// Values are counted in 1,000 bins first, so that the sums over pairs of values become sums over
/// distances of bins.
///
/// - Source: S. J. Sheather and M. C. Jones, *JRSS B* 53 (1991), 683–690.
struct SheatherJones {
  private static let bins = 1000
  /// How many pairs of values lie so many bins apart; of one bin at 0.
  private let pairs: [Double]
  private let binWidth: Double
  private let n: Double
  private let scale: Double

  /// Counts a sample with spread.
  init(_ sample: Sample, deviation: Double) throws(StatisticsError) {
    guard let low = sample.min, let high = sample.max, (high - low).isFinite, low < high else {
      throw .outOfRange
    }
    n = Double(sample.count)
    scale = RobustSpread.deviation(sample, atMost: deviation)
    binWidth = (high - low) * 1.01 / Double(SheatherJones.bins)
    guard binWidth > 0 else { throw .outOfRange }
    var counts = [Double](repeating: 0, count: SheatherJones.bins)
    for value in sample.values {
      // The width of a bin of subnormal numbers is rounded so much that the bins may end too early.
      counts[min(Int((value - low) / binWidth), counts.count - 1)] += 1
    }
    pairs = SheatherJones.pairs(counts)
  }

  private static func pairs(_ counts: [Double]) -> [Double] {
    let used = counts.indices.filter { counts[$0] > 0 }
    var pairs = [Double](repeating: 0, count: counts.count)
    for (place, bin) in used.enumerated() {
      pairs[0] += counts[bin] * (counts[bin] - 1) / 2
      for other in used[..<place] { pairs[bin - other] += counts[bin] * counts[other] }
    }
    return pairs
  }

  /// The bandwidth; nothing where the curvature has no estimate.
  func width() throws(StatisticsError) -> Double {
    let (a, b) = (1.24 * scale * pow(n, -1.0 / 7), 1.23 * scale * pow(n, -1.0 / 9))
    let third = -sixth(b)
    guard third > 0, third.isFinite else { throw .outOfRange }
    let factor = 1.357 * pow(fourth(a) / third, 1.0 / 7)
    guard factor.isFinite else { throw .outOfRange }
    // Above 0 where a bandwidth is too narrow for the curvature that it sees.
    func excess(_ h: Double) -> Double {
      pow(1 / (2 * Double.pi.squareRoot() * n * fourth(factor * pow(h, 5.0 / 7))), 0.2) - h
    }
    let widest = 1.144 * scale * pow(n, -0.2)
    var (low, high) = (widest / 10, widest)
    for _ in 0..<100 where !(excess(low) > 0) { low /= 1.2 }
    for _ in 0..<100 where !(excess(high) < 0) { high *= 1.2 }
    guard excess(low) > 0, excess(high) < 0 else { throw .outOfRange }
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if excess(middle) > 0 { low = middle } else { high = middle }
    }
  }

  /// The estimate of ∫f″² with a bandwidth.
  private func fourth(_ h: Double) -> Double {
    let sum = sum(h) { d in d * d - 6 * d + 3 }
    return (2 * sum + 3 * n) / (n * (n - 1) * pow(h, 5) * (2 * Double.pi).squareRoot())
  }

  /// The estimate of −∫f‴² with a bandwidth.
  private func sixth(_ h: Double) -> Double {
    let sum = sum(h) { d in d * d * d - 15 * d * d + 45 * d - 15 }
    return (2 * sum - 15 * n) / (n * (n - 1) * pow(h, 7) * (2 * Double.pi).squareRoot())
  }

  /// Σ e^(−d/2)·polynomial(d) over the pairs, d being their squared distance in bandwidths.
  private func sum(_ h: Double, _ polynomial: (Double) -> Double) -> Double {
    var sum = 0.0
    for (distance, count) in pairs.enumerated() where count > 0 {
      let z = Double(distance) * binWidth / h
      let d = z * z
      if d >= 1000 { break }
      sum += count * exp(-d / 2) * polynomial(d)
    }
    return sum
  }
}
