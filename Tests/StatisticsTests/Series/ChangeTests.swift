import Statistics
import TestSupport
import Testing

@Suite struct ChangeTests {
  /// Expected values: pandas 3.1.1, `Series.diff()`.
  @Test(arguments: Case.all("series"))
  func agreesWithPandas(_ set: Case) throws {
    expectClose(
      Change(try set.values()).values, try set.expected().list("change"), absolute: 1e-15)
  }

  @Test func aDifferenceBeyondTheRangeIsNone() {
    #expect(Change([-1.7e308, 1.7e308]).values.allSatisfy { $0.isNaN })
  }
}
