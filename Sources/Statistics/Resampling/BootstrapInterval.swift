/// What the replicates of a statistic tell of it: its interval, and the two corrections of BCa.
///
/// - Source: B. Efron, *JASA* 82 (1987), 171–185; B. Efron and R. J. Tibshirani, *An Introduction to
///   the Bootstrap* (1993), chapter 14.
package struct BootstrapInterval: Hashable, Sendable {
  /// How the ends are chosen among the replicates.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The quantiles of the level.
    case percentile
    /// Quantiles corrected for bias and for a spread that changes with the value.
    case bca
  }

  /// The interval; nil where the corrections have no value.
  package let interval: Interval?
  /// The shares of replicates below its ends; nil without an interval.
  package let probabilities: [Double]?
  /// z₀, the normal quantile of the share of replicates below the estimate; nil without BCa.
  package let biasCorrection: Double?
  /// The acceleration, from the jackknife; nil without BCa.
  package let acceleration: Double?

  /// The percentile interval of ascending replicates.
  package init(percentile replicates: SortedSample, level: Double, quantile: QuantileKind = .r7) {
    let probabilities = [(1 - level) / 2, (1 + level) / 2]
    (biasCorrection, acceleration) = (nil, nil)
    self.probabilities = probabilities
    interval = BootstrapInterval.interval(
      replicates, probabilities, level, quantile, method: "bootstrap, percentile")
  }

  /// The BCa interval of ascending replicates around an estimate.
  package init(
    bca replicates: SortedSample, estimate: Double, acceleration: Double, level: Double,
    quantile: QuantileKind = .r7
  ) {
    let below = replicates.values.partitioningIndex { $0 >= estimate }
    let upTo = replicates.values.partitioningIndex { $0 > estimate }
    let share = Double(below + upTo) / Double(2 * replicates.count)
    self.acceleration = acceleration
    guard share > 0, share < 1 else {
      (interval, probabilities, biasCorrection) = (nil, nil, nil)
      return
    }
    let shift = NormalDistribution.quantile(share)
    let reach = NormalDistribution.critical(level: level)
    let probabilities = [-reach, reach].map { z in
      let moved = shift + z
      return NormalDistribution.cdf(shift + moved / (1 - acceleration * moved))
    }
    biasCorrection = shift
    self.probabilities = probabilities
    interval = BootstrapInterval.interval(
      replicates, probabilities, level, quantile, method: "bootstrap, BCa")
  }

  private static func interval(
    _ replicates: SortedSample, _ probabilities: [Double], _ level: Double,
    _ quantile: QuantileKind, method: String
  ) -> Interval? {
    guard let low = replicates.quantile(probabilities[0], kind: quantile),
      let high = replicates.quantile(probabilities[1], kind: quantile)
    else { return nil }
    return Interval(low: low, high: high, level: level, method: method)
  }

  /// The acceleration that a jackknife tells: a sixth of the skewness of the influences, which are
  /// the distances of the left-out estimates from their mean; nil where they are all alike.
  package static func acceleration(jackknife estimates: [Double]) -> Double? {
    let moments = Moments(Sample(estimates))
    guard !moments.isConstant, moments.m2 > 0 else { return nil }
    // Leaving a large value out makes the estimate small: the sign turns.
    return -moments.m3 / (6 * moments.m2 * moments.m2.squareRoot())
  }
}
