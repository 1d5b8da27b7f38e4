import Statistics
import TestSupport
import Testing

@Suite struct MovingExtremesTests {
  /// Expected values: pandas 2.3.3, `Series.rolling(…).min()` and `.max()`.
  @Test(arguments: Case.all("moving", in: "series"))
  func agreesWithPandas(_ set: Case) throws {
    let set = SeriesSet(set)
    let values = Measured(try set.values())
    let trailing = try MovingExtremes(values, MovingWindow(3))
    expectClose(trailing.minima, try set.list("minimum 3"), relative: 0)
    expectClose(trailing.maxima, try set.list("maximum 3"), relative: 0)
    let centred = try MovingExtremes(values, MovingWindow(5, .centred, minimum: 1))
    expectClose(centred.minima, try set.list("minimum centred 5"), relative: 0)
    expectClose(centred.maxima, try set.list("maximum centred 5"), relative: 0)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func eachWindowIsSearched(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<200).map { _ in Double(Int.random(in: 0..<9, using: &generator)) }
    let extremes = try MovingExtremes(Measured(values), MovingWindow(7))
    for row in 6..<200 {
      #expect(extremes.minima[row] == values[row - 6...row].min())
      #expect(extremes.maxima[row] == values[row - 6...row].max())
    }
  }

  @Test func anEvenCentredWindowHasNoMiddle() {
    #expect(throws: StatisticsError.self) {
      try MovingExtremes(Measured([1, 2]), MovingWindow(2, .centred))
    }
  }
}
