import Statistics
import TestSupport
import Testing

@Suite struct SpearmanCorrelationTests {
  /// Expected values: mpmath 1.4.1 on SciPy's `rankdata`; SciPy 1.17.1 `spearmanr` agrees.
  ///
  /// Interval: tanh(atanh ρ ± z√((1 + ρ²/2)/(n − 3))).
  @Test(arguments: Case.all("spearman"))
  func agreesWithTheReference(_ set: Case) throws {
    let (x, y) = try set.pair()
    let result = try SpearmanCorrelation(x, y)
    let expected = try set.expected()
    if result.isExact {
      expectClose(result.r, expected["r"])
      expectClose(result.interval?.low, expected["low"])
    } else {
      expect(result, expected)
    }
  }

  /// Expected values: every order of the ranks counted (numpy 2.4.6), as R's `cor.test(x, y,
  /// method = "spearman", exact = TRUE)` does to n = 9.
  @Test(arguments: Case.all("spearman", in: "assoc"))
  func fewPairsWithoutTiesAreTestedExactly(_ set: Case) throws {
    let (x, y) = try set.pair()
    let result = try SpearmanCorrelation(x, y)
    #expect(result.isExact)
    expectClose(result.r, try set.expected()["r"], relative: 1e-14)
    expectClose(result.p, try set.expected()["p"], relative: 1e-14)
  }

  @Test func tiesAndMorePairsAreTestedByT() throws {
    #expect(try !SpearmanCorrelation([1, 2, 2, 4], [1, 3, 2, 5]).isExact)
    #expect(try !SpearmanCorrelation([1, 2, 3, 4], [1, 3, 3, 5]).isExact)
    let ten = (1...10).map(Double.init)
    #expect(try !SpearmanCorrelation(ten, ten.map { $0 * $0 }).isExact)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func onlyTheOrderMatters(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let x = (0..<40).map { _ in Double.random(in: 0...5, using: &generator) }
    let y = (0..<40).map { _ in Double.random(in: 0...5, using: &generator) }
    let plain = try SpearmanCorrelation(x, y)
    let bent = try SpearmanCorrelation(x.map { $0 * $0 * $0 }, y.map { -1 / ($0 + 1) })
    #expect(bent == plain)
  }

  @Test func aConstantSaysWhy() {
    #expect(throws: StatisticsError.constant) { try SpearmanCorrelation([1, 1, 1], [1, 2, 3]) }
  }
}
