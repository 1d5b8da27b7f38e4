import Statistics
import TestSupport
import Testing

@Suite struct RestrictedMeanTests {
  /// Expected values: R 4.2.2, survival 3.5-3, survmean(survfit(…), rmean = horizon).
  @Test(arguments: Case.all("kaplan_meier", in: "survival"))
  func agreesWithR(_ set: Case) throws {
    let expected = try SurvivalSet.expected(of: set)
    let curve = try KaplanMeier(SurvivalSet.group(of: set).times)
    let mean = try RestrictedMean(curve, horizon: expected["horizon"])
    expectClose(mean.value, expected["rmst"])
    // R adds areas in plain doubles: of times near 1e9 a few digits are lost.
    expectClose(mean.standardError, expected["rmst std_error"], relative: 1e-11)
  }

  @Test func withoutCensoringItIsTheMeanOfTheTimes() throws {
    let times = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let rows = try SurvivalRows(Measured(times), events: times.map { _ in true })
    let mean = try RestrictedMean(KaplanMeier(SurvivalTimes(rows)), horizon: 20)
    expectClose(mean.value, 31.0 / 8, relative: 1e-15)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func aScaleOfTimesScalesIt(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let times = (0..<40).map { _ in Double(Int.random(in: 1..<30, using: &generator)) }
    let events = times.map { _ in Bool.random(using: &generator) }
    func mean(_ scale: Double) throws -> RestrictedMean {
      let rows = try SurvivalRows(Measured(times.map { $0 * scale }), events: events)
      return try RestrictedMean(KaplanMeier(SurvivalTimes(rows)), horizon: 10 * scale)
    }
    let (once, eightfold) = (try mean(1), try mean(8))
    #expect(eightfold.value == 8 * once.value)
    #expect(eightfold.standardError == 8 * once.standardError)
  }

  @Test func aHorizonBeyondTheCurveIsTold() throws {
    let rows = try SurvivalRows(Measured([1, 2, 3]), events: [true, true, false])
    let curve = try KaplanMeier(SurvivalTimes(rows))
    #expect(throws: StatisticsError.horizonBeyondLastTime) {
      try RestrictedMean(curve, horizon: 3.5)
    }
    #expect(throws: StatisticsError.self) { try RestrictedMean(curve, horizon: 0) }
  }
}
