import Statistics
import TestSupport
import Testing

@Suite struct LjungBoxTests {
  /// Expected values: statsmodels 0.15.0, `acorr_ljungbox(x, lags=[…])`; p by mpmath 1.4.1.
  @Test(arguments: Case.all("acf", in: "series").filter { $0.name != "gaps" })
  func agreesWithStatsmodels(_ set: Case) throws {
    let (series, expected) = (SeriesSet(set), try set.expected())
    let function = try AutocorrelationFunction(
      Measured(series.values()), lags: Int(expected["lags"]))
    let tolerance = series.name == "late" ? 1e-6 : 1e-11
    let test = try LjungBox(function)
    expectClose(test.statistic, expected["q"], relative: tolerance)
    expectClose(test.p, expected["p"], relative: tolerance)
    #expect(test.degreesOfFreedom == [expected["lags"]])
    guard expected["lags"] > 2 else { return }
    expectClose(try LjungBox(function, estimated: 2).p, expected["p 2"], relative: tolerance)
  }

  @Test func lagsThatAreNotThereAreRefused() throws {
    let function = try AutocorrelationFunction(Measured([1, 4, 2, 5, 3, 3]), lags: 2)
    for lags in [0, 3] {
      #expect(throws: StatisticsError.self) { try LjungBox(function, lags: lags) }
    }
    #expect(throws: StatisticsError.self) { try LjungBox(function, lags: 1, estimated: 1) }
  }
}
