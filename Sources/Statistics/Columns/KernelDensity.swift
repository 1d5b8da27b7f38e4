#if canImport(Glibc)
  import Glibc
#endif

/// A smooth estimate of a column's density, by Gaussian kernels.
///
/// - Shape: one column of at least two values with spread.
/// - Units: positions in the column's unit, densities in one over it.
/// - Missing: absent and infinite values are left out.
/// - Source: B. W. Silverman, *Density Estimation* (1986); D. W. Scott, *Multivariate Density
///   Estimation* (1992).
package struct KernelDensity: Statistic {
  package static let name = "density"
  package static let title = "Kernel density"
  package static let method = "Gaussian kernel; bandwidth by Scott's rule, SD · n^(−1/5)"

  /// How wide a kernel is.
  package enum Bandwidth: Hashable, Sendable {
    /// SD · n^(−1/5).
    case scott
    /// SD · (3n/4)^(−1/5).
    case silverman
    /// 0.9 · min(SD, IQR / 1.349) · n^(−1/5); R's `nrd0`.
    case robust
    /// A standard deviation of the kernel, in the column's unit.
    case width(Double)
  }

  /// Where the density is told, ascending and evenly spaced.
  package let positions: [Double]
  /// The density at each position.
  package let densities: [Double]
  /// The standard deviation of each kernel.
  package let bandwidth: Double
  /// How many values.
  package let n: Int

  /// The most values that are summed one by one; more are first put on a fine grid.
  static let exactLimit = 5000

  /// Estimates the density of a column's doubles at `points` places, from `cut` bandwidths below the
  /// smallest value to as many above the largest.
  ///
  /// Up to 5,000 values the sum is exact; beyond, values are shared linearly between grid points
  /// an eightieth of a bandwidth apart at most, which changes a density by less than 0.002 %.
  package init(
    _ values: [Double], bandwidth rule: Bandwidth = .scott, points: Int = 256, cut: Double = 3
  ) throws(StatisticsError) {
    let sample = Sample(values)
    try need(2, of: sample.count)
    guard let low = sample.min, let high = sample.max, low < high else { throw .constant }
    guard points > 1 else { throw .invalidParameter("a density has at least 2 points") }
    let width = try rule.width(for: sample)
    let (from, to) = (low - cut * width, high + cut * width)
    guard (to - from).isFinite else { throw .outOfRange }
    let step = (to - from) / Double(points - 1)
    positions = (0..<points).map { from + Double($0) * step }
    bandwidth = width
    n = sample.count
    let kernels =
      n <= KernelDensity.exactLimit
      ? WeightedPoints(sample.values) : WeightedPoints(binning: sample, step: width / 80)
    densities = positions.map { kernels.density(at: $0, bandwidth: width) }
  }
}

extension KernelDensity.Bandwidth {
  /// The kernel's standard deviation for a sample with spread.
  func width(for sample: Sample) throws(StatisticsError) -> Double {
    let n = Double(sample.count)
    let deviation = Moments(sample).standardDeviation ?? 0
    let width =
      switch self {
      case .scott: deviation * pow(n, -0.2)
      case .silverman: deviation * pow(n * 3 / 4, -0.2)
      case .robust: 0.9 * robustDeviation(sample, deviation) * pow(n, -0.2)
      case .width(let width): width
      }
    guard width > 0, width.isFinite else { throw .invalidParameter("a bandwidth is above 0") }
    return width
  }

  private func robustDeviation(_ sample: Sample, _ deviation: Double) -> Double {
    let sorted = SortedSample(sample)
    guard let q1 = sorted.quantile(0.25), let q3 = sorted.quantile(0.75), q1 < q3 else {
      return deviation
    }
    return min(deviation, (q3 - q1) / 1.349)
  }
}

/// Places in ascending order, each with a weight; the weights add up to 1.
private struct WeightedPoints {
  var places: [Double]
  var weights: [Double]

  private init(places: [Double], weights: [Double]) {
    self.places = places
    self.weights = weights
  }

  /// Each value with the same weight.
  init(_ values: [Double]) {
    self.init(
      places: RadixSort.sorted(values),
      weights: Array(repeating: 1 / Double(values.count), count: values.count))
  }

  /// Values shared linearly between the grid points beside them.
  init(binning sample: Sample, step: Double) {
    guard let low = sample.min, let high = sample.max, (high - low) / step < 0x1p22 else {
      self.init(sample.values)
      return
    }
    let count = Int((high - low) / step) + 2
    var weights = [Double](repeating: 0, count: count)
    for value in sample.values {
      let place = (value - low) / step
      let below = Int(place)
      let share = place - Double(below)
      weights[below] += 1 - share
      weights[below + 1] += share
    }
    let used = weights.indices.filter { weights[$0] > 0 }
    self.init(
      places: used.map { low + Double($0) * step },
      weights: used.map { weights[$0] / Double(sample.count) })
  }

  /// The sum of Gaussian kernels; those more than 9 bandwidths off weigh less than 1e-17 of the
  /// highest and are left out.
  func density(at x: Double, bandwidth: Double) -> Double {
    let first = places.partitioningIndex { $0 >= x - 9 * bandwidth }
    var sum = 0.0
    var index = first
    while index < places.count, places[index] <= x + 9 * bandwidth {
      let z = (x - places[index]) / bandwidth
      sum += weights[index] * exp(-0.5 * z * z)
      index += 1
    }
    return sum / (bandwidth * (2 * Double.pi).squareRoot())
  }
}
