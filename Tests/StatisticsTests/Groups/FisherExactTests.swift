import Frame
import Statistics
import TestSupport
import Testing

@Suite struct FisherExactTests {
  /// Expected values: mpmath 1.4.1 with 40 digits by the definitions of R's `fisher.test`, which SciPy
  /// 1.17.1 `fisher_exact` and `contingency.odds_ratio` confirm; larger tables counted with whole
  /// numbers, which R 4.2.2 confirms.
  @Test(arguments: Case.all("table", in: "groups"))
  func agreesWithCounting(_ set: Case) throws {
    let (test, expected) = (try FisherExact(set.table()), try set.expected())
    expectClose(test.p, expected["p"], relative: 1e-11)
    guard let oddsRatio = test.oddsRatio else { return }
    expectClose(oddsRatio, expected["odds"], relative: 1e-11)
    expectClose(test.interval?.low, expected["odds low"], relative: 1e-11)
    expectClose(test.interval?.high, expected["odds high"], relative: 1e-11)
  }

  @Test func anExchangedTableHasTheSameP() throws {
    let counts = [[3, 9, 1], [8, 2, 4]]
    let turned = (0..<3).map { column in counts.map { $0[column] } }
    let (test, other) = (try FisherExact(Self.table(counts)), try FisherExact(Self.table(turned)))
    expectClose(test.p, other.p)
  }

  @Test func tablesTooLargeToCountSayWhy() {
    let counts = (0..<8).map { row in (0..<8).map { 20 + ($0 * 7 + row * 11) % 13 } }
    #expect(throws: StatisticsError.invalidParameter("table too large to count exactly")) {
      try FisherExact(Self.table(counts))
    }
    #expect(throws: StatisticsError.tooFewGroups(needed: 2, got: 1)) {
      try FisherExact(Self.table([[3, 0], [4, 0]]))
    }
  }

  @Test func aMillionRowsAreNoTrouble() throws {
    let test = try FisherExact(Self.table([[250_000, 250_500], [251_000, 249_000]]))
    #expect(test.p > 0 && test.p < 0.05 && test.interval != nil)
  }

  @Test func billionsOfRowsSayWhy() {
    for counts in [[[2_000_000_000, 5], [3, 1]], [[90_000, 90_000, 1], [90_000, 1, 1]]] {
      #expect(throws: StatisticsError.invalidParameter("table too large to count exactly")) {
        try FisherExact(Self.table(counts))
      }
    }
  }

  static func table(_ counts: [[Int]]) -> Crosstab {
    Crosstab(
      rows: counts.indices.map { .integer(Int64($0)) },
      columns: counts[0].indices.map { .integer(Int64($0)) }, counts: counts)
  }
}
