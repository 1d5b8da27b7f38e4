import TestSupport
import Testing

@testable import Statistics

@Suite struct ExactRankSumTests {
  /// Without ties every way of counting agrees.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func agreesWithTheCountsOfU(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (1...15).map(Double.init).shuffled(using: &generator)
    let test = try MannWhitney(Array(values[..<6]), Array(values[6...]))
    let sum = values[..<6].reduce(0, +)
    expectClose(ExactRankSum.p(sum, choosing: 6, of: values), test.p)
  }

  /// Of the ranks 1, 2.5, 2.5, 4 two are chosen: sums 3.5, 3.5, 5, 5, 6.5, 6.5.
  @Test func tiesAreCountedAsTheyAre() {
    expectClose(ExactRankSum.p(3.5, choosing: 2, of: [1, 2.5, 2.5, 4]), 4.0 / 6)
    expectClose(ExactRankSum.p(5, choosing: 2, of: [1, 2.5, 2.5, 4]), 1)
  }
}
