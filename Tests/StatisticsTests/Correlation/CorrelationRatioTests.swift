import Frame
import Statistics
import TestSupport
import Testing

@Suite struct CorrelationRatioTests {
  /// Expected values: mpmath 1.4.1 with 60 digits, SciPy 1.17.1 `f_oneway` agreeing; limits from
  /// SciPy's `ncf` and `brentq`, as exact as these.
  @Test(arguments: Case.all("correlation_ratio", in: "assoc"))
  func agreesWithTheReference(_ set: Case) throws {
    let (x, codes) = try set.pair()
    let result = try CorrelationRatio(Measured(x), Categories(Column(codes: codes)))
    let expected = try set.expected()
    #expect(Double(result.n) == expected["n"])
    expectClose(result.r, expected["r"], absolute: 1e-15)
    expectClose(result.anova.f, expected["f"], relative: 1e-11, absolute: 1e-15)
    expectClose(result.p, expected["p"], relative: 1e-11)
    expectClose(result.interval?.low, expected["low"], relative: 1e-7, absolute: 1e-9)
    expectClose(result.interval?.high, expected["high"], relative: 1e-7, absolute: 1e-9)
  }

  @Test func rowsWithoutAPairAreCounted() throws {
    let result = try CorrelationRatio(
      Measured([1, .nan, 3, .infinity, 5, 6]),
      Categories(Column(texts: ["a", "a", "a", "b", nil, "b"])))
    #expect((result.n, result.missing, result.infinite) == (3, 2, 1))
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func shiftScaleAndOrderChangeNothing(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<50).map { _ in
      (Double(Int.random(in: 0...99, using: &generator)), Int.random(in: 0...3, using: &generator))
    }
    let moved = rows.shuffled(using: &generator)
    let first = try CorrelationRatio(
      Measured(rows.map(\.0)), Categories(Column(integers: rows.map { Int64($0.1) })))
    let second = try CorrelationRatio(
      Measured(moved.map { 4096 - 0.5 * $0.0 }),
      Categories(Column(integers: moved.map { Int64(3 - $0.1) })))
    expectClose(second.r, first.r, relative: 1e-13)
    expectClose(second.p, try #require(first.p), relative: 1e-11)
  }

  @Test(
    arguments: [
      ([1, 2, 3], ["a", "a", "a"], .tooFewGroups(needed: 2, got: 1)),
      ([2, 2, 2], ["a", "b", "a"], .constant),
      ([1, 1, 2, 2], ["a", "a", "b", "b"], .constantGroups),
      ([1, 2, 3], ["a", "b", "c"], .tooFew(needed: 4, got: 3)),
      ([], [], .tooFewGroups(needed: 2, got: 0)), ([1, 2], ["a"], .lengthsDiffer(2, 1)),
    ] as [([Double], [String?], StatisticsError)])
  func whatIsUndefinedSaysWhy(_ x: [Double], _ y: [String?], _ error: StatisticsError) {
    #expect(throws: error) { try CorrelationRatio(Measured(x), Categories(Column(texts: y))) }
  }

  @Test(arguments: [1e300, 1e-300])
  func extremeMagnitudesRelateLikeOthers(_ scale: Double) throws {
    let x = [1.0, 2, 4, 5, 7, 3]
    let categories = Categories(Column(texts: ["a", "a", "b", "b", "c", "c"]))
    let plain = try CorrelationRatio(Measured(x), categories)
    let scaled = try CorrelationRatio(Measured(x.map { $0 * scale }), categories)
    expectClose(scaled.r, plain.r, relative: 1e-13)
    expectClose(scaled.p, try #require(plain.p), relative: 1e-12)
  }

  @Test func moreCategoriesThanAnyoneComparesAreRefused() {
    let rows = 0..<2_002
    let categories = Categories(Column(integers: rows.map { Int64($0 % 1_001) }))
    #expect(throws: StatisticsError.tooManyGroups(allowed: 1_000, got: 1_001)) {
      try CorrelationRatio(Measured(rows.map(Double.init)), categories)
    }
  }
}
