import Statistics
import TestSupport
import Testing

@Suite struct CohenDTests {
  /// Expected values: SciPy 1.17.1, t of `ttest_ind` times √(1/n₁ + 1/n₂); limits by `brentq` on
  /// `nct.sf` and `nct.cdf`.
  @Test(arguments: Case.all("two"))
  func agreesWithSciPy(_ set: Case) throws {
    let (groups, expected) = (try set.groups().map { Sample($0) }, try set.expected())
    let d = try CohenD(groups[0], groups[1])
    expectClose(d.value, expected["d"])
    expectClose(d.interval?.low, expected["d low"], relative: 1e-9)
    expectClose(d.interval?.high, expected["d high"], relative: 1e-9)
  }

  @Test func largeSamplesHaveAnInterval() throws {
    let x = (0..<50_000).map { Double($0 % 101) }
    let d = try CohenD(Sample(x), Sample(x.map { $0 + 40 }))
    let interval = try #require(d.interval)
    #expect(interval.low < d.value && d.value < interval.high)
    #expect(interval.high - interval.low < 0.1)
  }
}
