import Statistics
import TestSupport
import Testing

@Suite struct WelchTTestTests {
  /// Expected values: SciPy 1.17.1, `ttest_ind(x, y, equal_var=False)` and its
  /// `confidence_interval()`.
  @Test(arguments: Case.all("two"))
  func agreesWithSciPy(_ set: Case) throws {
    let (groups, expected) = (try set.groups(), try set.expected())
    let test = try WelchTTest(groups[0], groups[1])
    expectClose(test.t, expected["welch t"])
    expectClose(test.df, expected["welch df"])
    expectClose(test.p, expected["welch p"])
    expectClose(test.interval?.low, expected["welch low"])
    expectClose(test.interval?.high, expected["welch high"])
  }

  @Test func swappingTheSamplesTurnsTheSign() throws {
    let (x, y) = ([1.0, 2, 4], [3.0, 3.5, 8, 9])
    let (first, second) = (try WelchTTest(x, y), try WelchTTest(y, x))
    expectClose(second.t, -first.t)
    expectClose(second.p, first.p)
  }

  @Test(
    arguments: [
      ([1], [1, 2], .tooFew(needed: 2, got: 1)), ([1, 1], [2, 2], .constantGroups),
      ([], [1, 2], .tooFew(needed: 2, got: 0)),
    ] as [([Double], [Double], StatisticsError)])
  func whatCannotBeComparedSaysWhy(_ x: [Double], _ y: [Double], _ error: StatisticsError) {
    #expect(throws: error) { try WelchTTest(x, y) }
  }
}
