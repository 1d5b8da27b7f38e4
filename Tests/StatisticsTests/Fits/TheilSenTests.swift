import Statistics
import TestSupport
import Testing

@Suite struct TheilSenTests {
  /// Expected values: SciPy 1.17.1, `theilslopes(y, x, 0.95)`.
  @Test(arguments: ["plain", "ties", "gaps", "offset", "wild"])
  func agreesWithSciPy(_ name: String) throws {
    let reference = try TrendReference.read()
    let (x, y) = try reference.pair(name)
    let expected = try #require(reference.theil_sen[name])
    let line = try TheilSen(x, y)
    expectClose(line.slope, expected["slope"] ?? .nan)
    expectClose(line.intercept, expected["intercept"] ?? .nan)
    expectClose(line.interval?.low, expected["low"] ?? .nan)
    expectClose(line.interval?.high, expected["high"] ?? .nan)
  }

  @Test func aFewWildRowsMoveNothing() throws {
    let x = (0..<40).map(Double.init)
    var y = x.map { 2 * $0 + 1 }
    y[3] = 1e9
    y[30] = -1e9
    #expect(try TheilSen(x, y).slope == 2)
  }

  @Test func manyRowsTakeSomePairsAndSaySo() throws {
    var generator = SeededGenerator(seed: 1)
    let x = (0..<20_000).map(Double.init)
    let y = x.map { 0.25 * $0 + Double.random(in: -100...100, using: &generator) }
    let line = try TheilSen(x, y)
    #expect(!line.isExact && line.interval == nil)
    expectClose(line.slope, 0.25, relative: 1e-3)
  }

  @Test func whatHasNoLineSaysWhy() {
    #expect(throws: StatisticsError.constant) { try TheilSen([1, 1, 1], [1, 2, 3]) }
    #expect(throws: StatisticsError.tooFew(needed: 2, got: 1)) { try TheilSen([1], [1]) }
    #expect(throws: StatisticsError.tooFew(needed: 2, got: 0)) { try TheilSen([], []) }
  }
}
