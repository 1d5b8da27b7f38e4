import Statistics
import TestSupport
import Testing

@Suite struct AutocorrelationTests {
  /// Expected values: mpmath 1.4.1 with 60 digits; statsmodels 0.15.0
  /// `acf(x, nlags=lag, fft=False, missing="conservative")` agrees.
  @Test(arguments: Case.all("autocorrelation", in: "core"))
  func agreesWithTheReference(_ set: Case) throws {
    let (values, expected) = (try set.values(), try set.expected())
    for (lag, r) in expected.values {
      let result = try Autocorrelation(values, lag: try #require(Int(lag)))
      expectClose(result.r, r, relative: 1e-13, absolute: 1e-15, "lag \(lag)")
    }
  }

  @Test func aMissingRowTakesItsTwoProductsWithIt() throws {
    let result = try Autocorrelation([1, .nan, 3, 4, .infinity, 6, 7])
    #expect((result.n, result.pairs, result.missing, result.infinite) == (5, 2, 1, 1))
  }

  @Test(
    arguments: [
      ([2, 2, 2], .constant), ([1], .tooFew(needed: 2, got: 1)),
      ([1, .nan, 2], .tooFew(needed: 1, got: 0)),
    ] as [([Double], StatisticsError)])
  func whatHasNoneSaysWhy(_ values: [Double], _ error: StatisticsError) {
    #expect(throws: error) { try Autocorrelation(values) }
  }

  @Test func aLagBelowOneIsAnError() {
    #expect(throws: StatisticsError.self) { try Autocorrelation([1, 2, 3], lag: 0) }
  }
}
