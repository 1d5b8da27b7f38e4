import CKernels
import TestSupport
import Testing

@testable import Statistics

@Suite struct CompensatedSumTests {
  @Test func smallAddendsSurviveLargeOnes() {
    var sum = CompensatedSum()
    for value in [1e100, 1, -1e100, 1e-30] { sum.add(value) }
    #expect(sum.value == 1)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func orderDoesNotShow(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var values = (0..<500).map { _ in
      Double.random(in: -1...1, using: &generator)
        * [1, 1e8, 1e-8][Int.random(in: 0...2, using: &generator)]
    }
    var first = CompensatedSum()
    for value in values { first.add(value) }
    values.shuffle(using: &generator)
    let second = CompensatedSum(bs_sum(values, values.count, 1))
    expectClose(second.value, first.value, relative: 1e-15)
  }
}
