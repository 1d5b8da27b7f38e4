import Statistics
import TestSupport
import Testing

@Suite struct WilcoxonTests {
  /// Expected values: to 50 pairs all signs of the ranks counted with whole numbers, which SciPy
  /// 1.17.1 `wilcoxon(d, method="exact")` confirms without ties; above, R 4.2.2
  /// `wilcox.test(d, exact = FALSE, correct = TRUE)`.
  @Test(arguments: Case.all("paired", in: "groups"))
  func agreesWithCountingAndWithR(_ set: Case) throws {
    let (pair, expected) = (try set.pair(), try set.expected())
    let test = try Wilcoxon(pair.x, pair.y)
    #expect(test.v == expected["v"])
    #expect(Double(test.zeros) == expected["zeros"])
    expectClose(test.p, expected["v p"])
    expectClose(test.rankBiserial, expected["rank biserial"])
  }

  @Test func exactAndNormalAreToldApart() throws {
    let few = try Wilcoxon([1, 2, 3], [0, 2, 5])
    #expect(few.methodUsed == "two-sided, exact, pairs without a difference left out")
    let many = try Wilcoxon((0..<60).map(Double.init), (0..<60).map { Double($0 * $0) / 20 })
    #expect(many.z != nil && many.methodUsed.hasPrefix("two-sided, normal"))
  }

  /// All 2⁵ signs of five ranks: one-sided all has p = 2/32.
  @Test func theMostExtremeSignsOfFive() throws {
    expectClose(try Wilcoxon([1, 2, 3, 4, 5], [0, 0, 0, 0, 0]).p, 2.0 / 32)
  }

  @Test func equalPairsSayWhy() {
    #expect(throws: StatisticsError.constantDifferences) { try Wilcoxon([1, 2], [1, 2]) }
    #expect(throws: StatisticsError.tooFew(needed: 1, got: 0)) { try Wilcoxon([], []) }
  }
}
