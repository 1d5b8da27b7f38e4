import Frame
import Statistics
import TestSupport
import Testing

@Suite struct RiskEffectsTests {
  static let fourfold = Case.all("table", in: "groups").filter { set in
    (try? set.expected().values["or"]) != nil
  }

  /// Expected values: Woolf's and Katz's formulas in numpy 2.4.6, with ½ added where a cell is 0; SciPy
  /// 1.17.1 `relative_risk().confidence_interval()` confirms the latter.
  @Test(arguments: fourfold)
  func ratiosAgreeWithTheirFormulas(_ set: Case) throws {
    let (table, expected) = (try set.table(), try set.expected())
    let (odds, risk) = (try OddsRatio(table), try RiskRatio(table))
    expectClose(odds.value, expected["or"])
    expectClose(odds.interval?.low, expected["or low"], relative: 1e-11)
    expectClose(odds.interval?.high, expected["or high"], relative: 1e-11)
    expectClose(risk.value, expected["rr"])
    expectClose(risk.interval?.low, expected["rr low"], relative: 1e-11)
    expectClose(risk.interval?.high, expected["rr high"], relative: 1e-11)
    #expect(odds.isAdjusted == table.counts.joined().contains(0))
  }

  /// Expected values: statsmodels 0.15, `confint_proportions_2indep(…, method="newcomb",
  /// compare="diff")` and `proportion_confint(…, method="wilson")`.
  @Test(arguments: fourfold)
  func differencesAgreeWithStatsmodels(_ set: Case) throws {
    let (table, expected) = (try set.table(), try set.expected())
    let difference = try RiskDifference(table)
    expectClose(difference.value, expected["rd"], absolute: 1e-16)
    expectClose(difference.interval?.low, expected["rd low"], relative: 1e-11, absolute: 1e-16)
    expectClose(difference.interval?.high, expected["rd high"], relative: 1e-11, absolute: 1e-16)
    let row = table.counts[0]
    let share = try Proportion(Double(row[0]), of: Double(row[0] + row[1]))
    expectClose(share.interval?.low, expected["wilson low"], relative: 1e-11, absolute: 1e-16)
    expectClose(share.interval?.high, expected["wilson high"], relative: 1e-11)
  }

  @Test func otherTablesSayWhy() throws {
    let table = FisherExactTests.table([[1, 2, 3], [4, 5, 6]])
    #expect(throws: StatisticsError.notTwoByTwo) { try OddsRatio(table) }
    #expect(throws: StatisticsError.notTwoByTwo) { try RiskRatio(table) }
    #expect(throws: StatisticsError.notTwoByTwo) { try RiskDifference(table) }
  }

  @Test func impossibleSharesSayWhy() {
    #expect(throws: StatisticsError.tooFew(needed: 1, got: 0)) { try Proportion(0, of: 0) }
    #expect(throws: StatisticsError.invalidParameter("a part lies between 0 and its whole")) {
      try Proportion(3, of: 2)
    }
  }
}
