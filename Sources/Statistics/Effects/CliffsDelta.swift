/// Cliff's delta: how much more often a value of the first sample is above one of the second than
/// below; from −1 to 1.
///
/// - Shape: two independent samples of at least 1 value each; 2 each for the interval.
/// - Missing: absent and infinite values are left out of each sample.
/// - Source: N. Cliff, *Psychological Bulletin* 114 (1993), 494–509; the interval is the asymmetric
///   one of D. Feng and N. Cliff, *J. Mod. Appl. Stat. Methods* 3 (2004), 322–332, from the
///   consistent variance.
package struct CliffsDelta: EffectSize {
  package static let name = "cliffs_delta"
  package static let title = "Cliff's δ"
  package static let symbol = "δ"
  package static let method = "interval by Feng and Cliff, normal"

  package let value: Double
  /// The confidence interval; nil at −1 and 1, where the variance is 0, and for samples of one.
  package let interval: Interval?
  package let partialReason: StatisticsError?

  /// The effect between two samples.
  package init(_ x: Sample, _ y: Sample, level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    try need(1, of: x.count)
    try need(1, of: y.count)
    let dominance = Dominance(x, y)
    value = dominance.delta
    interval = dominance.interval(level: level)
    partialReason =
      interval != nil
      ? nil
      : abs(value) == 1 ? .groupsApart : .tooFew(needed: 2, got: min(x.count, y.count))
  }
}

/// How often each value of one sample is above and below the values of the other.
private struct Dominance {
  let delta: Double
  private let variance: Double

  init(_ x: Sample, _ y: Sample) {
    let (a, b) = (SortedSample(x).values, SortedSample(y).values)
    let (n1, n2) = (Double(a.count), Double(b.count))
    let (rows, ties) = Dominance.scores(of: a, over: b)
    let (columns, _) = Dominance.scores(of: b, over: a)
    let delta = rows.reduce(0, +) / (n1 * n2)
    var (first, second) = (CompensatedSum(), CompensatedSum())
    for row in rows { first.add((row / n2 - delta) * (row / n2 - delta)) }
    for column in columns { second.add((column / n1 + delta) * (column / n1 + delta)) }
    let all = n1 * n2 - ties - n1 * n2 * delta * delta
    let estimate =
      (n2 * n2 * first.value + n1 * n1 * second.value - all) / (n1 * n2 * (n1 - 1) * (n2 - 1))
    self.delta = delta
    // The estimate can fall below what any sample has; then that bound stands (Cliff 1993).
    variance = max(estimate, (1 - delta * delta) / (n1 * n2 - 1))
  }

  /// For each value of ascending `a`, how many of ascending `b` lie below minus how many above; and
  /// how many pairs are equal.
  private static func scores(of a: [Double], over b: [Double]) -> ([Double], ties: Double) {
    var (below, notAbove, ties) = (0, 0, 0)
    let scores = a.map { value in
      while below < b.count, b[below] < value { below += 1 }
      while notAbove < b.count, b[notAbove] <= value { notAbove += 1 }
      ties += notAbove - below
      return Double(below - (b.count - notAbove))
    }
    return (scores, Double(ties))
  }

  func interval(level: Double) -> Interval? {
    guard abs(delta) < 1, variance.isFinite, variance > 0 else { return nil }
    let z = NormalDistribution.critical(level: level)
    let square = delta * delta
    let spread = z * z * variance
    let reach = z * variance.squareRoot() * ((1 - square) * (1 - square) + spread).squareRoot()
    let (centre, divisor) = (delta - square * delta, 1 - square + spread)
    return Interval(
      low: (centre - reach) / divisor, high: (centre + reach) / divisor, level: level,
      method: "Feng–Cliff")
  }
}
