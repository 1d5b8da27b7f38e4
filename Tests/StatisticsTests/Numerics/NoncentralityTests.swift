import Testing

@testable import Statistics

@Suite struct NoncentralityTests {
  @Test(arguments: [(1.0, 5.0), (30, 400), (200, 1e6), (0, 1e6), (1500, 1e6)])
  func limitsOfTEncloseIt(_ t: Double, _ df: Double) throws {
    let limits = try #require(Noncentrality.t(t, df: df, level: 0.95))
    #expect(limits.low < t && t < limits.high)
  }

  @Test(arguments: [(0.2, 3.0, 40.0), (5, 2, 97), (40, 4, 1e6), (20_000, 4, 1e6)])
  func limitsOfFAreInOrder(_ f: Double, _ numerator: Double, _ denominator: Double) throws {
    let limits = try #require(Noncentrality.f(f, (numerator, denominator), level: 0.95))
    #expect(limits.low >= 0 && limits.low < limits.high)
  }

  @Test(arguments: [(0.01, 2.0), (30, 6), (2e5, 12)])
  func limitsOfChiSquaredAreInOrder(_ x: Double, _ df: Double) throws {
    let limits = try #require(Noncentrality.chiSquared(x, df: df, level: 0.95))
    #expect(limits.low >= 0 && limits.low <= limits.high)
  }
}
