import Statistics
import TestSupport
import Testing

@Suite struct ChangeTests {
  /// Expected values: pandas 3.1.1, `Series.diff()`.
  @Test(arguments: Case.all("series"))
  func agreesWithPandas(_ set: Case) throws {
    expectClose(
      try Change(set.values()).values, try set.expected().list("change"), absolute: 1e-15)
  }

  /// Expected values: pandas 2.3.3, `Series.diff(3)` and (s − s.shift(2)) / s.shift(2).
  @Test(arguments: Case.all("change", in: "series"))
  func otherLagsAgreeWithPandas(_ set: Case) throws {
    let set = SeriesSet(set)
    let values = try set.values()
    expectClose(try Change(values, lag: 3).values, try set.list("diff 3"), absolute: 1e-15)
    expectClose(try Change(values, lag: 2, kind: .relative).values, try set.list("relative 2"))
  }

  @Test func aShareOfNothingIsNone() throws {
    let changes = try Change([0, 5, 0, 0], kind: .relative).values
    #expect(changes[1].isNaN && changes[2] == -1 && changes[3].isNaN)
    #expect(throws: StatisticsError.self) { try Change([1], lag: 0) }
  }

  @Test func aDifferenceBeyondTheRangeIsNone() throws {
    #expect(try Change([-1.7e308, 1.7e308]).values.allSatisfy { $0.isNaN })
    #expect(try Change([-1.5e308, 1.5e308], kind: .relative).values[1] == -2)
  }
}
