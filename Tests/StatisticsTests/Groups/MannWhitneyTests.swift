import Statistics
import TestSupport
import Testing

@Suite struct MannWhitneyTests {
  /// Expected values: SciPy 1.17.1, `mannwhitneyu(x, y, method=…)`, exact without ties below 50
  /// values a group and asymptotic otherwise.
  @Test(arguments: Case.all("two"))
  func agreesWithSciPy(_ set: Case) throws {
    let (groups, expected) = (try set.groups(), try set.expected())
    let test = try MannWhitney(groups[0], groups[1])
    expectClose(test.u, expected["u"])
    expectClose(test.p, expected["u p"])
  }

  @Test func exactAndNormalAreToldApart() throws {
    #expect(try MannWhitney([1, 2, 3], [4, 5, 6]).methodUsed == "two-sided, exact")
    let tied = try MannWhitney([1, 2, 3], [3, 5, 6])
    #expect(tied.hasTies && tied.z != nil)
    #expect(tied.methodUsed == "two-sided, normal with ties and continuity corrected")
  }

  /// All 20 arrangements of three among six: the most extreme has p = 2/20.
  @Test func theMostExtremeArrangementOfSix() throws {
    expectClose(try MannWhitney([1, 2, 3], [4, 5, 6]).p, 0.1)
    expectClose(try MannWhitney([4, 5, 6], [1, 2, 3]).p, 0.1)
  }

  @Test func equalValuesThroughoutSayWhy() {
    #expect(throws: StatisticsError.constant) { try MannWhitney([2, 2], [2, 2, 2]) }
    #expect(throws: StatisticsError.tooFew(needed: 1, got: 0)) { try MannWhitney([], [2]) }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func onlyTheOrderMatters(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let x = (0..<60).map { _ in Double(Int.random(in: 1...40, using: &generator)) }
    let y = (0..<30).map { _ in Double(Int.random(in: 1...40, using: &generator)) }
    let bent = try MannWhitney(x.map { $0 * $0 }, y.map { $0 * $0 })
    #expect(try MannWhitney(x, y) == bent)
  }
}
