/// What an effect size came to, or why it has no value: the common shape that tables and
/// `results.json` print.
package struct EffectOutcome: Hashable, Sendable {
  /// The effect's name in specs, such as `cohen_d`.
  package let name: String
  /// The effect's name in print.
  package let title: String
  /// The letter of the effect size.
  package let symbol: String
  /// The convention in one line, for a footnote.
  package let method: String
  /// The estimate; nil where it is undefined.
  package let value: Double?
  /// The confidence interval; nil where it is undefined.
  package let interval: Interval?
  /// Why the effect size, or a part of it such as the interval, is undefined; nil where all is
  /// defined.
  package let reason: StatisticsError?
  /// Whether ½ was added to each cell of the table, as one was 0.
  package let isAdjusted: Bool

  /// Makes an effect size and keeps what came of it.
  package init<Effect: EffectSize>(of make: () throws(StatisticsError) -> Effect) {
    name = Effect.name
    title = Effect.title
    symbol = Effect.symbol
    method = Effect.method
    do throws(StatisticsError) {
      let effect = try make()
      value = effect.value
      interval = effect.interval
      reason = effect.partialReason
      isAdjusted = effect.isAdjusted
    } catch {
      value = nil
      interval = nil
      reason = error
      isAdjusted = false
    }
  }
}

extension EffectSize {
  package var partialReason: StatisticsError? {
    guard let interval else { return .noInterval }
    return interval.isBounded ? nil : .unboundedInterval
  }
  package var isAdjusted: Bool { false }
}
