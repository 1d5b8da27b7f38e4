import Statistics
import TestSupport
import Testing

@Suite struct AutocorrelationFunctionTests {
  /// Expected values: statsmodels 0.15.0, `acf(x, nlags=…, fft=False, missing="conservative")`.
  @Test(arguments: Case.all("acf", in: "series"))
  func agreesWithStatsmodels(_ set: Case) throws {
    let (series, expected) = (SeriesSet(set), try set.expected())
    let function = try AutocorrelationFunction(
      Measured(series.values()), lags: Int(expected["lags"]))
    #expect(Double(function.n) == expected["n"])
    // statsmodels subtracts a rounded mean: of values near 1e9 it keeps fewer digits.
    let tolerance = series.name == "late" ? 1e-7 : 1e-13
    expectClose(function.lags.map(\.r), try series.list("acf"), absolute: tolerance)
    expectClose(
      function.lags.map(\.standardError), try series.list("bartlett"), absolute: tolerance)
  }

  @Test func anOffsetChangesNothing() throws {
    let series = try SeriesSet("ties").values()
    let moved = try AutocorrelationFunction(Measured(series.map { $0 + 0x1p40 }))
    #expect(try AutocorrelationFunction(Measured(series)).lags == moved.lags)
  }

  @Test func theFirstLagIsTheLagOneCoefficient() throws {
    let series = Measured(try SeriesSet("gaps").values())
    let function = try AutocorrelationFunction(series, lags: 3)
    let alone = try (1...3).map { try Autocorrelation(series, lag: $0).r }
    #expect(function.lags.map(\.r) == alone)
  }

  @Test func bandsAreTwoErrorsWide() throws {
    let function = try AutocorrelationFunction(Measured([1, 3, 2, 5]), lags: 1)
    expectClose(function.whiteNoiseLimit, 1.959963984540054 / 2, relative: 1e-15)
    expectClose(function.bartlettLimit(function.lags[0]), function.whiteNoiseLimit)
  }

  @Test(
    arguments: [
      ([2, 2, 2], 1, .constant), ([1], 1, .tooFew(needed: 2, got: 1)),
      ([1, 2, 3], 3, .tooFew(needed: 4, got: 3)),
    ] as [([Double], Int, StatisticsError)])
  func whatHasNoneSaysWhy(_ values: [Double], _ lags: Int, _ error: StatisticsError) {
    #expect(throws: error) { try AutocorrelationFunction(Measured(values), lags: lags) }
  }
}
