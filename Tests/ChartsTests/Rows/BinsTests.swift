import Frame
import TestSupport
import Testing

@testable import Charts

@Suite struct BinsTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func everyValueLiesInItsBin(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let scale = powerOfTen(Int.random(in: -6...6, using: &random))
    let values = (0..<200).map { _ in Double.random(in: -3...7, using: &random) * scale }
    let bins = try #require(Bins(values, count: 10))
    for (value, edge) in zip(values, bins.lowerEdges(values).doubles) {
      #expect(edge <= value + bins.width * 1e-9 && value < edge + bins.width * (1 + 1e-9))
    }
    #expect((4...25).contains(Set(bins.lowerEdges(values).doubles).count))
  }

  @Test func edgesAreRound() throws {
    let bins = try #require(Bins([18, 77], count: 10))
    #expect(bins.width == 5 && bins.start == 15)
  }

  @Test func missingAndInfiniteHaveNoBin() throws {
    let column = try #require(Bins([1, 2], count: 2)).lowerEdges([1, .nan, .infinity])
    #expect(column.missing == 2)
  }

  @Test func constantValuesHaveOneBinAroundThem() throws {
    let bins = try #require(Bins([4, 4], count: 5))
    #expect(bins.start < 4 && bins.start + bins.width > 4)
  }

  @Test func nothingHasNoBins() { #expect(Bins([.nan, .infinity], count: 3) == nil) }
}
