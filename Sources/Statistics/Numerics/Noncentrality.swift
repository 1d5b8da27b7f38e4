import CBoostMath

/// Confidence limits of a noncentrality parameter, by inverting a noncentral distribution.
///
/// - Source: J. H. Steiger, *Psychological Methods* 9 (2004), 164–182; G. Cumming and S. Finch,
///   *Educational and Psychological Measurement* 61 (2001), 532–574.
enum Noncentrality {
  /// The limits for a t statistic; nil where the distribution does not converge.
  static func t(_ t: Double, df: Double, level: Double) -> (low: Double, high: Double)? {
    let tail = (1 - level) / 2
    // The large-sample spread of the limits around t.
    let step = (1 + t * t / (2 * df)).squareRoot()
    let low = root(near: t, step: step) { bs_noncentral_t_survival(t, df, $0) - tail }
    let high = root(near: t, step: step) { tail - bs_noncentral_t_cdf(t, df, $0) }
    return both(low, high)
  }

  /// The limits for an F statistic, 0 where the statistic lies below what none would give.
  static func f(_ f: Double, _ df: (Double, Double), level: Double) -> (low: Double, high: Double)?
  {
    let centre = f * df.0
    let step = 2 * (centre + df.0 + centre * centre / (2 * df.1)).squareRoot()
    return limits(centre: centre, step: step, level: level) {
      (bs_noncentral_f_cdf(f, df.0, df.1, $0), bs_noncentral_f_survival(f, df.0, df.1, $0))
    }
  }

  /// The limits for a chi-squared statistic, 0 where it lies below what none would give.
  static func chiSquared(_ x: Double, df: Double, level: Double) -> (low: Double, high: Double)? {
    limits(centre: x, step: 2 * (x + df).squareRoot(), level: level) {
      (bs_noncentral_chi_squared_cdf(x, df, $0), bs_noncentral_chi_squared_survival(x, df, $0))
    }
  }

  private static func limits(
    centre: Double, step: Double, level: Double,
    _ tails: (Double) -> (cdf: Double, survival: Double)
  ) -> (low: Double, high: Double)? {
    let tail = (1 - level) / 2
    let atZero = tails(0)
    guard !atZero.cdf.isNaN, !atZero.survival.isNaN else { return nil }
    // With no noncentrality the statistic may already lie in the tail: then the limit is 0.
    let low =
      atZero.survival >= tail
      ? 0 : root(near: centre, step: step, atLeast: 0) { tails($0).survival - tail }
    let high =
      atZero.cdf <= tail ? 0 : root(near: centre, step: step, atLeast: 0) { tail - tails($0).cdf }
    return both(low, high)
  }

  private static func both(_ low: Double?, _ high: Double?) -> (low: Double, high: Double)? {
    low.flatMap { low in high.map { (low, $0) } }
  }

  /// Where an ascending function is 0, to the last digit; nil where it is NaN on the way there.
  ///
  /// The ends are stepped out from the middle and not taken far off, where the series fail.
  private static func root(
    near centre: Double, step: Double, atLeast floor: Double = -.infinity,
    _ f: (Double) -> Double
  ) -> Double? {
    var (low, high) = (max(centre - step, floor), centre + step)
    var reach = step
    while f(low) > 0, low > floor {
      reach *= 1.5
      (low, high) = (max(low - reach, floor), low)
    }
    reach = step
    while f(high) < 0, high < .greatestFiniteMagnitude {
      reach *= 1.5
      (low, high) = (high, high + reach)
    }
    guard f(low) <= 0, f(high) >= 0 else { return nil }
    return halved(low, high, f)
  }

  private static func halved(_ from: Double, _ to: Double, _ f: (Double) -> Double) -> Double? {
    var (low, high) = (from, to)
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      let value = f(middle)
      guard !value.isNaN else { return nil }
      if value < 0 { low = middle } else { high = middle }
    }
  }
}
