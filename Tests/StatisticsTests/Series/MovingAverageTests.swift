import Frame
import Statistics
import TestSupport
import Testing

@Suite struct MovingAverageTests {
  /// Expected values: pandas 3.1.1, `Series.rolling(3).mean()`.
  @Test(arguments: Case.all("series"))
  func agreesWithPandas(_ set: Case) throws {
    let average = try MovingAverage(try set.values(), window: 3)
    expectClose(average.values, try set.expected().list("moving3"))
  }

  @Test func aLargeValueLeavesNothingBehind() throws {
    let average = try MovingAverage([1, 1e17, 2, 3, 4], window: 2)
    #expect(Array(average.values.suffix(2)) == [2.5, 3.5])
  }

  @Test func missingAveragesAreAbsentInTheColumn() throws {
    let column = try MovingAverage([1, 2, .infinity, 4, 6], window: 2).column
    #expect((0..<5).map { column[$0] } == [.null, .double(1.5), .null, .null, .double(5)])
  }

  @Test func aWindowLongerThanTheRowsGivesNone() throws {
    #expect(try MovingAverage([1, 2], window: 3).values.allSatisfy { $0.isNaN })
    #expect(throws: StatisticsError.self) { try MovingAverage([1], window: 0) }
  }
}
