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
  /// Why the effect size is undefined; nil where it is defined.
  package let reason: StatisticsError?

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
      reason = nil
    } catch {
      value = nil
      interval = nil
      reason = error
    }
  }
}
