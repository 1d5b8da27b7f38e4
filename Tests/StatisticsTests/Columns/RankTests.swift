import Statistics
import TestSupport
import Testing

@Suite struct RankTests {
  /// Expected values: pandas 3.1.1, `Series.rank()`.
  @Test(arguments: Case.all("series"))
  func agreesWithPandas(_ set: Case) throws {
    let rank = Rank(try set.values())
    expectClose(rank.values, try set.expected().list("rank"))
    #expect(rank.n == rank.values.count { !$0.isNaN })
  }

  @Test func zerosOfEitherSignShareTheirRank() {
    #expect(Rank([0.0, -0.0, -1]).values == [2.5, 2.5, 1])
  }
}
