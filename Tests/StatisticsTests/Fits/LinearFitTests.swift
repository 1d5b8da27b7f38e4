import Statistics
import TestSupport
import Testing

@Suite struct LinearFitTests {
  /// Expected values: mpmath 1.4.1 with 60 digits; SciPy 1.17.1 `linregress` agrees as far as its own
  /// digits reach.
  @Test(arguments: Case.all("line"))
  func agreesWithTheReference(_ set: Case) throws {
    let (x, y) = try set.pair()
    let (fit, expected) = (try LinearFit(x, y), try set.expected())
    // Residuals of a close fit, or at a large offset, begin where the digits of y end.
    let loose = set.name == "close" ? 1e-9 : 1e-11
    #expect(Double(fit.n) == expected["n"])
    expectClose(fit.slope, expected["slope"])
    expectClose(fit.intercept, expected["intercept"])
    expectClose(fit.slopeStandardError, expected["slope_se"], relative: loose)
    expectClose(fit.interceptStandardError, expected["intercept_se"], relative: loose)
    expectClose(fit.residualDeviation, expected["sd"], relative: loose)
    expectClose(fit.r, expected["r"])
    expectClose(fit.t, expected["t"], relative: loose)
    expectClose(fit.p, expected["p"], relative: loose * 100)
    expectClose(fit.sxx, expected["sxx"])
    expectClose(fit.meanX, expected["mean_x"])
    let at = expected["at"]
    expectClose(fit.predict(at), expected["height"])
    expectClose(fit.confidenceBand(at)?.low, expected["low"])
    expectClose(fit.confidenceBand(at)?.high, expected["high"])
    expectClose(fit.predictionBand(at)?.low, expected["new_low"])
    expectClose(fit.predictionBand(at)?.high, expected["new_high"])
  }

  /// Certified values: NIST StRD, Norris.
  @Test func reachesTheCertifiedValuesOfNorris() throws {
    let nist = try NIST("linear", "Norris")
    let fit = try LinearFit(nist.rows.map { $0[1] }, nist.rows.map { $0[0] })
    expectClose(fit.slope, 1.00211681802045, relative: 1e-13)
    expectClose(fit.intercept, -0.262323073774029, relative: 1e-13)
    expectClose(fit.slopeStandardError, 0.429796848199937e-3, relative: 1e-13)
    expectClose(fit.interceptStandardError, 0.232818234301152, relative: 1e-13)
    expectClose(fit.residualDeviation, 0.884796396144373, relative: 1e-13)
    expectClose(fit.rSquared, 0.999993745883712, relative: 1e-14)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func weightsStandForRepeatedRows(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var (x, y, weights): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<25 {
      x.append(Double.random(in: 0...10, using: &generator))
      y.append(Double.random(in: 0...10, using: &generator))
      weights.append(Double(Int.random(in: 0...4, using: &generator)))
    }
    func repeated(_ values: [Double]) -> [Double] {
      zip(values, weights).flatMap { Array(repeating: $0, count: Int($1)) }
    }
    let (weighted, long) = (
      try LinearFit(x, y, weights: weights), try LinearFit(repeated(x), repeated(y))
    )
    #expect(weighted.n == long.n)
    expectClose(weighted.slope, long.slope, relative: 1e-11)
    expectClose(weighted.intercept, long.intercept, relative: 1e-11)
    expectClose(weighted.slopeStandardError, try #require(long.slopeStandardError))
    expectClose(weighted.p, try #require(long.p), relative: 1e-10)
    expectClose(weighted.r, try #require(long.r), relative: 1e-10)
  }

  @Test(arguments: [-1, 0.5, .infinity])
  func aWeightThatIsNoCountIsAnError(_ weight: Double) {
    #expect(throws: StatisticsError.invalidWeight(row: 1)) {
      try LinearFit([1, 2, 3], [1, 2, 4], weights: [1, weight, 1])
    }
  }

  @Test func rowsWithoutAWeightAreMissing() throws {
    let fit = try LinearFit([1, 2, 3, 4, 5], [1, 2, 4, 4, .nan], weights: [1, .nan, 0, 2, 1])
    #expect((fit.n, fit.missing) == (3, 2))
  }

  @Test func aPerfectLineHasNoErrorAndPZero() throws {
    let fit = try LinearFit([1, 2, 3, 4], [3, 5, 7, 9])
    #expect((fit.slope, fit.intercept, fit.r) == (2, 1, 1))
    #expect((fit.slopeStandardError, fit.residualDeviation, fit.t) == (0, 0, nil))
    #expect(fit.p == 0 && fit.reason == nil)
    #expect(fit.confidenceBand(10)?.low == 21)
  }

  @Test func aConstantYHasALevelLineWithoutCorrelation() throws {
    let fit = try LinearFit([1, 2, 3, 4], [0.1, 0.1, 0.1, 0.1])
    #expect((fit.slope, fit.intercept) == (0, 0.1))
    #expect(fit.r == nil && fit.p == nil && fit.t == nil)
    #expect(fit.reason == .constant)
  }

  @Test func twoPairsHaveALineWithoutBand() throws {
    let fit = try LinearFit([1, 2], [3, 5])
    #expect((fit.slope, fit.intercept) == (2, 1))
    #expect(fit.confidenceBand(1) == nil && fit.p == nil)
    #expect(fit.reason == .tooFew(needed: 3, got: 2))
  }

  @Test(
    arguments: [
      ([2, 2, 2], [1, 2, 3], .constant), ([1], [1], .tooFew(needed: 2, got: 1)),
      ([.nan, 1], [1, .infinity], .tooFew(needed: 2, got: 0)),
    ] as [([Double], [Double], StatisticsError)])
  func whatHasNoLineSaysWhy(_ x: [Double], _ y: [Double], _ error: StatisticsError) {
    #expect(throws: error) { try LinearFit(x, y) }
  }

  @Test func aSlopeBeyondTheRangeSaysSo() {
    #expect(throws: StatisticsError.outOfRange) {
      try LinearFit([1e-250, 2e-250, 4e-250], [1e250, 5e250, 3e250])
    }
  }

  @Test(arguments: [(1e200, 1.0), (1, 1e-200), (1e-200, 1e100)])
  func extremeMagnitudesFitLikeOthers(_ scaleX: Double, _ scaleY: Double) throws {
    let (x, y) = ([1.0, 2, 4, 5, 7], [2.0, 1, 5, 3, 9])
    let (plain, scaled) = (
      try LinearFit(x, y), try LinearFit(x.map { $0 * scaleX }, y.map { $0 * scaleY })
    )
    expectClose(scaled.t, try #require(plain.t), relative: 1e-12)
    expectClose(scaled.slope, plain.slope * (scaleY / scaleX))
  }
}
