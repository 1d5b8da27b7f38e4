import Testing

@testable import Statistics

@Suite struct SideBySideTests {
  @Test(arguments: [0, 1, 2, 1000])
  func resultsStandInTheirOrder(_ count: Int) {
    #expect(sideBySide(count) { "piece \($0)" } == (0..<count).map { "piece \($0)" })
  }
}
