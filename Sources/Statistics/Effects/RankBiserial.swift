/// The rank-biserial correlation: for two samples Cliff's delta under its other name, for pairs the
/// ranks of positive minus those of negative differences over all.
///
/// - Shape: as of ``CliffsDelta`` or ``Wilcoxon``.
/// - Source: E. Cureton, *Psychometrika* 21 (1956), 287–290; D. S. Kerby, *Comprehensive Psychology* 3
///   (2014), for pairs.
package struct RankBiserial: EffectSize {
  package static let name = "rank_biserial"
  package static let title = "Rank-biserial correlation"
  package static let symbol = "r"
  package static let method = "share of ranks in favour minus against; interval for samples only"

  package let value: Double
  /// That of Cliff's delta; nil for pairs.
  package let interval: Interval?
  package let partialReason: StatisticsError?

  /// The effect between two samples.
  package init(_ x: Sample, _ y: Sample, level: Double = 0.95) throws(StatisticsError) {
    let delta = try CliffsDelta(x, y, level: level)
    (value, interval, partialReason) = (delta.value, delta.interval, delta.partialReason)
  }

  /// The effect in the differences of pairs.
  package init(differences: Sample) throws(StatisticsError) {
    value = try Wilcoxon(differences: differences).rankBiserial
    (interval, partialReason) = (nil, .noInterval)
  }
}
