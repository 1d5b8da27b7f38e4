import Statistics
import TestSupport
import Testing

@Suite struct PairedTTestTests {
  /// Expected values: SciPy 1.17.1, `ttest_rel(x, y)` and its `confidence_interval()`.
  @Test(arguments: Case.all("paired", in: "groups"))
  func agreesWithSciPy(_ set: Case) throws {
    let (pair, expected) = (try set.pair(), try set.expected())
    let test = try PairedTTest(pair.x, pair.y)
    expectClose(test.t, expected["t"])
    #expect(test.df == expected["df"])
    expectClose(test.p, expected["t p"])
    expectClose(test.meanDifference, expected["mean"])
    expectClose(test.deviation, expected["sd"])
    expectClose(test.interval?.low, expected["low"], relative: 1e-11)
    expectClose(test.interval?.high, expected["high"], relative: 1e-11)
  }

  @Test(
    arguments: [
      ([1, 2, 3], [2, 3, 4], StatisticsError.constantDifferences),
      ([1], [2], .tooFew(needed: 2, got: 1)), ([], [], .tooFew(needed: 2, got: 0)),
      ([.nan, 1], [1, .nan], .tooFew(needed: 2, got: 0)), ([1], [1, 2], .lengthsDiffer(1, 2)),
    ] as [([Double], [Double], StatisticsError)])
  func undefinedSaysWhy(_ x: [Double], _ y: [Double], _ reason: StatisticsError) {
    #expect(throws: reason) { try PairedTTest(x, y) }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func exchangedColumnsChangeTheSignOnly(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let x = (0..<20).map { _ in Double.random(in: -5...5, using: &generator) }
    let y = (0..<20).map { _ in Double.random(in: -5...5, using: &generator) }
    let (test, other) = (try PairedTTest(x, y), try PairedTTest(y, x))
    expectClose(test.t, -other.t)
    expectClose(test.p, other.p)
  }
}
