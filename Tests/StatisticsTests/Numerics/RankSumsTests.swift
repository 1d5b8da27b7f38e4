import TestSupport
import Testing

@testable import Statistics

@Suite struct RankSumsTests {
  @Test(arguments: 0..<6 as Range<UInt64>)
  func areTheSumsOfRanks(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let groups = (0..<4).map { group in
      (0..<(group * 200)).map { _ in Double(Int.random(in: 0...50, using: &generator)) }
    }
    let (sums, ranks) = (RankSums(groups.map { Sample($0) }), Ranks(groups.flatMap(\.self)))
    var start = 0
    for (number, group) in groups.enumerated() {
      #expect(sums.sums[number] == ranks.ranks[start..<start + group.count].reduce(0, +))
      start += group.count
    }
    #expect(sums.count == ranks.ranks.count)
    #expect(sums.tieSum == ranks.tieSum)
    #expect(sums.hasTies)
  }
}
