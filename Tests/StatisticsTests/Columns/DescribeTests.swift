import Frame
import Statistics
import TestSupport
import Testing

@Suite struct DescribeTests {
  /// Expected values: mpmath 1.4.1 (moments), numpy 2.4.6 `quantile`, SciPy 1.17.1
  /// `median_abs_deviation` and `mode`; pandas 3.1.1 agrees on the ordinary sets.
  @Test(arguments: Case.all("describe"))
  func agreesWithTheReference(_ set: Case) throws {
    let (result, expected) = (Describe(try set.values()), try set.expected())
    #expect(Double(result.n) == expected["n"])
    #expect(Double(result.missing) == expected["missing"])
    #expect(Double(result.infinite) == expected["infinite"])
    #expect(Double(result.distinct) == expected["distinct"])
    expectClose(result.mean, expected["mean"])
    expectClose(result.standardDeviation, expected["std"])
    expectClose(result.standardError, expected["se"])
    expectClose(result.min, expected["min"])
    expectClose(result.q1, expected["q1"])
    expectClose(result.median, expected["median"])
    expectClose(result.q3, expected["q3"])
    expectClose(result.max, expected["max"])
    expectClose(result.skewness, expected["G1"])
    expectClose(result.kurtosis, expected["G2"])
    expectClose(result.populationSkewness, expected["g1"])
    expectClose(result.populationKurtosis, expected["g2"])
    expectClose(result.medianAbsoluteDeviation, expected["mad"])
    expectClose(result.top?.value, expected["top"])
    #expect(Double(result.top?.count ?? 0) == expected["top_count"])
    #expect(result.reason == nil)
  }

  @Test func nothingIsSaidOfNoValues() {
    let result = Describe([.nan, .infinity])
    #expect((result.n, result.missing, result.infinite) == (0, 1, 1))
    #expect(result.mean == nil && result.median == nil && result.standardDeviation == nil)
    #expect(result.top == nil && result.medianAbsoluteDeviation == nil)
    #expect(result.reason?.reason == "no values")
  }

  @Test func oneValueHasNoSpread() {
    let result = Describe([7])
    #expect(result.mean == 7 && result.median == 7 && result.medianAbsoluteDeviation == 0)
    #expect(result.standardDeviation == nil && result.standardError == nil)
    #expect(result.reason == .tooFew(needed: 4, got: 1))
  }

  @Test func aConstantHasNoShape() {
    let result = Describe(Array(repeating: 1e9 + 0.1, count: 30))
    #expect(result.mean == 1e9 + 0.1)
    #expect(result.standardDeviation == 0)
    #expect(result.skewness == nil && result.kurtosis == nil)
    #expect(result.reason?.reason == "constant column")
  }

  @Test func aTextColumnHasNoNumbers() {
    let result = Describe(Column(texts: ["1", "2", nil]))
    #expect((result.n, result.missing) == (0, 3))
  }

  @Test func allValuesAreFiniteAtTheEndsOfTheRange() throws {
    let result = Describe([-Double.greatestFiniteMagnitude, .greatestFiniteMagnitude, 0, 1])
    #expect(try #require(result.mean).isFinite)
    #expect(result.standardDeviation?.isFinite == true)
    #expect(result.q1?.isFinite == true && result.q3?.isFinite == true)
    #expect(result.medianAbsoluteDeviation?.isFinite == true)
  }
}
