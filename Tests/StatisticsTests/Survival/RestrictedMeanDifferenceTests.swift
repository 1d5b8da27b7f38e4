import Statistics
import TestSupport
import Testing

@Suite struct RestrictedMeanDifferenceTests {
  /// Expected values: R 4.2.2, survival 3.5-3, survmean(survfit(Surv(time, status) ~ x, data = aml),
  /// rmean = 45): the difference of both with the root of the sum of their squared errors.
  @Test func agreesWithR() throws {
    let groups = try SurvivalSet("aml").groups().map {
      try RestrictedMean(KaplanMeier($0), horizon: 45)
    }
    let difference = try RestrictedMeanDifference(groups[0], groups[1])
    expectClose(difference.value, 8.0303030303030276, relative: 1e-11)
    expectClose(difference.interval?.low, -3.4661816882337941, relative: 1e-11)
    expectClose(difference.interval?.high, 19.5267877488398511, relative: 1e-11)
  }

  @Test func meansOfOneHorizonBelongTogether() throws {
    let rows = try SurvivalRows(Measured([1, 2, 3]), events: [true, true, true])
    let curve = try KaplanMeier(SurvivalTimes(rows))
    #expect(throws: StatisticsError.self) {
      try RestrictedMeanDifference(
        RestrictedMean(curve, horizon: 1), RestrictedMean(curve, horizon: 2))
    }
  }
}
