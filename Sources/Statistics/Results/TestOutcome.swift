/// What a test gave, or why it gave nothing: the common shape that tables and `results.json` print.
package struct TestOutcome: Hashable, Sendable {
  /// The test's name in specs, such as `welch_t`.
  package let name: String
  /// The test's name in print.
  package let title: String
  /// The letter of the statistic.
  package let symbol: String
  /// The convention in one line, for a footnote.
  package let method: String
  /// The test statistic; nil where the test is undefined or has none.
  package let statistic: Double?
  /// What the test estimates with its interval; nil where it only tests or is undefined.
  package let estimate: TestEstimate?
  /// None, one, or numerator and denominator.
  package let degreesOfFreedom: [Double]
  /// The p-value; nil where the test is undefined.
  package let p: Double?
  /// Why the test, or a part of it such as the statistic, is undefined; nil where all is defined.
  package let reason: StatisticsError?

  /// Makes a test and keeps what came of it.
  package init<Test: HypothesisTest>(of make: () throws(StatisticsError) -> Test) {
    name = Test.name
    title = Test.title
    symbol = Test.symbol
    do throws(StatisticsError) {
      let test = try make()
      method = test.methodUsed
      statistic = test.hasStatistic ? test.statistic : nil
      estimate = test.estimate
      degreesOfFreedom = test.degreesOfFreedom
      p = test.p
      reason = TestOutcome.partialReason(statistic, estimate)
    } catch {
      method = Test.method
      statistic = nil
      estimate = nil
      degreesOfFreedom = []
      p = nil
      reason = error
    }
  }

  /// Why a statistic or an estimate is missing beside a p-value.
  private static func partialReason(_ statistic: Double?, _ estimate: TestEstimate?)
    -> StatisticsError?
  {
    guard let estimate else { return statistic == nil ? .noStatistic : nil }
    guard estimate.value.isFinite else { return .infiniteEstimate }
    guard let interval = estimate.interval else { return .noInterval }
    if !interval.isBounded { return .unboundedInterval }
    return statistic == nil ? .noStatistic : nil
  }
}

extension HypothesisTest {
  package var hasStatistic: Bool { true }
  package var estimate: TestEstimate? { nil }
  /// The convention of this very result, where it depends on the data (exact or approximate).
  package var methodUsed: String { Self.method }
}
