import TestSupport
import Testing

@testable import Statistics

@Suite struct KendallCorrelationTests {
  /// Expected values: SciPy 1.17.1, `kendalltau(x, y, method=…)`, exact without ties up to 50 pairs
  /// and asymptotic otherwise.
  ///
  /// Interval: tanh(atanh τ ± z√(0.437/(n − 4))).
  @Test(arguments: Case.all("kendall"))
  func agreesWithSciPy(_ set: Case) throws {
    let (x, y) = try set.pair()
    expect(try KendallCorrelation(x, y), try set.expected())
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func scoreEqualsThatOfAllPairs(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 3...60, using: &generator)
    let x = (0..<count).map { _ in Double(Int.random(in: 0...12, using: &generator)) }
    let y = (0..<count).map { _ in Double(Int.random(in: 0...12, using: &generator)) }
    var score = 0
    for i in 0..<count {
      for j in 0..<i {
        score +=
          Int(((x[i] - x[j]) * (y[i] - y[j])).sign == .minus ? -1 : 1)
          * ((x[i] - x[j]) * (y[i] - y[j]) == 0 ? 0 : 1)
      }
    }
    #expect(try KendallCorrelation(x, y).score == score)
  }

  @Test func aConstantSaysWhy() {
    #expect(throws: StatisticsError.constant) { try KendallCorrelation([1, 2, 3], [4, 4, 4]) }
  }

  @Test func inversionsOfADescentAreAllPairs() {
    #expect(Inversions.count([5, 4, 3, 2, 1]) == 10)
    #expect(Inversions.count([1, 1, 2, 2]) == 0)
  }
}
