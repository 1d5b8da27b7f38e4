import Statistics
import TestSupport
import Testing

@Suite struct HistogramTests {
  /// Expected values: numpy 2.4.6, `histogram(x, histogram_bin_edges(x, rule))`.
  @Test(arguments: Case.all("histogram"))
  func agreesWithNumpyByEveryRule(_ set: Case) throws {
    let (values, expected) = (try set.values(), try set.expected())
    let rules: [(String, BinRule)] = [
      ("fd", .freedmanDiaconis), ("scott", .scott), ("sturges", .sturges), ("7", .count(7)),
    ]
    for (name, rule) in rules {
      let histogram = try Histogram(values, rule: rule)
      #expect(histogram.counts.map(Double.init) == expected.list("\(name) count"), "\(name)")
      expectClose(histogram.edges, expected.list("\(name) edge"), relative: 1e-14, name)
    }
  }

  @Test func everyValueIsCountedOnce() throws {
    let values = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, .nan, .infinity]
    let histogram = try Histogram(values, edges: [0.1, 0.4, 0.5, 0.9])
    #expect(histogram.counts == [3, 1, 5])
    #expect((histogram.below, histogram.above) == (1, 1))
    #expect((histogram.n, histogram.missing, histogram.infinite) == (11, 1, 1))
  }

  @Test func widthsHaveTheirEdgesAtMultiples() throws {
    let histogram = try Histogram([-3, 2, 7, 10], rule: .width(5))
    #expect(histogram.edges == [-5, 0, 5, 10, 15])
    #expect(histogram.counts == [1, 1, 1, 1])
  }

  @Test(arguments: [0.1, 1e300, -Double.leastNonzeroMagnitude, 0x1p60])
  func aConstantHasOneInterval(_ value: Double) throws {
    let histogram = try Histogram([value, value, value])
    #expect(histogram.counts == [3])
  }

  @Test func aFarOutlierDoesNotMakeAMillionIntervals() throws {
    let histogram = try Histogram((0..<100).map(Double.init) + [1e12])
    #expect(histogram.counts.count == BinRule.limit)
    #expect(histogram.counts.reduce(0, +) == 101)
  }

  @Test func neighbouringNumbersShareAnInterval() throws {
    let histogram = try Histogram([1, 1.0.nextUp], rule: .count(10))
    #expect(histogram.counts == [2])
  }

  @Test func withoutASpreadOfQuartilesTheRuleIsScotts() throws {
    let values = Array(repeating: 5.0, count: 20) + [1, 9]
    #expect(try Histogram(values).edges == Histogram(values, rule: .scott).edges)
  }

  @Test func densityHasAreaOne() throws {
    let histogram = try Histogram([1, 2, 2, 3, 7, 8.5])
    let widths = zip(histogram.edges, histogram.edges.dropFirst()).map { $1 - $0 }
    expectClose(zip(histogram.density, widths).reduce(0) { $0 + $1.0 * $1.1 }, 1)
  }

  @Test(arguments: [[], [1.0], [1, 1], [2, 1], [0, .nan], [0, .infinity]])
  func edgesThatDoNotAscendAreAnError(_ edges: [Double]) {
    #expect(throws: StatisticsError.self) { try Histogram([1, 2], edges: edges) }
  }
}
