import TestSupport
import Testing

@testable import Statistics

@Suite struct DistributionsTests {
  /// Expected values: mpmath 1.4.1 with 60 digits, erfc, betainc and gammainc; the smallest are near
  /// 1e-300.
  @Test func survivalKeepsItsDigitsFarOut() throws {
    let expected = try Case(statistic: "distributions", name: "survival").expected()
    #expect(expected.values.count > 20)
    for (name, value) in expected.values {
      let words = name.split(separator: " ")
      let numbers = words.dropFirst().compactMap { Double($0) }
      let survival: Double? =
        switch words[0] {
        case "normal": NormalDistribution.survival(numbers[0])
        case "t": StudentTDistribution(numbers[1]).survival(numbers[0])
        case "chi": ChiSquaredDistribution(numbers[1]).survival(numbers[0])
        case "f": FisherFDistribution(numbers[1], numbers[2]).survival(numbers[0])
        default: nil
        }
      expectClose(survival, value, relative: 1e-12, name)
    }
  }

  @Test(arguments: [1e-12, 0.001, 0.3, 0.5, 0.8, 0.999])
  func quantilesUndoTheDistribution(_ p: Double) {
    expectClose(NormalDistribution.cdf(NormalDistribution.quantile(p)), p)
    let t = StudentTDistribution(6.5)
    expectClose(t.cdf(t.quantile(p)), p)
    let chi = ChiSquaredDistribution(3)
    expectClose(chi.cdf(chi.quantile(p)), p)
    let f = FisherFDistribution(4, 11)
    expectClose(f.cdf(f.quantile(p)), p)
  }

  @Test func whatIsOutOfTheDomainIsNaNAndNoTrap() {
    #expect(StudentTDistribution(-1).cdf(0).isNaN)
    #expect(ChiSquaredDistribution(3).survival(-1).isNaN)
    #expect(NormalDistribution.quantile(2).isNaN)
  }
}
