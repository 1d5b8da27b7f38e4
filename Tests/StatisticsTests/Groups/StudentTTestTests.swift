import Statistics
import TestSupport
import Testing

@Suite struct StudentTTestTests {
  /// Expected values: SciPy 1.17.1, `ttest_ind(x, y)` and its `confidence_interval()`.
  @Test(arguments: Case.all("two"))
  func agreesWithSciPy(_ set: Case) throws {
    let (groups, expected) = (try set.groups(), try set.expected())
    let test = try StudentTTest(groups[0], groups[1])
    expectClose(test.t, expected["student t"])
    #expect(test.df == expected["student df"])
    expectClose(test.p, expected["student p"])
    expectClose(test.interval?.low, expected["student low"])
    expectClose(test.interval?.high, expected["student high"])
  }

  @Test func oneValueMayStandAgainstMany() throws {
    #expect(try StudentTTest([5], [1, 2, 3]).df == 2)
    #expect(throws: StatisticsError.tooFew(needed: 3, got: 2)) { try StudentTTest([5], [1]) }
  }
}
