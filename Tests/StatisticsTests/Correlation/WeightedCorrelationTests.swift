import Statistics
import TestSupport
import Testing

@Suite struct WeightedCorrelationTests {
  /// Expected values: mpmath 1.4.1 with 60 digits on the table in which each row stands as often as
  /// its weight says, ranks by SciPy 1.17.1 `rankdata`.
  @Test(arguments: Case.all("weighted", in: "assoc"))
  func agreesWithTheRepeatedRows(_ set: Case) throws {
    let columns = try set.groups()
    let expected = try set.expected()
    let results: [(String, any Correlation)] = [
      ("pearson", try PearsonCorrelation(columns[0], columns[1], weights: columns[2])),
      ("spearman", try SpearmanCorrelation(columns[0], columns[1], weights: columns[2])),
    ]
    for (name, result) in results {
      #expect(Double(result.n) == expected["n"])
      expectClose(result.r, expected["\(name) r"], relative: 1e-13, name)
      expectClose(result.p, expected["\(name) p"], relative: 1e-11, name)
      expectClose(result.interval?.low, expected["\(name) low"], name)
      expectClose(result.interval?.high, expected["\(name) high"], name)
    }
  }

  @Test func noWeightsAreWeightsOfOne() throws {
    let (x, y) = ([3.0, 1, 4, 1.5, 9], [2.0, 7, 1, 8, 2.5])
    let ones = [1.0, 1, 1, 1, 1]
    let (plain, weighted) = (
      try SpearmanCorrelation(x, y), try SpearmanCorrelation(x, y, weights: ones)
    )
    #expect(plain == weighted)
  }

  @Test(arguments: [([1, -1, 2], 1), ([1, 1, 0.5], 2)] as [([Double], Int)])
  func whatIsNoCountIsAnError(_ weights: [Double], _ row: Int) {
    #expect(throws: StatisticsError.invalidWeight(row: row)) {
      try PearsonCorrelation([1, 2, 4], [2, 1, 3], weights: weights)
    }
  }

  @Test func countsBeyondWholeDoublesAreRefused() {
    #expect(throws: StatisticsError.outOfRange) {
      try PearsonCorrelation([1, 2, 4], [2, 1, 3], weights: [1e300, 1, 1])
    }
  }
}
