import Statistics
import TestSupport
import Testing

@Suite struct EwmaTests {
  /// Expected values: pandas 3.1.1, `Series.ewm(span=4, adjust=True).mean()`.
  @Test(arguments: Case.all("series"))
  func agreesWithPandas(_ set: Case) throws {
    expectClose(try Ewma(try set.values(), span: 4).values, try set.expected().list("ewma4"))
  }

  @Test func aSpanOfOneIsTheValueItself() throws {
    #expect(try Ewma([1, 5, 2], span: 1).values == [1, 5, 2])
    #expect(throws: StatisticsError.self) { try Ewma([1], span: 0.5) }
  }

  @Test func nothingIsSaidBeforeTheFirstValue() throws {
    #expect(try Ewma([.nan, 3], span: 2).values[0].isNaN)
  }
}
