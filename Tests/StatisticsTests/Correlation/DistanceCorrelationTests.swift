import Statistics
import TestSupport
import Testing

@Suite struct DistanceCorrelationTests {
  /// Expected values: mpmath 1.4.1 with 60 digits over all pairs of rows; dcor 0.7
  /// `distance_correlation` and `u_distance_correlation_sqr` agree.
  @Test(arguments: Case.all("distance", in: "assoc"))
  func agreesWithTheReference(_ set: Case) throws {
    let (x, y) = try set.pair()
    let result = try DistanceCorrelation(x, y)
    let expected = try set.expected()
    #expect(Double(result.n) == expected["n"])
    expectClose(result.r, expected["r"], relative: 1e-14)
    expectClose(result.corrected, expected["corrected"], relative: 1e-13)
    expectClose(result.p, expected["p"], relative: 1e-12)
  }

  @Test func aParabolaIsSeenWherePearsonSeesNothing() throws {
    let x = (-20...20).map(Double.init)
    let y = x.map { $0 * $0 }
    #expect(abs(try PearsonCorrelation(x, y).r) < 1e-12)
    let result = try DistanceCorrelation(x, y)
    #expect(result.r > 0.4)
    #expect(try #require(result.p) < 0.01)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func shiftScaleOrderAndSwapChangeNothing(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<60).map { _ in
      (
        Double(Int.random(in: 0...20, using: &generator)),
        Double(Int.random(in: 0...20, using: &generator))
      )
    }
    let moved = rows.shuffled(using: &generator)
    let first = try DistanceCorrelation(rows.map(\.0), rows.map(\.1))
    let second = try DistanceCorrelation(
      moved.map { 7 - 2 * $0.1 }, moved.map { $0.0 * 0.25 + 1e6 })
    expectClose(second.r, first.r, relative: 1e-12)
    expectClose(second.corrected, try #require(first.corrected), relative: 1e-10, absolute: 1e-13)
  }

  @Test func aLineIsOne() throws {
    let x = [1.0, 5, 2, 8, 3.5]
    let result = try DistanceCorrelation(x, x.map { 3 - 2 * $0 })
    expectClose(result.r, 1, relative: 1e-15)
  }

  @Test func twoRowsHaveACoefficientButNoTest() throws {
    let result = try DistanceCorrelation([1, 2], [5, 3])
    #expect(result.r == 1 && result.p == nil && result.corrected == nil)
  }

  @Test func whatIsUndefinedSaysWhy() {
    #expect(throws: StatisticsError.constant) { try DistanceCorrelation([1, 1, 1], [1, 2, 3]) }
    #expect(throws: StatisticsError.tooFew(needed: 2, got: 0)) { try DistanceCorrelation([], []) }
  }

  @Test(arguments: [1e300, 1e-300])
  func extremeMagnitudesCorrelateLikeOthers(_ scale: Double) throws {
    let (x, y) = ([1.0, 2, 4, 5, 7], [2.0, 1, 5, 3, 9])
    let plain = try DistanceCorrelation(x, y)
    expectClose(try DistanceCorrelation(x.map { $0 * scale }, y).r, plain.r, relative: 1e-13)
  }
}
