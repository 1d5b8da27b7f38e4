/// Count, mean and centred sums of powers of finite values: what every moment statistic is made of.
///
/// Two passes with compensated sums over the exact distances of a sample. The result is that of exact
/// arithmetic on the given values to within a few roundings, at any offset and in any row order;
/// those of parts merge into those of the whole.
package struct Moments: Hashable, Sendable {
  /// How many values, each as often as its weight says.
  package let count: Int
  /// What distances are counted in.
  package let gauge: Gauge
  /// The mean's distance from the gauge's origin, with the digits that a double has no room for.
  package let offset: DoubleDouble
  /// A power of two that ``m2``, ``m3`` and ``m4`` are measured in, so that they neither overflow
  /// nor vanish; 1 for distances of ordinary size.
  package let unit: Double
  /// The smallest distance; nil where there is none.
  package let nearest: Double?
  /// The largest distance; nil where there is none.
  package let farthest: Double?
  let powers: CentredPowers

  /// Whether there are values and all are equal, exactly.
  package var isConstant: Bool { nearest != nil && nearest == farthest }

  /// The mean in the values' unit; 0 without values.
  package var mean: Double {
    // The very value, not a rounding beside it, so that a constant column has its own mean.
    isConstant ? min ?? 0 : gauge.value(at: offset)
  }

  /// The smallest value; nil where there is none.
  package var min: Double? { nearest.map(gauge.value(at:)) }

  /// The largest value; nil where there is none.
  package var max: Double? { farthest.map(gauge.value(at:)) }

  /// Σ(x − mean)² of the distances, in ``unit``².
  package var m2: Double { powers.second.value }

  /// Σ(x − mean)³ of the distances, in ``unit``³.
  package var m3: Double { powers.third.value }

  /// Σ(x − mean)⁴ of the distances, in ``unit``⁴.
  package var m4: Double { powers.fourth.value }

  /// The moments of a sample, each value as often as its weight says where weights are given: one
  /// for each of the sample's values.
  package init(_ sample: Sample, weights: [Int]? = nil) {
    let largest = Swift.max(abs(sample.nearest ?? 0), abs(sample.farthest ?? 0))
    let unit = Moments.unit(for: largest)
    count = weights.map { $0.reduce(0, +) } ?? sample.count
    gauge = sample.gauge
    self.unit = unit
    (nearest, farthest) = (sample.nearest, sample.farthest)
    if sample.isConstant {
      (offset, powers) = (DoubleDouble(sample.nearest ?? 0), CentredPowers())
    } else {
      let sums =
        weights.map { PowerSums(sample.distances, weights: $0, unit: unit) }
        ?? PowerSums(sample.distances, unit: unit)
      let rest = count > 0 ? DoubleDouble(sums.first) / Double(count) : DoubleDouble(0)
      offset = (DoubleDouble(sums.centre) + rest) * unit
      powers = CentredPowers(sums, movedBy: rest, count: Double(count))
    }
  }

  /// The moments of two parts together.
  ///
  /// - Precondition: both parts have one gauge, as the groups of one column do.
  /// - Source: T. F. Chan, G. H. Golub and R. J. LeVeque, *The American Statistician* 37 (1983),
  ///   242–247; X. Meng, arXiv 1510.04923 (2015), for the higher powers.
  package static func merge(_ a: Moments, _ b: Moments) -> Moments {
    precondition(a.gauge == b.gauge, "parts of one column have one gauge")
    guard a.count > 0, b.count > 0 else { return a.count > 0 ? a : b }
    return Moments(merging: a, b)
  }

  private init(merging a: Moments, _ b: Moments) {
    let unit = Swift.max(a.unit, b.unit)
    // In units, since the distance of the two ends of the doubles' range is no double.
    let (first, second) = (a.offset * (1 / unit), b.offset * (1 / unit))
    let distance = second - first
    count = a.count + b.count
    gauge = a.gauge
    self.unit = unit
    offset = (first + distance * (DoubleDouble(Double(b.count)) / Double(count))) * unit
    nearest = Swift.min(a.nearest ?? .infinity, b.nearest ?? .infinity)
    farthest = Swift.max(a.farthest ?? -.infinity, b.farthest ?? -.infinity)
    powers = CentredPowers(
      merging: (a.powers.scaled(by: a.unit / unit), a.count),
      (b.powers.scaled(by: b.unit / unit), b.count), distance: distance)
  }

  /// The power of two to measure deviations in: 1 unless their fourth powers would leave the range
  /// of doubles.
  static func unit(for largest: Double) -> Double {
    if largest > 0x1p240 || (largest > 0 && largest < 0x1p-240) {
      // Above the subnormal numbers, whose reciprocal is infinite.
      return largest.isFinite ? Swift.max(largest.binade, 0x1p-1000) : 0x1p1023
    }
    return 1
  }

  /// Σ(x − mean)² in the values' unit squared; infinite beyond the range of doubles.
  package var sumOfSquares: Double { gauge.length(gauge.length(m2 * unit * unit)) }

  /// The variance with divisor n − 1; nil for fewer than two values.
  package var variance: Double? { count > 1 ? sumOfSquares / Double(count - 1) : nil }

  /// The standard deviation with divisor n − 1; nil for fewer than two values.
  package var standardDeviation: Double? {
    count > 1 ? gauge.length(unit * (m2 / Double(count - 1)).squareRoot()) : nil
  }

  /// The standard deviation with divisor n; 0 without values.
  package var populationDeviation: Double {
    count > 0 ? gauge.length(unit * (m2 / Double(count)).squareRoot()) : 0
  }

  /// The standard error of the mean; nil for fewer than two values.
  package var standardError: Double? {
    standardDeviation.map { $0 / Double(count).squareRoot() }
  }
}
