import Statistics
import TestSupport
import Testing

@Suite struct MeanSpreadTests {
  private let sample = [3.1, 4.7, 2.2, .nan, 9.8, 5.5, 4.9, 6.1]

  /// Expected values: NumPy 2.4.6 `x.std(ddof=1)`, SciPy 1.17.1 `stats.sem(x)` and
  /// `stats.t.interval(level, 6, loc=x.mean(), scale=stats.sem(x))`.
  @Test(arguments: [
    (MeanSpread.Kind.sd, 0.95, 2.7427457558115287, 7.628682815617044),
    (.se, 0.95, 4.262358972731464, 6.109069598697108),
    (.ci, 0.95, 2.9263452275589374, 7.445083343869634),
    (.ci, 0.9, 3.3914684496170278, 6.979960121811542),
  ])
  func limitsAgreeWithSciPy(_ kind: MeanSpread.Kind, _ level: Double, _ low: Double, _ high: Double)
    throws
  {
    let spread = try MeanSpread(sample, kind: kind, level: level)
    #expect(spread.n == 7)
    expectClose(spread.mean, 5.185714285714286, relative: 1e-15)
    expectClose(spread.low, low, relative: 1e-13)
    expectClose(spread.high, high, relative: 1e-13)
  }

  @Test func aSingleValueHasAMeanAndNoLimits() throws {
    let spread = try MeanSpread([2, .nan], kind: .ci)
    #expect(spread.mean == 2 && spread.low == nil && spread.high == nil)
  }

  @Test func noValuesHaveNoMean() {
    #expect(throws: StatisticsError.tooFew(needed: 1, got: 0)) { try MeanSpread([.nan], kind: .sd) }
  }

  @Test func limitsBeyondTheDoublesAreNone() throws {
    let spread = try MeanSpread([-1.7e308, 1.7e308], kind: .ci)
    #expect(spread.low == nil && spread.high == nil)
  }
}
