import Glibc

/// The studentised range: the largest minus the smallest of some standard normal values, over an
/// independent standard deviation with its degrees of freedom.
///
/// Both integrals of the distribution run over analytic integrands that fall off at least
/// exponentially; there the trapezium rule converges exponentially, and the steps below leave less
/// than 1e-13 of the result. Tails are summed as they are, never taken from 1.
///
/// - Source: H. O. Hartley, *Biometrika* 32 (1942), 334–348; L. N. Trefethen and J. A. C. Weideman,
///   *SIAM Review* 56 (2014), 385–458, for the trapezium rule.
package struct StudentizedRangeDistribution: Hashable, Sendable {
  /// How many values have the range, at least 2.
  package let groups: Int
  /// The degrees of freedom of the standard deviation, above 0.
  package let degreesOfFreedom: Double

  /// The range of so many values over a standard deviation of so many degrees of freedom.
  package init(groups: Int, degreesOfFreedom: Double) {
    self.groups = groups
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(Q > q).
  package func survival(_ q: Double) -> Double {
    guard !q.isNaN else { return .nan }
    guard q > 0 else { return 1 }
    guard q.isFinite else { return 0 }
    let step = Swift.min(0.1, 0.5 / (2 * degreesOfFreedom).squareRoot())
    var sums = ScaledSums()
    sums.walk(from: 0, by: step) { (scaleDensity($0), rangeSurvival(q * exp($0))) }
    sums.walk(from: -step, by: -step) { (scaleDensity($0), rangeSurvival(q * exp($0))) }
    // Over the sum of the density, which spares its gamma function.
    return Swift.min(1, sums.product / sums.weight)
  }

  /// The q with P(Q > q) = 1 − level.
  package func critical(level: Double) -> Double {
    let tail = log(1 - level)
    var low = (q: 0.0, excess: -tail)
    var high = (q: 4.0, excess: log(survival(4)) - tail)
    while high.excess > 0, high.q < 1e9 {
      low = high
      high.q *= 2
      high.excess = log(survival(high.q)) - tail
    }
    // False position, halving the excess of an end that stays (Illinois).
    var side = 0
    for _ in 0..<100 where high.q - low.q > 1e-15 * high.q {
      let q = (low.excess * high.q - high.excess * low.q) / (low.excess - high.excess)
      let excess = log(survival(q)) - tail
      if abs(excess) < 1e-14 || q == low.q || q == high.q { return q }
      if excess > 0 {
        low = (q, excess)
        if side == 1 { high.excess /= 2 }
        side = 1
      } else {
        high = (q, excess)
        if side == -1 { low.excess /= 2 }
        side = -1
      }
    }
    return (low.q + high.q) / 2
  }

  /// The density of u = log of the standard deviation, without its constant: 1 at u = 0.
  private func scaleDensity(_ u: Double) -> Double {
    exp(-degreesOfFreedom / 2 * (expm1(2 * u) - 2 * u))
  }

  /// P(range > w) of standard normal values: z runs over the largest of them,
  /// k ∫ φ(z) (Φ(z)ᵏ⁻¹ − (Φ(z) − Φ(z − w))ᵏ⁻¹) dz.
  private func rangeSurvival(_ w: Double) -> Double {
    guard w < 76 else { return 0 }
    let k = Double(groups)
    let step = Swift.min(0.4, 0.7 / k.squareRoot())
    // Nine standard deviations around where the largest and the smallest lie alike far out.
    let steps = Int((9 / step).rounded(.up))
    var sum = 0.0
    for place in -steps...steps {
      let z = w / 2 + Double(place) * step
      let (all, below) = (lowerTail(z), lowerTail(z - w))
      guard all > 0 else { continue }
      let share = -expm1((k - 1) * log1p(-Swift.min(1, below / all)))
      sum += exp(-z * z / 2 + (k - 1) * log(all)) * share
    }
    return Swift.min(1, sum * step * k / (2 * Double.pi).squareRoot())
  }

  private func lowerTail(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }
}

/// Sums of weights and of weighted values along a line, to where neither adds anything more.
private struct ScaledSums {
  private(set) var weight = 0.0
  private(set) var product = 0.0

  mutating func walk(from: Double, by step: Double, _ term: (Double) -> (Double, Double)) {
    var last = 0.0
    for index in 0..<1_000_000 {
      let (weight, value) = term(from + Double(index) * step)
      let product = weight * value
      self.weight += weight
      self.product += product
      let isFalling = product < last || product == 0 && last == 0 && weight < 1e-290
      if isFalling, weight <= 1e-18 * self.weight, product <= 1e-18 * self.product { return }
      last = product
    }
  }
}
