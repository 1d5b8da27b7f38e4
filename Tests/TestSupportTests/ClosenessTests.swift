import TestSupport
import Testing

@Suite
struct ClosenessTests {
  @Test(arguments: [
    (1, 1, true), (1, 1 + 1e-13, true), (1, 1 + 1e-11, false), (0, 1e-300, false),
    (.nan, .nan, true), (.nan, 1, false), (.infinity, .infinity, true), (.infinity, 1, false),
  ])
  func comparesRelatively(_ actual: Double, _ expected: Double, _ close: Bool) {
    #expect(isClose(actual, expected) == close)
  }

  @Test func anAbsoluteToleranceHelpsNearZero() { #expect(isClose(1e-300, 0, absolute: 1e-15)) }

  @Test func aFailureSaysBothNumbers() {
    withKnownIssue {
      expectClose(2, 1, "slope")
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("slope: 2.0, expected 1.0: differs by 1.0") }
    }
  }
}
