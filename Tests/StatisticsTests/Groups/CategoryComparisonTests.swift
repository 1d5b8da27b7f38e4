import Frame
import Statistics
import TestSupport
import Testing

@Suite struct CategoryComparisonTests {
  @Test(arguments: [
    ([[12, 5], [7, 16]], "chi_square"), ([[3, 1], [1, 3]], "fisher_exact"),
    ([[10, 20, 30, 5], [8, 25, 12, 9]], "chi_square"), ([[1, 0, 2], [3, 4, 0]], "fisher_exact"),
  ])
  func expectedCountsChooseTheTest(_ counts: [[Int]], _ test: String) throws {
    let result = try CategoryComparison(FisherExactTests.table(counts))
    #expect(result.tests.map(\.name) == [test])
    #expect(result.tests[0].p != nil)
  }

  @Test func aTableTooLargeToCountIsTestedByChiSquaredAndSaysSo() throws {
    let counts = (0..<9).map { row in (0..<9).map { 2 + ($0 * 7 + row * 11) % 5 } }
    let result = try CategoryComparison(FisherExactTests.table(counts))
    #expect(result.tests.map(\.name) == ["chi_square"])
    #expect(result.concerns.contains(.tooLargeForExact))
  }

  /// The share of true among b over that among a: (3/4) / (1/4).
  @Test func risksAreOfTheLastColumnInTheLastRow() throws {
    let result = try CategoryComparison(
      Column(texts: ["a", "a", "a", "a", "b", "b", "b", "b"]),
      Column(booleans: [true, false, false, false, true, true, true, false]))
    let values = Dictionary(uniqueKeysWithValues: result.effects.map { ($0.name, $0.value) })
    expectClose(try #require(values["risk_ratio"]), 3)
    expectClose(try #require(values["risk_difference"]), 0.5)
    expectClose(try #require(values["odds_ratio"]), 9)
  }

  @Test func oneCategorySaysWhy() throws {
    let result = try CategoryComparison(
      Column(texts: ["a", "b", "a"]), Column(texts: ["x", "x", "x"]))
    #expect(result.tests[0].reason?.reason == "one group, needs 2")
    #expect(result.effects[0].value == nil && result.chiSquare == nil)
  }

  @Test func testsOfNumbersSayThatTheyNeedNumbers() throws {
    let result = try CategoryComparison(
      FisherExactTests.table([[12, 5], [7, 16]]), tests: [.chiSquare, .fisherExact])
    #expect(result.tests.map(\.name) == ["chi_square", "fisher_exact"])
    #expect(result.tests.allSatisfy { $0.p != nil })
  }

  @Test(arguments: [
    ([[3, 0], [1, 4]], StatisticsError.infiniteEstimate),
    ([[0, 3], [4, 1]], nil),
    ([[3, 0, 1], [1, 4, 2]], .noStatistic),
  ])
  func exactTestsWithoutAllNumbersSayWhy(_ counts: [[Int]], _ reason: StatisticsError?) throws {
    let table = Crosstab(
      rows: [.integer(0), .integer(1)], columns: counts[0].indices.map { .integer(Int64($0)) },
      counts: counts)
    let test = try CategoryComparison(table, tests: [.fisherExact]).tests[0]
    #expect(test.p != nil && test.reason == reason)
  }
}
