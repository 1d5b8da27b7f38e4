import CBoostMath

/// Confidence limits of a noncentrality parameter, by inverting a noncentral distribution.
///
/// - Source: J. H. Steiger, *Psychological Methods* 9 (2004), 164–182; G. Cumming and S. Finch,
///   *Educational and Psychological Measurement* 61 (2001), 532–574.
enum Noncentrality {
  /// The limits for a t statistic; nil where the distribution does not converge.
  static func t(_ t: Double, df: Double, level: Double) -> (low: Double, high: Double)? {
    // The limits lie near t ± z·√(1 + t²/2df), its large-sample spread.
    let reach = 2 + 8 * (1 + t * t / (2 * df)).squareRoot()
    let tail = (1 - level) / 2
    let low = root(from: t - reach, to: t + reach) {
      bs_noncentral_t_survival(t, df, $0) - tail
    }
    let high = root(from: t - reach, to: t + reach) { tail - bs_noncentral_t_cdf(t, df, $0) }
    return both(low, high)
  }

  /// The limits for an F statistic, 0 where the statistic lies below what none would give.
  static func f(_ f: Double, _ df: (Double, Double), level: Double) -> (low: Double, high: Double)?
  {
    let centre = f * df.0
    let reach = 10 + 20 * (centre + df.0 + centre * centre / df.1).squareRoot()
    return limits(centre: centre, reach: reach, level: level) {
      (bs_noncentral_f_cdf(f, df.0, df.1, $0), bs_noncentral_f_survival(f, df.0, df.1, $0))
    }
  }

  /// The limits for a chi-squared statistic, 0 where it lies below what none would give.
  static func chiSquared(_ x: Double, df: Double, level: Double) -> (low: Double, high: Double)? {
    limits(centre: x, reach: 10 + 20 * (x + df).squareRoot(), level: level) {
      (bs_noncentral_chi_squared_cdf(x, df, $0), bs_noncentral_chi_squared_survival(x, df, $0))
    }
  }

  private static func limits(
    centre: Double, reach: Double, level: Double,
    _ tails: (Double) -> (cdf: Double, survival: Double)
  ) -> (low: Double, high: Double)? {
    let tail = (1 - level) / 2
    let atZero = tails(0)
    guard !atZero.cdf.isNaN, !atZero.survival.isNaN else { return nil }
    let from = max(0, centre - reach)
    // With no noncentrality the statistic may already lie in the lower tail: then the limit is 0.
    let low =
      atZero.survival >= tail
      ? 0 : root(from: from, to: centre + reach) { tails($0).survival - tail }
    let high =
      atZero.cdf <= tail
      ? 0 : root(from: from, to: centre + reach) { tail - tails($0).cdf }
    return both(low, high)
  }

  private static func both(_ low: Double?, _ high: Double?) -> (low: Double, high: Double)? {
    low.flatMap { low in high.map { (low, $0) } }
  }

  /// Where an ascending function is 0, by halving to the last digit; nil where it is NaN or does not
  /// change its sign between the ends.
  private static func root(from: Double, to: Double, _ f: (Double) -> Double) -> Double? {
    var (low, high) = (from, to)
    guard f(low) <= 0, f(high) >= 0 else { return nil }
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { break }
      let value = f(middle)
      guard !value.isNaN else { return nil }
      if value < 0 { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }
}
