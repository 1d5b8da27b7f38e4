/// Cohen's d of pairs: the mean of the differences in units of their standard deviation.
///
/// - Shape: at least 2 pairs whose differences have spread.
/// - Source: J. Cohen, *Statistical Power Analysis* (1988), his d_z; the interval inverts the noncentral
///   t distribution.
package struct PairedCohenD: EffectSize {
  package static let name = "cohen_d_paired"
  package static let title = "Cohen's d of pairs"
  package static let symbol = "d"
  package static let method =
    "over the SD of the differences; interval from the noncentral t distribution"

  package let value: Double
  package let interval: Interval?

  /// The effect in the differences of pairs.
  package init(differences: Sample, level: Double = 0.95) throws(StatisticsError) {
    let test = try PairedTTest(differences: differences, level: level)
    let scale = 1 / Double(test.n).squareRoot()
    value = test.t * scale
    interval = Noncentrality.t(test.t, df: test.df, level: level).flatMap {
      Interval(
        low: $0.low * scale, high: $0.high * scale, level: level, method: "noncentral t")
    }
  }
}
