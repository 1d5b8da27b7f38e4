import Statistics
import Testing

@Suite struct PercentileRankTests {
  @Test(arguments: [
    (10.0, 1, 20.0), (30, 3, 60), (40, 4, 80), (50, 5, 100), (99, 5, 100), (1, 1, 20),
  ])
  func placeIsCountedFromTheSmallest(_ value: Double, _ place: Int, _ percent: Double) throws {
    let rank = try PercentileRank(of: value, among: [50, 10, .nan, 20, 40, 30, .infinity])
    #expect(rank.place == place && rank.n == 5)
    #expect(rank.percent == percent)
  }

  @Test func equalValuesShareTheFirstPlace() throws {
    #expect(try PercentileRank(of: 2, among: [1, 2, 2, 2]).place == 2)
  }

  @Test func noValuesAreAnError() {
    #expect(throws: StatisticsError.self) { try PercentileRank(of: 1, among: []) }
  }
}
