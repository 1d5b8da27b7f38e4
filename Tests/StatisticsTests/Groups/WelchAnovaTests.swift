import Statistics
import TestSupport
import Testing

@Suite struct WelchAnovaTests {
  /// Expected values: SciPy 1.17.1, `f_oneway(*groups, equal_var=False)`.
  @Test(arguments: Case.all("more"))
  func agreesWithSciPy(_ set: Case) throws {
    let (groups, expected) = (try set.groups(), try set.expected())
    let test = try WelchAnova(groups.map { Sample($0) })
    expectClose(test.f, expected["welch f"])
    expectClose(test.p, expected["welch p"])
  }

  @Test func twoGroupsGiveTheSquareOfWelchsT() throws {
    let (x, y) = ([1.0, 4, 2, 8], [3.0, 9, 7])
    let (anova, t) = (try WelchAnova([Sample(x), Sample(y)]), try WelchTTest(x, y))
    expectClose(anova.f, t.t * t.t)
    expectClose(anova.degreesOfFreedom, [1, t.df])
  }

  @Test(
    arguments: [
      ([[1, 2], [3]], .tooFew(needed: 2, got: 1)), ([[1, 2], [3, 3]], .constantGroups),
    ] as [([[Double]], StatisticsError)])
  func whatCannotBeComparedSaysWhy(_ groups: [[Double]], _ error: StatisticsError) {
    #expect(throws: error) { try WelchAnova(groups.map { Sample($0) }) }
  }
}
