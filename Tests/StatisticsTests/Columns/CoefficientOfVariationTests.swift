import Statistics
import TestSupport
import Testing

@Suite struct CoefficientOfVariationTests {
  /// Expected values: mpmath 1.4.1 with 60 digits; SciPy 1.17.1 `variation(x, ddof=1)` agrees.
  @Test(arguments: Case.all("cv", in: "core"))
  func agreesWithTheReference(_ set: Case) throws {
    expectClose(
      try CoefficientOfVariation(try set.values()).value, try set.expected()["value"],
      relative: 1e-14)
  }

  @Test func aMeanOfZeroLeavesItUndefined() {
    #expect(throws: StatisticsError.zeroMean) { try CoefficientOfVariation([-0.1, 0.1]) }
    #expect(throws: StatisticsError.zeroMean) { try CoefficientOfVariation([0, 0, 0]) }
  }

  @Test func oneValueHasNoSpread() {
    #expect(throws: StatisticsError.tooFew(needed: 2, got: 1)) { try CoefficientOfVariation([5]) }
  }

  @Test func aConstantVariesByNothing() throws {
    #expect(try CoefficientOfVariation([0.1, 0.1, 0.1]).value == 0)
  }
}
