import Statistics
import TestSupport
import Testing

@Suite struct LoessTests {
  /// Expected values: statsmodels 0.15.0, `lowess(y, x, frac=0.75, it=0, delta=0, xvals=grid)`.
  @Test(arguments: Case.all("loess"))
  func agreesWithStatsmodels(_ set: Case) throws {
    let (x, y) = try set.pair()
    let curve = try Loess(x, y, span: 0.75, points: 7)
    let expected = try (0..<7).map { try set.expected()["\($0)"] }
    expectClose(curve.heights, expected, relative: 1e-9)
  }

  @Test func aStraightLineStaysStraight() throws {
    let x = (0..<30).map(Double.init)
    let curve = try Loess(x, x.map { 3 - 2 * $0 }, span: 0.3, points: 11)
    expectClose(curve.heights, curve.positions.map { 3 - 2 * $0 }, relative: 1e-12, absolute: 1e-12)
  }

  @Test func manyEqualXGiveTheirMean() throws {
    let curve = try Loess(
      [0, 0, 0, 0, 0, 0, 0, 1], [1, 2, 3, 4, 5, 6, 7, 9], span: 0.5, points: 2)
    expectClose(curve.heights[0], 2.5)
  }

  @Test func whatHasNoCurveSaysWhy() {
    #expect(throws: StatisticsError.constant) { try Loess([1, 1, 1], [1, 2, 3]) }
    #expect(throws: StatisticsError.tooFew(needed: 3, got: 2)) { try Loess([1, 2], [1, 2]) }
    #expect(throws: StatisticsError.self) { try Loess([1, 2, 3], [1, 2, 3], span: 0) }
  }
}
