#if canImport(Glibc)
  import Glibc
#endif

/// The t statistic of a coefficient whose t = r√(n − 2)/√(1 − r²) has n − 2 degrees of freedom.
struct CorrelationTest {
  /// t; nil where r is −1 or 1 (t is infinite) or there are fewer than three pairs.
  let t: Double?
  /// The two-sided p-value; nil for fewer than three pairs.
  let p: Double?

  init(r: Double, n: Int) {
    guard n > 2 else {
      (t, p) = (nil, nil)
      return
    }
    guard abs(r) < 1 else {
      (t, p) = (nil, 0)
      return
    }
    let df = Double(n - 2)
    // (1 − r)(1 + r) keeps the digits that 1 − r² loses near 1.
    let t = r * (df / ((1 - r) * (1 + r))).squareRoot()
    self.t = t
    p = StudentTDistribution(df).twoSided(t)
  }
}

extension Interval {
  /// tanh(atanh r ± z·error): an interval that keeps within −1 and 1.
  static func fisher(r: Double, error: Double, level: Double, method: String) -> Interval? {
    let reach = NormalDistribution.critical(level: level) * error
    return Interval(
      low: tanh(atanh(r) - reach), high: tanh(atanh(r) + reach), level: level, method: method)
  }
}
