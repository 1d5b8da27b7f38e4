import Frame
import Statistics
import TestSupport
import Testing

@Suite struct KaplanMeierTests {
  /// Expected values: R 4.2.2, survival 3.5-3, survfit(timefix = FALSE).
  @Test(arguments: Case.all("kaplan_meier", in: "survival"))
  func agreesWithR(_ set: Case) throws {
    let (times, expected) = try SurvivalSet.group(of: set)
    let curve = try KaplanMeier(times)
    let points = curve.points
    #expect(Double(curve.n) == (try SurvivalSet.expected(of: set)["n"]))
    #expect(Double(curve.events) == (try SurvivalSet.expected(of: set)["events"]))
    #expect(points.map(\.time) == (try expected.list("time")))
    #expect(points.map { Double($0.atRisk) } == (try expected.list("at_risk")))
    #expect(points.map { Double($0.events) } == (try expected.list("events")))
    #expect(points.map { Double($0.censored) } == (try expected.list("censored")))
    expectClose(
      points.map(\.survival), try expected.list("survival"), absolute: 1e-16, "survival")
    expectClose(
      points.map { $0.standardError ?? .nan }, try expected.list("std_error"), "standard error")
  }

  /// Expected values: R 4.2.2, survival 3.5-3, survfit(conf.type = …).
  @Test(arguments: Case.all("kaplan_meier", in: "survival"), SurvivalInterval.allCases)
  func intervalsAgreeWithR(_ set: Case, _ kind: SurvivalInterval) throws {
    let (times, expected) = try SurvivalSet.group(of: set)
    let curve = try KaplanMeier(times, KaplanMeier.Options(interval: kind))
    let name = kind == .logLog ? "log-log" : kind.rawValue
    let (lows, highs) = (try expected.list("\(name) low"), try expected.list("\(name) high"))
    // R gives [1, 1] while nobody had the event, save on the log–log scale, where it gives none.
    for (point, (low, high)) in zip(curve.points, zip(lows, highs)) where point.survival < 1 {
      // R takes log S of a rounded S, which near 1 has lost digits: the tolerance is R's accuracy.
      expectClose(point.interval?.low ?? .nan, low, relative: 4e-12, absolute: 1e-15, "low")
      expectClose(point.interval?.high ?? .nan, high, relative: 4e-12, absolute: 1e-15, "high")
    }
    #expect(curve.points.count == lows.count)
    #expect(curve.points.allSatisfy { $0.survival < 1 || $0.interval == nil })
  }

  @Test func theOrderOfRowsDoesNotShow() throws {
    let rows = try SurvivalSet("lung").rows()
    let shuffled = rows.picking(rows.events.indices.reversed())
    #expect(try KaplanMeier(SurvivalTimes(rows)) == KaplanMeier(SurvivalTimes(shuffled)))
  }

  @Test func aWeightIsSoManyRows() throws {
    let set = try SurvivalSet("weights")
    let rows = try set.rows()
    let repeated = try set.list("weight").enumerated().flatMap { row, weight in
      Array(repeating: row, count: Int(weight))
    }
    let alone = try SurvivalRows(rows.times, events: rows.events)
    #expect(
      try KaplanMeier(SurvivalTimes(rows)) == KaplanMeier(SurvivalTimes(alone.picking(repeated))))
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func withoutCensoringItIsTheShareThatIsLeft(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let times = (0..<50).map { _ in Double(Int.random(in: 0..<20, using: &generator)) }
    let rows = try SurvivalRows(Measured(times), events: times.map { _ in true })
    for point in try KaplanMeier(SurvivalTimes(rows)).points {
      #expect(point.survival == Double(times.count { $0 > point.time }) / 50)
    }
  }

  @Test func aMillionStepsKeepTheirDigits() throws {
    let times = (1...1_000_000).map(Double.init)
    let rows = try SurvivalRows(Measured(times), events: times.map { _ in true })
    let points = try KaplanMeier(SurvivalTimes(rows)).points
    expectClose(points[999_000].survival, 999e-6, relative: 1e-15)
    #expect(points.last?.survival == 0 && points.last?.interval == nil)
  }

  @Test func decimalsOfManyDigitsStayApart() throws {
    let origin: Int128 = 100_000_000_000_000_000_000
    let times = Column(.decimal([origin + 2, origin + 1, origin + 2], scale: 2))
    let rows = try SurvivalRows(Measured(times), events: [true, true, false])
    #expect(SurvivalTimes(rows).steps.map(\.atRisk) == [3, 2])
  }

  @Test func whatCannotBeUsedIsCounted() throws {
    let rows = try SurvivalRows(
      Measured([1, .nan, -2, .infinity, 3, 4]), events: [true, true, true, false, nil, false],
      weights: [1, 1, 1, 1, 1, .nan])
    let times = SurvivalTimes(rows)
    #expect(times.n == 1 && times.missing == 3 && times.negative == 1 && times.infinite == 1)
  }

  @Test func nothingToEstimateIsTold() throws {
    let none = SurvivalTimes(try SurvivalRows(Measured([]), events: []))
    #expect(throws: StatisticsError.tooFew(needed: 1, got: 0)) { try KaplanMeier(none) }
    #expect(throws: StatisticsError.lengthsDiffer(1, 0)) {
      try SurvivalRows(Measured([1]), events: [])
    }
    #expect(throws: StatisticsError.invalidWeight(row: 0)) {
      try SurvivalRows(Measured([1]), events: [true], weights: [0.5])
    }
  }

  @Test func theNumberAtRiskIsThatJustBefore() throws {
    let rows = try SurvivalRows(Measured([1, 2, 2, 5]), events: [true, true, false, true])
    let curve = try KaplanMeier(SurvivalTimes(rows))
    #expect([0, 1, 1.5, 2, 3, 5, 6].map { curve.atRisk(at: $0) } == [4, 4, 3, 3, 1, 1, 0])
    #expect(curve.point(at: 0.5) == nil && curve.point(at: 2.5)?.survival == 0.5)
  }
}
