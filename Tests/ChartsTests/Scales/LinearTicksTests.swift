import TestSupport
import Testing

@testable import Charts

@Suite struct LinearTicksTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func ticksBeyondCoverTheDataWithRoundSteps(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let scale = powerOfTen(Int.random(in: -200...200, using: &random))
    let low = Double.random(in: -1...1, using: &random) * scale
    let data = low...low + Double.random(in: 0.001...3, using: &random) * scale
    let search = LinearTicks(data: data, reach: .beyond, target: Double(2 + seed % 9))
    let best = try #require(search.best { _ in true })
    let span = data.upperBound - data.lowerBound
    #expect(best.ends.low <= data.lowerBound + span * 1e-6)
    #expect(best.ends.high >= data.upperBound - span * 1e-6)
    #expect((2...30).contains(best.count))
    let digits = best.step / powerOfTen(magnitude(best.step * (1 + 1e-12)))
    #expect([1, 2, 2.5, 3, 4, 5, 10].contains { isClose(digits, $0, relative: 1e-9) })
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func ticksWithinStayInsideTheData(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let low = Double.random(in: -1000...1000, using: &random)
    let data = low...low + Double.random(in: 1...500, using: &random)
    let best = try #require(
      LinearTicks(data: data, reach: .within, target: 5).best { _ in true })
    #expect(best.values.allSatisfy { data.contains($0) })
  }

  @Test(arguments: [
    (0.0...97.0, [0.0, 25, 50, 75, 100]), (1003...1310, [1000, 1100, 1200, 1300, 1400]),
    (0...1, [0, 0.25, 0.5, 0.75, 1]), (-3...6, [-4, -2, 0, 2, 4, 6]),
  ])
  func ticksAreRound(_ data: ClosedRange<Double>, _ expected: [Double]) throws {
    let best = try #require(LinearTicks(data: data, reach: .beyond, target: 5).best { _ in true })
    #expect(best.values.count == expected.count, "\(best.values)")
    #expect(
      zip(best.values, expected).allSatisfy { isClose($0, $1, relative: 1e-12) }, "\(best.values)")
  }

  @Test(arguments: [
    5.0...5, 1e15...1e15 + 0.001, -.greatestFiniteMagnitude ... .greatestFiniteMagnitude,
  ])
  func rangeThatCannotBeSplitHasNone(_ data: ClosedRange<Double>) {
    #expect(LinearTicks(data: data, reach: .beyond, target: 5).best { _ in true } == nil)
  }

  @Test func countsHaveNoHalves() throws {
    let search = LinearTicks(data: 0...2, reach: .beyond, target: 6, smallestStep: 1)
    #expect(try #require(search.best { _ in true }).values == [0, 1, 2])
  }
}
