import TestSupport
import Testing

@testable import Statistics

@Suite struct RankWindowTests {
  @Test(arguments: [1, 64, 65, 5000, 300_000])
  func findsNeighboursLikeASortedList(_ ranks: Int) {
    var generator = SeededGenerator(seed: UInt64(ranks))
    var window = RankWindow(ranks: ranks)
    var members: Set<Int> = []
    for _ in 0..<300 {
      let rank = Int.random(in: 0..<ranks, using: &generator)
      if members.remove(rank) == nil {
        members.insert(rank)
        window.insert(rank)
      } else {
        window.remove(rank)
      }
      let probe = Int.random(in: 0..<ranks, using: &generator)
      let (count, next, last) = (
        window.count, window.rank(after: probe), window.rank(before: probe)
      )
      #expect(count == members.count)
      #expect(next == members.filter { $0 > probe }.min())
      #expect(last == members.filter { $0 < probe }.max())
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func theCursorFindsEachPlace(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var window = RankWindow(ranks: 1000)
    var members: [Int] = []
    for _ in 0..<400 {
      let rank = Int.random(in: 0..<1000, using: &generator)
      if let place = members.firstIndex(of: rank) {
        members.remove(at: place)
        window.remove(rank)
      } else {
        members.append(rank)
        window.insert(rank)
      }
      guard !members.isEmpty else { continue }
      let place = Int.random(in: 0..<members.count, using: &generator)
      window.seek(below: place)
      let cursor = window.cursor
      #expect(cursor == members.sorted()[place])
    }
  }
}
