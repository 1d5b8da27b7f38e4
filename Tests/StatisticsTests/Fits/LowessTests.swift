import Statistics
import TestSupport
import Testing

@Suite struct LowessTests {
  static let options: [(String, Lowess.Options)] = [
    ("plain", .init(iterations: 0)), ("robust", .init()), ("near", .init(span: 0.3, iterations: 2)),
  ]

  /// Expected values: statsmodels 0.15.0, `lowess(y, x, frac, it, delta)`, whose order is that of x.
  @Test(arguments: Case.all("lowess", in: "kernels"))
  func agreesWithStatsmodels(_ set: Case) throws {
    let (x, y) = try set.pair()
    let complete = zip(x, y).filter { !$0.0.isNaN && !$0.1.isNaN }.map(\.0)
    let range = try #require(complete.max()) - (try #require(complete.min()))
    let delta = ("delta", Lowess.Options(span: 0.5, delta: 0.02 * range))
    for (name, options) in Self.options + [delta] {
      let curve = try Lowess(x, y, options)
      expectClose(
        curve.heights, try set.expected().list(name), relative: 1e-10, absolute: 1e-10, name)
      #expect(curve.positions == complete.sorted())
      #expect(curve.missing == x.count - complete.count)
    }
  }

  @Test func aStraightLineStaysStraight() throws {
    let x = (0..<300).map { Double($0) / 7 }
    let curve = try Lowess(x, x.map { 1e9 - 2 * $0 }, .init(span: 0.1))
    expectClose(curve.heights, x.map { 1e9 - 2 * $0 }, relative: 1e-14)
  }

  @Test func oneFarRowHasNoSayAfterAllRounds() throws {
    let x = (0..<50).map(Double.init)
    let y = x.map { $0 == 25 ? 1e6 : 3 * $0 }
    let curve = try Lowess(x, y)
    expectClose(curve.heights[25], 75, relative: 1e-6)
  }

  @Test func rowsOfOnePlaceGiveTheirMean() throws {
    let curve = try Lowess(
      [0, 0, 0, 0, 0, 0, 0, 1], [1, 2, 3, 4, 5, 6, 7, 9], .init(span: 0.5, iterations: 0))
    expectClose(curve.heights[0], 2.5)
  }

  @Test(arguments: [1e-150, 1e150])
  func theUnitOfAColumnDoesNotShow(_ unit: Double) throws {
    let (x, y) = try Case(statistic: "lowess", name: "sine", file: "kernels").pair()
    let (plain, scaled) = (try Lowess(x, y), try Lowess(x.map { $0 * unit }, y.map { $0 * unit }))
    expectClose(scaled.heights, plain.heights.map { $0 * unit }, relative: 1e-11)
  }

  @Test func theWholeRangeOfDoublesHasACurve() throws {
    #expect(try Lowess([-1e308, 0, 1e308], [1, 2, 3]).heights == [1, 2, 3])
  }

  @Test func valuesAtTheEndsOfTheRangeOfDoublesHaveRobustWeights() throws {
    let x = (0..<2000).map(Double.init)
    let y = x.map { x in
      (x / 2000 - 0.4) * (x / 500) + (x.truncatingRemainder(dividingBy: 50) == 0 ? 9 : 0)
    }
    let (plain, scaled) = (try Lowess(x, y), try Lowess(x, y.map { $0 * 0x1p1020 }))
    #expect(scaled.heights == plain.heights.map { $0 * 0x1p1020 })
    let ends = x.map { Int($0).isMultiple(of: 2) ? 1.7e308 : -1.7e308 }
    for curve in [try Lowess(x, ends), try Lowess(ends, x, .init(span: 0.9))] {
      #expect(curve.heights.allSatisfy { $0.isFinite })
    }
  }

  @Test func whatHasNoCurveSaysWhy() {
    #expect(throws: StatisticsError.constant) { try Lowess([1, 1, 1], [1, 2, 3]) }
    #expect(throws: StatisticsError.tooFew(needed: 3, got: 2)) { try Lowess([1, 2], [1, 2]) }
    for options in [
      Lowess.Options(span: 0), .init(span: 1.5), .init(iterations: -1), .init(delta: -1),
      .init(delta: .nan),
    ] {
      #expect(throws: StatisticsError.self) { try Lowess([1, 2, 3], [1, 2, 3], options) }
    }
  }
}
