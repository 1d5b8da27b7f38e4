import Statistics
import TestSupport
import Testing

@Suite struct SeasonalDecompositionTests {
  /// Expected values: statsmodels 0.15.0, `seasonal_decompose(x, model=…, period=…)`.
  @Test(arguments: Case.all("season", in: "series"))
  func agreesWithStatsmodels(_ set: Case) throws {
    let words = set.name.split(separator: " ").map(String.init)
    let (period, model) = (
      try #require(Int(words[1])), try #require(SeasonalDecomposition.Model(rawValue: words[2]))
    )
    let expected = SeriesSet(set)
    let parts = try SeasonalDecomposition(
      Measured(SeriesSet(words[0]).values()), period: period, model: model)
    // Of values near 1e9 statsmodels keeps the digits that a mean of them has.
    let absolute = words[0] == "late" ? 1e-6 : 1e-13
    expectClose(parts.trend, try expected.list("trend"))
    expectClose(parts.season, try expected.list("season"), absolute: absolute)
    expectClose(parts.rest, try expected.list("rest"), absolute: absolute)
  }

  @Test func thePartsMakeTheWhole() throws {
    let values = try SeriesSet("months").values()
    let parts = try SeasonalDecomposition(Measured(values), period: 12)
    for row in values.indices where !parts.rest[row].isNaN {
      expectClose(parts.trend[row] + parts.season[row % 12] + parts.rest[row], values[row])
    }
    #expect(parts.rest.count { $0.isNaN } == 12)
  }

  @Test func aPlainSeasonIsAllThereIs() throws {
    let values = (0..<24).map { Double([1, 5, 3][$0 % 3]) + Double($0) }
    let parts = try SeasonalDecomposition(Measured(values), period: 3)
    expectClose(parts.season, [-2, 2, 0], absolute: 1e-14)
    #expect((parts.seasonStrength ?? 0) > 1 - 1e-12 && (parts.trendStrength ?? 0) > 1 - 1e-12)
  }

  @Test func aMissingRowTakesOnlyItsNeighboursTrend() throws {
    var values = (0..<20).map(Double.init)
    values[9] = .nan
    let parts = try SeasonalDecomposition(Measured(values), period: 3)
    #expect(parts.trend.indices.filter { parts.trend[$0].isNaN } == [0, 8, 9, 10, 19])
    #expect(parts.season.allSatisfy { $0.isFinite })
  }

  @Test func aConstantSeriesHasNoStrength() throws {
    let parts = try SeasonalDecomposition(Measured(Array(repeating: 4, count: 8)), period: 2)
    #expect(parts.season == [0, 0] && parts.trendStrength == nil && parts.seasonStrength == nil)
  }

  @Test func whatHasNoSeasonSaysWhy() {
    #expect(throws: StatisticsError.tooFew(needed: 4, got: 3)) {
      try SeasonalDecomposition(Measured([1, 2, 3]), period: 2)
    }
    #expect(throws: StatisticsError.self) { try SeasonalDecomposition(Measured([1]), period: 1) }
    #expect(throws: StatisticsError.self) {
      try SeasonalDecomposition(Measured([1, 0, 1, 2]), period: 2, model: .multiplicative)
    }
    #expect(throws: StatisticsError.tooFew(needed: 1, got: 0)) {
      try SeasonalDecomposition(Measured([.nan, .nan, .nan, .nan]), period: 2)
    }
  }
}
