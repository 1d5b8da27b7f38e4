import Statistics
import TestSupport
import Testing

@Suite struct PartialAutocorrelationTests {
  /// Expected values: statsmodels 0.15.0, `pacf(x, nlags=…, method="ldb")`.
  @Test(arguments: Case.all("acf", in: "series").filter { $0.name != "gaps" })
  func agreesWithStatsmodels(_ set: Case) throws {
    let series = SeriesSet(set)
    let expected = try series.list("pacf")
    let function = try AutocorrelationFunction(Measured(series.values()), lags: expected.count)
    // statsmodels subtracts a rounded mean: of values near 1e9 it keeps fewer digits.
    expectClose(
      try PartialAutocorrelation(function).coefficients, expected,
      relative: series.name == "late" ? 1e-6 : 1e-11, absolute: 1e-14)
  }

  @Test func theFirstIsThePlainCoefficient() throws {
    let function = try AutocorrelationFunction(Measured([1, 4, 2, 5, 3, 3]), lags: 2)
    let (first, second) = (function.lags[0].r, function.lags[1].r)
    let partial = try PartialAutocorrelation(function).coefficients
    #expect(partial[0] == first)
    expectClose(partial[1], (second - first * first) / (1 - first * first))
  }
}
