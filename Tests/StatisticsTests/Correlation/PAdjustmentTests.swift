import Statistics
import TestSupport
import Testing

@Suite struct PAdjustmentTests {
  /// Expected values: statsmodels 0.15.0, `multipletests(p, method=…)` with bonferroni, holm, fdr_bh
  /// and fdr_by.
  @Test(arguments: Case.all("adjusted"))
  func agreesWithStatsmodels(_ set: Case) throws {
    let p = try #require(Reference.read().p[set.name])
    for method in PAdjustment.allCases where method != .none {
      expectClose(
        method.adjusted(p).compactMap { $0 }, try set.expected().list(method.rawValue),
        method.rawValue)
    }
  }

  @Test func undefinedTestsAreNoPartOfTheFamily() {
    #expect(PAdjustment.bonferroni.adjusted([nil, 0.125, nil, 0.25]) == [nil, 0.25, nil, 0.5])
    #expect(PAdjustment.by.adjusted([nil, nil]) == [nil, nil])
    #expect(PAdjustment.none.adjusted([0.2, nil]) == [0.2, nil])
  }

  @Test(arguments: PAdjustment.allCases)
  func adjustedValuesKeepTheirOrderAndGrow(_ method: PAdjustment) {
    var generator = SeededGenerator(seed: 11)
    let p = (0..<40).map { _ in Double.random(in: 0...0.2, using: &generator) }.sorted()
    let adjusted = method.adjusted(p).compactMap { $0 }
    #expect(adjusted == adjusted.sorted())
    #expect(zip(p, adjusted).allSatisfy { $0 <= $1 && $1 <= 1 })
  }
}
