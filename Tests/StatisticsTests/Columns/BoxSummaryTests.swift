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

  /// The same by sorting, for few and many values, with runs of equal ones and an odd gauge.
  @Test(arguments: [3, 512, 513, 6000], [1, 50, 1e9])
  func isThatOfTheSortedValues(_ count: Int, _ steps: Double) throws {
    var random = SeededGenerator(seed: UInt64(count))
    let values = (0..<count).map { _ -> Double in
      let share = Double.random(in: -1...1, using: &random)
      return (share * share * share * steps).rounded() / steps
    }
    let sample = Sample(values)
    let (box, sorted) = (try BoxSummary(sample), SortedSample(sample))
    let (q1, q3) = (try #require(sorted.quantile(0.25)), try #require(sorted.quantile(0.75)))
    #expect(box.q1 == q1 && box.median == sorted.median && box.q3 == q3)
    let fences = (q1 - 1.5 * (q3 - q1))...(q3 + 1.5 * (q3 - q1))
    let within = sorted.values.filter(fences.contains)
    #expect(box.lowWhisker == min(q1, try #require(within.first)))
    #expect(box.highWhisker == max(q3, try #require(within.last)))
    #expect(box.outliers == sorted.values.filter { !fences.contains($0) })
  }
}
