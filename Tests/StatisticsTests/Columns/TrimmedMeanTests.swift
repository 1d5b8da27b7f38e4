import Statistics
import TestSupport
import Testing

@Suite struct TrimmedMeanTests {
  /// Expected values: mpmath 1.4.1 with 60 digits; SciPy 1.17.1 `trim_mean(x, share)` agrees.
  @Test(arguments: Case.all("trimmed_mean", in: "core"))
  func agreesWithTheReference(_ set: Case) throws {
    let (values, expected) = (try set.values(), try set.expected())
    for share in [0, 0.1, 0.2, 0.25, 0.49] {
      let result = try TrimmedMean(values, share: share)
      expectClose(result.value, expected["\(share)"], relative: 1e-14, "share \(share)")
    }
  }

  @Test func whatIsCutIsCounted() throws {
    let result = try TrimmedMean([9, 1, .nan, 5, 100, 3], share: 0.2)
    #expect((result.n, result.cut) == (5, 1))
    expectClose(result.value, 17.0 / 3)
  }

  @Test(arguments: [-0.1, 0.5, .nan])
  func aShareOutsideItsRangeIsAnError(_ share: Double) {
    #expect(throws: StatisticsError.self) { try TrimmedMean([1, 2, 3], share: share) }
  }

  @Test func noValuesHaveNoMean() {
    #expect(throws: StatisticsError.tooFew(needed: 1, got: 0)) { try TrimmedMean([.nan]) }
  }
}
