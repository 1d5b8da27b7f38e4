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
    expect(try SpearmanCorrelation(x, y), try set.expected())
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
