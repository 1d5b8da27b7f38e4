import Frame
import Statistics
import TestSupport
import Testing

@Suite struct MedianAbsoluteDeviationTests {
  /// Expected values: SciPy 1.17.1 `median_abs_deviation(x)`, and with `scale="normal"`.
  @Test(arguments: Case.all("mad", in: "core"))
  func agreesWithSciPy(_ set: Case) throws {
    let (result, expected) = (
      try MedianAbsoluteDeviation(try set.values()), try set.expected()
    )
    expectClose(result.value, expected["value"], relative: 1e-14)
    expectClose(result.scaled, expected["scaled"], relative: 1e-14)
  }

  @Test func decimalsKeepTheDistancesThatDoublesLose() throws {
    let column = Column(.decimal([0, 1, 3, 7].map { 9_999_999_999_999_999_99 + $0 }, scale: 2))
    expectClose(
      try MedianAbsoluteDeviation(SortedSample(Sample(column))).value, 0.015, relative: 1e-15)
  }

  @Test func noValuesHaveNoDeviation() {
    #expect(throws: StatisticsError.tooFew(needed: 1, got: 0)) { try MedianAbsoluteDeviation([]) }
  }
}
