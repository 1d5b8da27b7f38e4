import CBoostMath

/// Hedges' g: Cohen's d without its bias in small samples.
///
/// - Shape: two independent samples of at least 1 value each and 4 together.
/// - Missing: absent and infinite values are left out of each sample.
/// - Source: L. V. Hedges, *Journal of Educational Statistics* 6 (1981), 107–128; the exact factor
///   Γ(m/2) / (√(m/2) Γ((m − 1)/2)), m = n₁ + n₂ − 2.
package struct HedgesG: EffectSize {
  package static let name = "hedges_g"
  package static let title = "Hedges' g"
  package static let symbol = "g"
  package static let method = "Cohen's d and its interval times the exact bias factor"

  package let value: Double
  package let interval: Interval?
  /// What d was multiplied by, below 1.
  package let factor: Double

  /// The effect between two samples, first minus second.
  package init(_ x: Sample, _ y: Sample, level: Double = 0.95) throws(StatisticsError) {
    try need(4, of: x.count + y.count)
    let d = try CohenD(x, y, level: level)
    let half = Double(x.count + y.count - 2) / 2
    factor = 1 / (half.squareRoot() * bs_gamma_half_ratio(half - 0.5))
    value = d.value * factor
    interval = d.interval.flatMap { [factor] in
      Interval(low: $0.low * factor, high: $0.high * factor, level: level, method: $0.method)
    }
  }
}
