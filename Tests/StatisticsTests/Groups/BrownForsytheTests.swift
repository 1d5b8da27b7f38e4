import Statistics
import TestSupport
import Testing

@Suite struct BrownForsytheTests {
  /// Expected values: SciPy 1.17.1, `levene(*groups, center="median")`.
  @Test(arguments: Case.all("post hoc", in: "groups"))
  func agreesWithSciPy(_ set: Case) throws {
    let (groups, expected) = (try set.groups(), try set.expected())
    let test = try BrownForsythe(groups.map { Sample($0) })
    expectClose(test.f, expected["levene"], relative: 1e-11)
    expectClose(test.p, expected["levene p"], relative: 1e-11)
  }

  @Test func constantGroupsSayWhy() {
    #expect(throws: StatisticsError.constantGroups) {
      try BrownForsythe([Sample([1, 1]), Sample([2, 2])])
    }
  }
}
