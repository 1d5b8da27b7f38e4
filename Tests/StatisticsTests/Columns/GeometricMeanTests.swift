import Statistics
import TestSupport
import Testing

@Suite struct GeometricMeanTests {
  /// Expected values: mpmath 1.4.1 with 60 digits; SciPy 1.17.1 `gmean(x)` agrees.
  @Test(arguments: Case.all("geometric_mean", in: "core"))
  func agreesWithTheReference(_ set: Case) throws {
    expectClose(
      try GeometricMean(try set.values()).value, try set.expected()["value"], relative: 1e-14)
  }

  @Test(arguments: [0, -1e-300])
  func aValueThatIsNotPositiveLeavesItUndefined(_ value: Double) {
    #expect(throws: StatisticsError.notPositive) { try GeometricMean([1, 2, value]) }
  }

  @Test func aConstantIsItsOwnMean() throws {
    #expect(try GeometricMean([0.1, 0.1, 0.1]).value == 0.1)
    #expect(try GeometricMean([.leastNonzeroMagnitude]).value == .leastNonzeroMagnitude)
  }

  @Test func manyValuesNeitherOverflowNorVanish() throws {
    let large = Array(repeating: [1e300, 4e300], count: 2000).flatMap { $0 }
    expectClose(try GeometricMean(large).value, 2e300, relative: 1e-14)
    let small = Array(repeating: [1e-300, 4e-300], count: 2000).flatMap { $0 }
    expectClose(try GeometricMean(small).value, 2e-300, relative: 1e-14)
  }

  @Test func noValuesHaveNoMean() {
    #expect(throws: StatisticsError.tooFew(needed: 1, got: 0)) { try GeometricMean([.infinity]) }
  }
}
