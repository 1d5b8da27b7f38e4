import Statistics
import TestSupport
import Testing

@Suite struct MannWhitneyTests {
  /// Expected values: SciPy 1.17.1, `mannwhitneyu(x, y, method=…)`, exact without ties below 50
  /// values a group and asymptotic from there.
  @Test(arguments: Case.all("two"))
  func agreesWithSciPy(_ set: Case) throws {
    let (groups, expected) = (try set.groups(), try set.expected())
    let test = try MannWhitney(groups[0], groups[1])
    expectClose(test.u, expected["u"])
    if !(test.hasTies && test.z == nil) { expectClose(test.p, expected["u p"]) }
  }

  /// Expected values: all choices of the ranks counted with whole numbers.
  @Test(arguments: Case.all("two", in: "groups"))
  func exactWithTiesAgreesWithCounting(_ set: Case) throws {
    let groups = try set.groups()
    let test = try MannWhitney(groups[0], groups[1])
    #expect(test.hasTies && test.z == nil)
    expectClose(test.p, try set.expected()["exact p"])
  }

  @Test func exactAndNormalAreToldApart() throws {
    #expect(try MannWhitney([1, 2, 3], [4, 5, 6]).methodUsed == "two-sided, exact")
    #expect(try MannWhitney([1, 2, 3], [3, 5, 6]).methodUsed == "two-sided, exact")
    let many = (0..<50).map(Double.init)
    let normal = try MannWhitney(many, [3, 5, 6])
    #expect(normal.hasTies && normal.z != nil)
    #expect(normal.methodUsed == "two-sided, normal with ties and continuity corrected")
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
