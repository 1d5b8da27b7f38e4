import Statistics
import TestSupport
import Testing

@Suite struct KruskalWallisTests {
  /// Expected values: SciPy 1.17.1, `kruskal(*groups)`.
  @Test(arguments: Case.all("more"))
  func agreesWithSciPy(_ set: Case) throws {
    let (groups, expected) = (try set.groups(), try set.expected())
    let test = try KruskalWallis(groups.map { Sample($0) })
    expectClose(test.h, expected["h"])
    expectClose(test.p, expected["h p"])
  }

  @Test func equalValuesThroughoutSayWhy() {
    #expect(throws: StatisticsError.constant) { try KruskalWallis([Sample([2, 2]), Sample([2])]) }
    #expect(throws: StatisticsError.tooFewGroups(needed: 2, got: 1)) {
      try KruskalWallis([Sample([1, 2]), Sample([])])
    }
  }
}
