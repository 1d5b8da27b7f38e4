import Statistics
import TestSupport
import Testing

@Suite struct LoessBandTests {
  /// Expected values of R's `predict(loess(…), grid, se = TRUE)`; `Data/trends.py` names the call.
  ///
  /// R counts weights within a thousandth of the reach as 1 and those beyond 0.999 of it as 0, which
  /// moves the seventh digit.
  @Test(arguments: 0..<6)
  func agreesWithR(_ place: Int) throws {
    let reference = try TrendReference.read()
    let expected = reference.loess_band[place]
    let (x, y) = try reference.pair(expected.pair)
    let curve = try LoessBand(
      x, y, .init(span: expected.span, degree: expected.degree, points: 7))
    expectClose(curve.heights, expected.fit, relative: 1e-6)
    expectClose(curve.standardErrors, expected.se, relative: 1e-6)
    expectClose(curve.residualDeviation, expected.scale, relative: 1e-6)
    expectClose(curve.degreesOfFreedom, expected.df, relative: 1e-6)
  }

  @Test func aParabolaStaysAParabola() throws {
    let x = (0..<30).map(Double.init)
    let y = x.map { 1 + $0 * $0 }
    let curve = try LoessBand(x, y, .init(span: 0.4, degree: 2, points: 9))
    expectClose(curve.heights, curve.positions.map { 1 + $0 * $0 }, relative: 1e-11)
  }

  @Test func manyRowsHaveABandNearTheExactOne() throws {
    var generator = SeededGenerator(seed: 3)
    let x = (0..<2_000).map { Double($0) / 100 }
    let y = x.map { $0 + Double.random(in: -1...1, using: &generator) }
    let curve = try LoessBand(x, y)
    // Uniform noise on (-1, 1) has the standard deviation 1/√3.
    expectClose(curve.residualDeviation, 0.5773502691896258, relative: 0.05)
  }

  @Test func whatHasNoCurveSaysWhy() {
    #expect(throws: StatisticsError.constant) { try LoessBand([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]) }
    #expect(throws: StatisticsError.tooFew(needed: 5, got: 2)) { try LoessBand([1, 2], [1, 2]) }
    #expect(throws: StatisticsError.self) {
      try LoessBand([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], .init(degree: 3))
    }
  }
}
