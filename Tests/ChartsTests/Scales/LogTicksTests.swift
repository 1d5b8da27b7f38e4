import Testing

@testable import Charts

@Suite struct LogTicksTests {
  @Test func longRangesEndAtDecades() {
    #expect(LogTicks.nice(0.03...20_000) == 0.01...100_000)
  }

  @Test func shortRangesEndAtOneTwoOrFive() {
    #expect(LogTicks.nice(3...40) == 2...50)
  }

  @Test(arguments: [1e-300...1e300, 2.0...3, 0.001...5, 1...1e6])
  func everyCandidateLiesInTheDomain(_ domain: ClosedRange<Double>) {
    let candidates = LogTicks.candidates(domain)
    #expect(!candidates.isEmpty)
    #expect(candidates.allSatisfy { $0.count >= 2 && $0.allSatisfy(domain.contains) })
  }

  @Test func sparseCandidatesAreDecades() {
    #expect(LogTicks.candidates(1...1e6).contains([1, 10, 100, 1000, 1e4, 1e5, 1e6]))
  }
}
