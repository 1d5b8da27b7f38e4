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

  /// Expected values: pandas 2.3.3, `Series.rolling(…, center=…, min_periods=…).mean()`.
  @Test(arguments: Case.all("moving", in: "series"))
  func windowsAgreeWithPandas(_ set: Case) throws {
    let set = SeriesSet(set)
    let windows = [
      ("trailing 4 minimum 2", try MovingWindow(4, minimum: 2)),
      ("centred 5", try MovingWindow(5, .centred)),
      ("centred 5 minimum 1", try MovingWindow(5, .centred, minimum: 1)),
      ("centred 4", try MovingWindow(4, .centred)),
    ]
    for (name, window) in windows {
      let average = MovingAverage(Measured(try set.values()), window)
      expectClose(average.values, try set.list(name), absolute: 1e-15, name)
    }
  }

  @Test func whatIsPartialIsMarked() throws {
    let values = [1, 2, .nan, 4, 5, 6]
    let average = MovingAverage(Measured(values), try MovingWindow(3, .centred, minimum: 1))
    #expect(average.isPartial == [true, true, true, true, false, true])
    #expect(average.values == [1.5, 1.5, 3, 4.5, 5, 5.5])
  }

  @Test func anEvenWindowCountsItsEndsHalf() throws {
    let average = MovingAverage(Measured([1, 2, 3, 8, 5]), try MovingWindow(4, .centred))
    #expect(average.values[2] == (0.5 + 2 + 3 + 8 + 2.5) / 4)
    #expect(average.values.count { $0.isNaN } == 4)
  }

  @Test func aLargeValueLeavesNothingBehind() throws {
    let average = try MovingAverage([1, 1e17, 2, 3, 4], window: 2)
    #expect(Array(average.values.suffix(2)) == [2.5, 3.5])
  }

  @Test func sumsBeyondTheDoublesHaveMeans() throws {
    let values = [1e308, 1e308, 1.1, 2.3, 4.7, -1.7e308, -1.7e308]
    let average = try MovingAverage(values, window: 2)
    #expect(Array(average.values[1...]) == [1e308, 5e307, 1.7, 3.5, -8.5e307, -1.7e308])
    let centred = MovingAverage(Measured(values), try MovingWindow(2, .centred, minimum: 1))
    #expect(centred.values.allSatisfy { $0.isFinite })
    expectClose(centred.values[3], 2.6)
  }

  @Test func decimalsAreAveragedExactly() throws {
    let origin: Int128 = 12_345_678_901_234_567_890_00
    let column = Column(.decimal([origin + 25, origin + 75, origin + 50], scale: 2))
    let average = MovingAverage(Measured(column), try MovingWindow(3))
    #expect(average.values[2] == 12_345_678_901_234_567_890.5)
  }

  @Test func missingAveragesAreAbsentInTheColumn() throws {
    let column = try MovingAverage([1, 2, .infinity, 4, 6], window: 2).column
    #expect((0..<5).map { column[$0] } == [.null, .double(1.5), .null, .null, .double(5)])
  }

  @Test(arguments: MovingWindow.Placement.allCases, [1, 2, 3, 8, Int.max / 4])
  func shortSeriesGiveShortAnswers(_ placement: MovingWindow.Placement, _ rows: Int) throws {
    for count in 0..<4 {
      let values = (0..<count).map(Double.init)
      let average = MovingAverage(Measured(values), try MovingWindow(rows, placement))
      #expect(average.values.count == count && average.isPartial.count == count)
      #expect(rows < 4 || average.values.allSatisfy { $0.isNaN })
    }
  }

  @Test func aWindowLongerThanTheRowsGivesNone() throws {
    #expect(try MovingAverage([1, 2], window: 3).values.allSatisfy { $0.isNaN })
    #expect(throws: StatisticsError.self) { try MovingAverage([1], window: 0) }
    #expect(throws: StatisticsError.self) { try MovingWindow(3, minimum: 4) }
  }
}
