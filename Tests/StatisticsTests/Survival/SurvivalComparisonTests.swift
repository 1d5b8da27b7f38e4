import Frame
import Statistics
import TestSupport
import Testing

@Suite struct SurvivalComparisonTests {
  private func compare(_ groups: [[Double]], horizon: Double? = nil) throws -> SurvivalComparison {
    let times = groups.flatMap(\.self)
    let labels = groups.enumerated().flatMap { index, times in
      times.map { _ in "g\(index + 1)" as String? }
    }
    let rows = try SurvivalRows(Measured(times), events: times.map { _ in true })
    return try SurvivalComparison(
      rows, by: Column(texts: labels), SurvivalComparison.Options(horizon: horizon))
  }

  @Test func groupsEndWhereTheFirstOfThemEnds() throws {
    let comparison = try compare([[1, 2, 9], [1, 4, 6, 6]])
    #expect(comparison.horizon == 6)
    #expect(comparison.groups.map(\.median?.value) == [2, 5])
    expectClose(comparison.groups[0].mean.value, 3, relative: 1e-15)
    expectClose(comparison.difference?.value, 3 - 17.0 / 4, relative: 1e-15)
  }

  @Test func curvesThatCrossAreTold() throws {
    let early = (0..<20).map { 1 + Double($0) / 10 } + Array(repeating: 30, count: 20)
    let late = (0..<40).map { 5 + Double($0) / 10 }
    let crossings = try compare([early, late]).crossings
    #expect(crossings.map { [$0.first, $0.second] } == [[0, 1]])
  }

  @Test func curvesThatTouchByChanceAreNotSaidToCross() throws {
    #expect(try compare([[1, 2, 3, 4], [1.5, 1.7, 3.5, 3.7]]).crossings.isEmpty)
  }

  @Test func aGroupWithoutRowsHasItsReason() throws {
    let comparison = try compare([[.nan, .nan], [1, 2, 3]])
    #expect(comparison.groups[0].curve == nil && comparison.groups[0].times.missing == 2)
    #expect(comparison.groups[0].mean.reason == .tooFew(needed: 1, got: 0))
    #expect(comparison.test?.reason == .tooFewGroups(needed: 2, got: 1))
  }

  @Test func timesAndLabelsOfOneLengthBelongTogether() throws {
    let rows = try SurvivalRows(Measured([1, 2]), events: [true, true])
    #expect(throws: StatisticsError.lengthsDiffer(2, 1)) {
      try SurvivalComparison(rows, by: Column(texts: ["a"]))
    }
  }
}
