import Statistics
import TestSupport
import Testing

@Suite struct RocCurveTests {
  @Test func scoresThatTellAllApartHaveTheWholeArea() throws {
    let curve = try RocCurve([1, 2, 3, 4], isEvent: [false, false, true, true])
    #expect(curve.area == 1 && curve.standardError == 0)
  }

  @Test func equalScoresTellNothing() throws {
    let curve = try RocCurve([1, 1, 1, 1], isEvent: [false, true, false, true])
    #expect(curve.area == 0.5 && curve.points.count == 2)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func theAreaIsMannWhitneysShareOfPairs(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let scores = (0..<60).map { _ in Double(Int.random(in: 0...12, using: &generator)) }
    let isEvent = (0..<60).map { _ in Bool.random(using: &generator) }
    let curve = try RocCurve(scores, isEvent: isEvent)
    var (wins, pairs) = (0.0, 0.0)
    for event in scores.indices where isEvent[event] {
      for other in scores.indices where !isEvent[other] {
        pairs += 1
        wins += scores[event] > scores[other] ? 1 : scores[event] == scores[other] ? 0.5 : 0
      }
    }
    expectClose(curve.area, wins / pairs)
  }

  @Test func oneKindOfRowHasNoCurve() {
    #expect(throws: StatisticsError.constant) { try RocCurve([1, 2], isEvent: [true, true]) }
    #expect(throws: StatisticsError.lengthsDiffer(2, 1)) { try RocCurve([1, 2], isEvent: [true]) }
  }
}
