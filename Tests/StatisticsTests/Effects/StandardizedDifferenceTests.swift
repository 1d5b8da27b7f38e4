import Frame
import Statistics
import TestSupport
import Testing

@Suite struct StandardizedDifferenceTests {
  /// Expected values: |x̄₁ − x̄₂| / √((s₁² + s₂²)/2) in numpy 2.4.6.
  @Test(arguments: Case.all("two", in: "groups"))
  func agreesWithItsFormula(_ set: Case) throws {
    let samples = try set.groups().map { Sample($0) }
    expectClose(try StandardizedDifference(samples[0], samples[1]).value, try set.expected()["smd"])
  }

  /// Expected values: numpy 2.4.6, `(p - q) @ linalg.solve(S, p - q)` of the two rows' shares.
  @Test func categoriesAgreeWithTheMatrixFormula() throws {
    for set in Case.all("table", in: "groups") {
      guard let expected = try set.expected().values["smd"] else { continue }
      expectClose(try StandardizedDifference(largestOf: set.table()).value, expected)
    }
  }

  @Test func theLargestPairStandsForMoreGroups() throws {
    let samples = [Sample([1, 2, 3]), Sample([2, 3, 4]), Sample([7, 8, 9])]
    let largest = try StandardizedDifference(largestOf: samples)
    expectClose(largest.value, 6)
  }

  @Test func groupsWithoutSpreadSayWhy() {
    #expect(throws: StatisticsError.constantGroups) {
      try StandardizedDifference(Sample([1, 1]), Sample([2, 2]))
    }
    #expect(throws: StatisticsError.constantGroups) {
      try StandardizedDifference(counts: [3, 0], [0, 4])
    }
  }
}
