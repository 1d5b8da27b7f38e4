import Statistics
import TestSupport
import Testing

@Suite struct LogRankTests {
  /// Expected values: R 4.2.2, survival 3.5-3, survdiff(rho = 0, 1); statsmodels 0.15.0,
  /// survdiff(weight_type="gb", "tw"); p by mpmath 1.4.1.
  @Test(arguments: Case.all("log_rank", in: "survival"))
  func agreesWithOthers(_ set: Case) throws {
    let parts = set.name.split(separator: " ").map(String.init)
    let data = try SurvivalSet(parts[0])
    let test = try LogRankTests.test(data, parts[1])
    let expected = try SurvivalSet.expected(of: set)
    expectClose(test.statistic, expected["chisq"], relative: 1e-11)
    expectClose(test.p, expected["p"], relative: 1e-11)
    #expect(test.degreesOfFreedom == [expected["df"]])
    if parts[1] == "log_rank" || parts[1] == "stratified" {
      expectClose(test.groups.map(\.expected), expected.list("expected"))
    }
  }

  private static func test(_ data: SurvivalSet, _ kind: String) throws -> LogRank {
    guard kind == "stratified" else {
      let weighting = try #require(LogRank.Weighting(rawValue: kind))
      return try LogRank(data.groups(), weighting: weighting)
    }
    let strata = try data.list("stratum")
    return try LogRank(
      strata: Set(strata.filter { !$0.isNaN }).sorted().map { stratum in
        try data.groups { strata[$0] == stratum }
      })
  }

  private func times(_ times: [Double], _ events: [Bool]) throws -> SurvivalTimes {
    SurvivalTimes(try SurvivalRows(Measured(times), events: events))
  }

  @Test func theOrderOfGroupsDoesNotShow() throws {
    let groups = try SurvivalSet("veteran").groups()
    let (first, second) = (try LogRank(groups), try LogRank(groups.reversed()))
    expectClose(first.statistic, second.statistic, relative: 1e-13)
    #expect(first.groups == second.groups.reversed())
  }

  @Test func observedAndExpectedEventsAreAsMany() throws {
    let test = try LogRank(SurvivalSet("veteran").groups())
    let observed = test.groups.map(\.observed).reduce(0, +)
    expectClose(test.groups.map(\.expected).reduce(0, +), Double(observed), relative: 1e-14)
  }

  @Test func onlyTheOrderOfTimesCounts() throws {
    let rows = try SurvivalSet("ties").rows()
    let labels = try SurvivalSet("ties").list("group")
    func test(_ change: (Double) -> Double) throws -> LogRank {
      let moved = try SurvivalRows(
        Measured(rows.times.doubles.map(change)), events: rows.events)
      return try LogRank(
        [1, 2].map { label in
          SurvivalTimes(moved.picking(labels.indices.filter { labels[$0] == label }))
        })
    }
    #expect(try test { $0 } == test { $0 * $0 * 1e300 })
  }

  @Test func groupsThatAreNeverAtRiskTogetherAreNotTested() throws {
    let early = try times([1, 2], [true, true])
    let late = try times([], [])
    #expect(throws: StatisticsError.tooFewGroups(needed: 2, got: 1)) {
      try LogRank([early, late])
    }
    #expect(throws: StatisticsError.noEvents) {
      try LogRank([times([1], [false]), times([2], [false])])
    }
    // The only event comes after the other group has left.
    #expect(throws: StatisticsError.noSharedRisk) {
      try LogRank([times([1], [false]), times([2, 3], [true, false])])
    }
  }

  @Test func moreGroupsThanCanBeComparedAreRefused() throws {
    let group = try times([1, 2], [true, false])
    #expect(throws: StatisticsError.tooManyGroups(allowed: 60, got: 1000)) {
      try LogRank(Array(repeating: group, count: 1000))
    }
  }

  @Test func aTailFarOutKeepsItsDigits() throws {
    let early = try times(Array(repeating: 1, count: 3000), Array(repeating: true, count: 3000))
    let late = try times(Array(repeating: 2, count: 3000), Array(repeating: false, count: 3000))
    let p = try LogRank([early, late]).p
    #expect(p >= 0 && p < 1e-300)
  }
}
