/// A quantile of a column, by a named rule.
///
/// - Shape: one column of at least one value.
/// - Units: the column's.
/// - Missing: absent and infinite values are left out.
/// - Source: R. J. Hyndman and Y. Fan, *The American Statistician* 50 (1996), 361–365.
package struct Quantile: Statistic {
  package static let name = "quantile"
  package static let title = "Quantile"
  package static let method = "R-7: linear between values at place 1 + (n − 1)p"

  /// The quantile.
  package let value: Double
  /// The share of values at or below it.
  package let probability: Double
  /// The rule between two values.
  package let kind: QuantileKind
  /// How many values.
  package let n: Int

  /// The quantile of a column's doubles, where NaN is a missing value.
  package init(_ values: [Double], at probability: Double, kind: QuantileKind = .r7)
    throws(StatisticsError)
  {
    try self.init(Sample(values), at: probability, kind: kind)
  }

  /// The quantile of a sample.
  package init(_ sample: Sample, at probability: Double, kind: QuantileKind = .r7)
    throws(StatisticsError)
  {
    guard (0...1).contains(probability) else {
      throw .invalidParameter("a quantile's probability is from 0 to 1")
    }
    try need(1, of: sample.count)
    let selection = Selection(sample.distances)
    value = sample.gauge.value(
      at: kind.value(probability, of: sample.count) { selection.value(atPlace: $0) })
    self.probability = probability
    self.kind = kind
    n = sample.count
  }

  /// The median of finite values in any order; nil without values.
  static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    return Selection(values).value(atPlace: Double(values.count - 1) / 2)
  }

  /// What lies a share of the way from one value up to the next.
  static func between(_ a: Double, _ b: Double, share: Double) -> Double {
    let distance = b - a
    // The distance of values of opposite sign may leave the range of doubles.
    return distance.isFinite ? a + distance * share : a * (1 - share) + b * share
  }
}
