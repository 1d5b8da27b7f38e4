import Statistics
import TestSupport
import Testing

@Suite struct QuantileTests {
  /// Expected values: numpy 2.4.6, `quantile(x, p, method=…)` with inverted_cdf,
  /// averaged_inverted_cdf, weibull, linear and median_unbiased.
  @Test(arguments: Case.all("quantile"))
  func agreesWithNumpyByEveryRule(_ set: Case) throws {
    let (values, expected) = (try set.values(), try set.expected())
    for kind in QuantileKind.allCases {
      for p in [0, 0.1, 1 / 3, 0.5, 0.9, 1] as [Double] {
        let name = "\(kind) \(p == p.rounded() ? "\(Int(p))" : "\(p)")"
        expectClose(
          try Quantile(values, at: p, kind: kind).value, expected[name], relative: 1e-14, name)
      }
    }
  }

  @Test func aProbabilityOutsideItsRangeIsAnError() {
    #expect(throws: StatisticsError.self) { try Quantile([1], at: 1.01) }
    #expect(throws: StatisticsError.self) { try Quantile([1], at: .nan) }
    #expect(throws: StatisticsError.tooFew(needed: 1, got: 0)) { try Quantile([.nan], at: 0.5) }
  }

  @Test func middleOfHugeValuesStaysFinite() throws {
    let values = [-Double.greatestFiniteMagnitude, .greatestFiniteMagnitude]
    #expect(try Quantile(values, at: 0.5).value == 0)
    #expect(try Quantile(values, at: 0.5, kind: .r2).value == 0)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func quantilesRiseWithTheirProbability(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<37).map { _ in Double.random(in: -1...1, using: &generator) }
    for kind in QuantileKind.allCases {
      let quantiles = try (0...50).map {
        try Quantile(values, at: Double($0) / 50, kind: kind).value
      }
      #expect(quantiles == quantiles.sorted())
      #expect(quantiles.first == values.min() && quantiles.last == values.max())
    }
  }
}
