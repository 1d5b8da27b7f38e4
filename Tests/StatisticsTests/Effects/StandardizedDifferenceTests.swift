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

  /// A matrix of all categories squared would take 3 GB here.
  @Test func manyCategoriesTakeNoMatrix() throws {
    let first = (0..<20_000).map { _ in 1 }
    let second = (0..<20_000).map { 1 + $0 % 2 * 2 }
    // Shares p = 1/k and q = 1/(2k) or 3/(2k): Σ(p−q)²/(p+q) = 2/15 and Σpq/(p+q) = 7/15.
    expectClose(
      try StandardizedDifference(counts: first, second).value, (2.0 / 7).squareRoot(),
      relative: 1e-12)
  }

  @Test func pairsWithoutAValueAreLeftOutAndCounted() throws {
    let samples = [Sample([1, 2, 3]), Sample([5]), Sample([7, 8, 9])]
    let largest = try StandardizedDifference(largestOf: samples)
    expectClose(largest.value, 6)
    #expect(largest.partialReason == .undefinedPairs(count: 2, of: 3))
    #expect(throws: StatisticsError.tooFew(needed: 2, got: 1)) {
      try StandardizedDifference(largestOf: [Sample([1]), Sample([2])])
    }
  }
}
