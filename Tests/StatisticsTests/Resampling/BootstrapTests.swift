import Statistics
import TestSupport
import Testing

@Suite struct BootstrapTests {
  static let values = (0..<400).map { Double($0 * $0 % 997) / 10 }

  @Test func theMeanByItsOwnPathIsTheMeanByAnyFunction() throws {
    let fast = try Bootstrap(meanOf: Self.values)
    let any = try Bootstrap(Sample(Self.values)) { $0.reduce(0, +) / Double($0.count) }
    expectClose(fast.replicates, any.replicates, relative: 1e-13)
    expectClose(fast.standardError, any.standardError, relative: 1e-11)
    expectClose(fast.ends.acceleration, try #require(any.ends.acceleration), relative: 1e-10)
    expectClose(fast.interval?.low, try #require(any.interval?.low), relative: 1e-11)
  }

  @Test func theErrorIsThatOfTheMean() throws {
    let means = try Bootstrap(meanOf: Self.values, .init(resamples: 20_000))
    let described = Describe(Self.values)
    expectClose(means.standardError, try #require(described.standardError), relative: 0.02)
    #expect(abs(means.bias) < means.standardError / 20)
    #expect(means.estimate == described.mean)
    #expect(means.replicates.count == 20_000)
  }

  @Test func theSeedDecidesAlone() throws {
    let (a, b) = (try Bootstrap(meanOf: Self.values), try Bootstrap(meanOf: Self.values))
    #expect(a == b)
    #expect(a.replicates != (try Bootstrap(meanOf: Self.values, .init(seed: 2))).replicates)
  }

  @Test func aMedianOfManyRowsIsHeldInGroups() throws {
    let values = (0..<3000).map { Double($0 * 7919 % 3001) }
    let medians = try Bootstrap(Sample(values), .init(resamples: 200)) { Describe($0).median }
    #expect(medians.interval.map { $0.low < 1500 && 1500 < $0.high } == true)
  }

  @Test func theOrderOfManyRowsDoesNotShow() throws {
    let ascending = (0..<10_000).map { Double($0 * $0) * Double($0) }
    let options = Bootstrap.Options(resamples: 200)
    let exact = try #require(try Bootstrap(meanOf: ascending, options).ends.acceleration)
    let dealt = try Bootstrap(Sample(ascending), options) { $0.reduce(0, +) / Double($0.count) }
    // 1,000 groups tell a skewness to about √(6/1000).
    expectClose(dealt.ends.acceleration, exact, absolute: 3 * 0.0774 / (6 * 1000.0.squareRoot()))
  }

  @Test(arguments: BootstrapInterval.Kind.allCases)
  func scaleAndShiftCarryOver(_ kind: BootstrapInterval.Kind) throws {
    let options = Bootstrap.Options(resamples: 500, kind: kind)
    let plain = try Bootstrap(meanOf: Self.values, options)
    let moved = try Bootstrap(meanOf: Self.values.map { 1000 + 4 * $0 }, options)
    expectClose(
      moved.interval?.low, 1000 + 4 * (try #require(plain.interval?.low)), relative: 1e-12)
    expectClose(moved.standardError, 4 * plain.standardError, relative: 1e-11)
  }

  @Test func whatHasNoBootstrapSaysWhy() {
    #expect(throws: StatisticsError.constant) { try Bootstrap(meanOf: [2, 2, 2]) }
    #expect(throws: StatisticsError.tooFew(needed: 2, got: 1)) {
      try Bootstrap(meanOf: [2, .nan, .infinity])
    }
    #expect(throws: StatisticsError.self) { try Bootstrap(meanOf: [1, 2], .init(resamples: 1)) }
    #expect(throws: StatisticsError.self) { try Bootstrap(meanOf: [1, 2], .init(level: 2)) }
    #expect(throws: StatisticsError.outOfRange) { try Bootstrap(Sample([1, 2])) { _ in nil } }
    #expect(throws: StatisticsError.constant) { try Bootstrap(Sample([1, 2])) { _ in 3 } }
  }
}
