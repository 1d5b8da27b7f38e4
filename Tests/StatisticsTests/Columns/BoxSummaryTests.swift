import Statistics
import TestSupport
import Testing

@Suite struct BoxSummaryTests {
  /// Expected values: matplotlib 3.11.2, `cbook.boxplot_stats(x)`.
  @Test(arguments: Case.all("box"))
  func agreesWithMatplotlib(_ set: Case) throws {
    let (box, expected) = (try BoxSummary(try set.values()), try set.expected())
    expectClose(
      [box.lowWhisker, box.q1, box.median, box.q3, box.highWhisker, box.mean],
      ["low", "q1", "median", "q3", "high", "mean"].map { expected[$0] })
    #expect(box.outliers == expected.list("outlier"))
  }

  @Test func whiskersOfOneValueLieOnIt() throws {
    let box = try BoxSummary([4])
    #expect([box.lowWhisker, box.q1, box.median, box.q3, box.highWhisker] == [4, 4, 4, 4, 4])
    #expect(box.outliers.isEmpty)
  }

  @Test func aWhiskerDoesNotEndInsideItsBox() throws {
    // q1 = 0, q3 = 7.5 lies between values; the largest value within the fence is below q3.
    let box = try BoxSummary([0, 0, 0, 10, 100], reach: 0.1)
    #expect(box.highWhisker >= box.q3 && box.lowWhisker <= box.q1)
  }

  @Test func noValuesAreAnError() {
    #expect(throws: StatisticsError.tooFew(needed: 1, got: 0)) { try BoxSummary([.nan]) }
  }

  /// As R's `boxplot.stats(1:9)$conf` is documented: 5 ± 1.58 · 4 / √9.
  @Test func notchIsThatOfR() throws {
    let notch = try BoxSummary((1...9).map(Double.init)).notch
    expectClose(notch.lowerBound, 2.8933333333333335)
    expectClose(notch.upperBound, 7.1066666666666665)
  }
}
