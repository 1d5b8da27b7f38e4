import Statistics
import TestSupport
import Testing

@Suite struct CumulativeTests {
  /// Expected values: pandas 3.1.1, `Series.cumsum()`.
  @Test(arguments: Case.all("series"))
  func agreesWithPandas(_ set: Case) throws {
    expectClose(Cumulative(try set.values()).values, try set.expected().list("cumulative"))
  }

  @Test func aSumBeyondTheDoublesIsMissingAndHarmsNoLaterOne() {
    let sums = Cumulative([1e308, 1e308, -1e308, -1e308, 1.1]).values
    #expect(sums[0] == 1e308 && sums[1].isNaN && sums[2] == 1e308)
    #expect(sums[3] == 0 && sums[4] == 1.1)
  }

  @Test func roundingDoesNotPileUp() {
    let sums = Cumulative(Array(repeating: 0.1, count: 100_000)).values
    expectClose(sums.last, 10_000, relative: 1e-15)
  }
}
