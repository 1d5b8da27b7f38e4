import Statistics
import TestSupport
import Testing

@Suite struct PearsonCorrelationTests {
  /// Expected values: mpmath 1.4.1 with 60 digits; SciPy 1.17.1 `pearsonr` agrees as far as its
  /// own digits reach.
  @Test(arguments: Case.all("pearson"))
  func agreesWithTheReference(_ set: Case) throws {
    let (x, y) = try set.pair()
    let result = try PearsonCorrelation(x, y)
    // At r near 1 the p-value hangs on 1 − r: a rounding of r in its last place moves p by 1e-5.
    expect(result, try set.expected(), relative: set.name == "close" ? 1e-4 : 1e-11)
    expectClose(result.r, try set.expected()["r"], relative: 1e-14)
  }

  @Test func rowsWithoutAPairAreCounted() throws {
    let result = try PearsonCorrelation([1, .nan, 3, 4, .infinity, 6], [2, 1, .nan, 3, 5, 7])
    #expect((result.n, result.missing, result.infinite) == (3, 2, 1))
  }

  @Test func aPerfectLineHasPZeroAndNoT() throws {
    let result = try PearsonCorrelation([1, 2, 3, 4, 5], [10, 8, 6, 4, 2])
    #expect((result.r, result.p, result.t) == (-1, 0, nil))
    #expect(result.interval?.low == -1 && result.interval?.high == -1)
  }

  @Test func twoPairsHaveACoefficientButNoTest() throws {
    let result = try PearsonCorrelation([1, 2], [5, 3])
    #expect(result.r == -1)
    #expect(result.p == nil && result.interval == nil)
  }

  @Test(
    arguments: [
      ([1, 1, 1], [1, 2, 3], .constant), ([1, 2, 3], [0.1, 0.1, 0.1], .constant),
      ([1], [1], .tooFew(needed: 2, got: 1)), ([], [], .tooFew(needed: 2, got: 0)),
      ([1, .nan], [.nan, 2], .tooFew(needed: 2, got: 0)), ([1, 2], [1], .lengthsDiffer(2, 1)),
    ] as [([Double], [Double], StatisticsError)])
  func whatHasNoCorrelationSaysWhy(_ x: [Double], _ y: [Double], _ error: StatisticsError) {
    #expect(throws: error) { try PearsonCorrelation(x, y) }
  }

  @Test(arguments: [1e300, 1e-300])
  func extremeMagnitudesCorrelateLikeOthers(_ scale: Double) throws {
    let (x, y) = ([1.0, 2, 4, 5, 7], [2.0, 1, 5, 3, 9])
    let plain = try PearsonCorrelation(x, y)
    let scaled = try PearsonCorrelation(x.map { $0 * scale }, y)
    expectClose(scaled.r, plain.r, relative: 1e-14)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func shiftScaleOrderAndSwapChangeNothing(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<60).map { _ -> (Double, Double) in
      let x = Double(Int.random(in: -999...999, using: &generator))
      return (x, x + Double(Int.random(in: -2000...2000, using: &generator)))
    }
    let moved = rows.shuffled(using: &generator)
    let first = try PearsonCorrelation(rows.map(\.0), rows.map(\.1))
    let second = try PearsonCorrelation(
      moved.map { $0.1 * 0.25 - 65_536 }, moved.map { $0.0 * -8 + 4096 })
    expectClose(second.r, -first.r, relative: 1e-13)
    expectClose(second.p, try #require(first.p), relative: 1e-11)
  }
}
