import Statistics
import TestSupport
import Testing

@Suite struct SurvivalQuantileTests {
  /// Expected values: R 4.2.2, survival 3.5-3, quantile(survfit(…)).
  @Test(arguments: Case.all("kaplan_meier", in: "survival"), SurvivalInterval.allCases)
  func agreesWithR(_ set: Case, _ kind: SurvivalInterval) throws {
    let curve = try KaplanMeier(
      SurvivalSet.group(of: set).times, KaplanMeier.Options(interval: kind))
    let name = kind == .logLog ? "log-log" : kind.rawValue
    let expected = try SurvivalSet.expected(of: set)
    for (share, label) in [(0.25, "25"), (0.5, "50"), (0.75, "75")] {
      // Of a curve that stays at the share to its end, R's quantile() takes the middle with the last
      // time, where nothing happened, while R's own table of medians does not.
      if curve.points.last?.survival == 1 - share { continue }
      let quantile = try SurvivalQuantile(curve, probability: share)
      expectClose(quantile.value ?? .nan, expected["\(name) \(label)"], label)
      expectClose(quantile.low ?? .nan, expected["\(name) \(label) low"], "\(label) low")
      expectClose(quantile.high ?? .nan, expected["\(name) \(label) high"], "\(label) high")
    }
  }

  @Test func aFlatStretchAtTheShareGivesItsMiddleOnlyWhereTheCurveFallsOn() throws {
    func median(_ events: [Bool]) throws -> Double? {
      let rows = try SurvivalRows(Measured([1, 2, 3, 7]), events: events)
      return try SurvivalQuantile(KaplanMeier(SurvivalTimes(rows))).value
    }
    #expect(try median([true, true, true, true]) == 2.5)
    #expect(try median([true, true, false, true]) == 4.5)
    #expect(try median([true, true, false, false]) == 2)
  }

  @Test func aMedianThatIsNotReachedIsNil() throws {
    let rows = try SurvivalRows(Measured([1, 2, 3]), events: [true, false, false])
    let median = try SurvivalQuantile(KaplanMeier(SurvivalTimes(rows)))
    #expect(median.value == nil && median.high == nil)
  }

  @Test(arguments: [0, 1, -0.5, .nan])
  func aShareLiesBetweenZeroAndOne(_ share: Double) throws {
    let rows = try SurvivalRows(Measured([1, 2]), events: [true, false])
    let curve = try KaplanMeier(SurvivalTimes(rows))
    #expect(throws: StatisticsError.self) { try SurvivalQuantile(curve, probability: share) }
  }
}
