/// A named result value made once from columns, with every intermediate that a reader may print.
///
/// Table, chart, caption and alt text read the same value.
///
/// A statistic without a value throws ``StatisticsError`` from its initialiser, or holds nil with
/// the reason beside it where only a part of it is undefined. No result holds NaN, save in a series
/// that marks missing rows so.
package protocol Statistic: Hashable, Sendable {
  /// The name in specs and in `results.json`, such as `welch_t`.
  static var name: String { get }
  /// The name in print, such as "Welch's t-test".
  static var title: String { get }
  /// The convention in one line, for a footnote.
  static var method: String { get }
}

/// A test of a null hypothesis.
package protocol HypothesisTest: Statistic {
  /// The letter of the test statistic, such as `t`.
  static var symbol: String { get }
  /// The value of the test statistic.
  var statistic: Double { get }
  /// Whether the test has a statistic beside its p-value; an exact test may have none.
  var hasStatistic: Bool { get }
  /// What the test estimates with its interval, such as a difference of means; nil where it only
  /// tests.
  var estimate: TestEstimate? { get }
  /// Its degrees of freedom: none, one, or numerator and denominator.
  var degreesOfFreedom: [Double] { get }
  /// The probability of a statistic at least so extreme under the null hypothesis; two-sided where
  /// the statistic has sides.
  var p: Double { get }
}

/// The size of an effect, with its interval.
package protocol EffectSize: Statistic {
  /// The letter of the effect size, such as `d`.
  static var symbol: String { get }
  /// The estimate.
  var value: Double { get }
  /// Its confidence interval; nil where it cannot be told.
  var interval: Interval? { get }
  /// Why a part of the result, such as the interval, is undefined while the estimate is not.
  var partialReason: StatisticsError? { get }
  /// Whether ½ was added to each cell of the table, as one was 0.
  var isAdjusted: Bool { get }
}
