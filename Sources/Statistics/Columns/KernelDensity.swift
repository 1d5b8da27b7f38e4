#if canImport(Glibc)
  import Glibc
#endif

/// A smooth estimate of a column's density, by Gaussian kernels.
///
/// - Shape: one column of at least two values with spread.
/// - Units: positions in the column's unit, densities in one over it.
/// - Missing: absent and infinite values are left out.
/// - Source: B. W. Silverman, *Density Estimation* (1986); D. W. Scott, *Multivariate Density
///   Estimation* (1992); S. J. Sheather and M. C. Jones, *JRSS B* 53 (1991), 683–690.
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
    /// The width that the data's own curvature asks for: Sheather and Jones' solution of the equation.
    case sheatherJones
    /// A standard deviation of the kernel, in the column's unit.
    case width(Double)
  }

  /// Where the density is told, ascending; see ``DensityPlaces``.
  package let positions: [Double]
  /// The density at each position.
  package let densities: [Double]
  /// The standard deviation of each kernel.
  package let bandwidth: Double
  /// How many values.
  package let n: Int
  /// Whether the positions are close enough for the bandwidth, so that straight lines between them
  /// have the density's area to 1 %.
  package let isClose: Bool

  /// The most values that are summed one by one; more are first put on a fine grid.
  static let exactLimit = 5000

  /// Estimates the density of a column's doubles; see the other initialiser.
  package init(
    _ values: [Double], bandwidth rule: Bandwidth = .scott, points: Int? = nil, cut: Double = 3,
    within bounds: ClosedRange<Double>? = nil
  ) throws(StatisticsError) {
    try self.init(Sample(values), bandwidth: rule, points: points, cut: cut, within: bounds)
  }

  /// Estimates the density of a sample from `cut` bandwidths below the smallest value to as many
  /// above the largest: at `points` even places, or, where that is nil, at as many as the kernels
  /// need, at least 256 and a quarter of a bandwidth apart.
  ///
  /// Up to 5,000 values the sum is exact; beyond, values are shared linearly between grid points
  /// an eightieth of a bandwidth apart at most, which changes a density by less than 0.002 % of the
  /// highest.
  ///
  /// Within bounds, which may be infinite on one side, what a kernel has beyond a bound is reflected
  /// at it once, so that the area within stays 1 (Silverman 1986, section 2.10).
  package init(
    _ sample: Sample, bandwidth rule: Bandwidth = .scott, points: Int? = nil, cut: Double = 3,
    within bounds: ClosedRange<Double>? = nil
  ) throws(StatisticsError) {
    try need(2, of: sample.count)
    guard let low = sample.min, let high = sample.max, low < high else { throw .constant }
    guard points ?? 2 > 1 else { throw .invalidParameter("a density has at least 2 points") }
    guard cut >= 0 else { throw .invalidParameter("a density is cut 0 or more bandwidths off") }
    let width = try rule.width(for: sample)
    if let bounds, low < bounds.lowerBound || high > bounds.upperBound {
      throw .invalidParameter("values beyond the density's bounds")
    }
    let (from, to) = (
      Swift.max(low - cut * width, bounds?.lowerBound ?? -.infinity),
      Swift.min(high + cut * width, bounds?.upperBound ?? .infinity)
    )
    let places =
      points.map { DensityPlaces(from: from, to: to, count: $0, bandwidth: width) }
      ?? DensityPlaces(from: from, to: to, values: sample.values, bandwidth: width)
    guard let places else { throw .outOfRange }
    let values = bounds.map { sample.values.reflected(at: $0, reach: 9 * width) } ?? sample.values
    positions = places.runs.flatMap(\.places)
    densities = KernelSums(bandwidth: width, n: sample.count).densities(of: values, at: places.runs)
    (bandwidth, n, isClose) = (width, sample.count, places.isClose)
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
      case .sheatherJones: try SheatherJones(sample, deviation: deviation).width()
      case .robust: 0.9 * RobustSpread.deviation(sample, atMost: deviation) * pow(n, -0.2)
      case .width(let width): width
      }
    guard width > 0, width.isFinite else { throw .invalidParameter("a bandwidth is above 0") }
    return width
  }
}

extension [Double] {
  /// The values and what they are in the mirrors of finite bounds, as far as kernels reach beyond.
  fileprivate func reflected(at bounds: ClosedRange<Double>, reach: Double) -> [Double] {
    var all = self
    for bound in [bounds.lowerBound, bounds.upperBound] where bound.isFinite {
      for value in self where abs(value - bound) < reach { all.append(2 * bound - value) }
    }
    return all
  }
}
