import Statistics
import TestSupport
import Testing

@Suite struct OutliersTests {
  /// Expected values: the fences from numpy 2.4.6 `quantile([1, …], [0.25, 0.75])` = 3.5, 6.5; median 5,
  /// MAD 2, Φ⁻¹(3/4) by SciPy 1.17.1 `norm.ppf(0.75)`.
  @Test func bothRulesFindWhatLiesFarOff() throws {
    let result = try Outliers([1, 2, 3, 4, 5, 6, 7, 14, 40, 5, 5])
    #expect((result.inner, result.outer) == (-1...11, -5.5...15.5))
    #expect(result.beyondFences == [14, 40])
    #expect(result.farOut == 1)
    expectClose(result.deviation, 2 / 0.6744897501960817, relative: 1e-15)
    #expect(result.beyondScore == [40])
    expectClose(result.score(40), 35 * 0.6744897501960817 / 2, relative: 1e-15)
  }

  @Test func mostlyEqualValuesHaveFencesButNoScores() throws {
    let result = try Outliers([3, 3, 3, 3, 9])
    #expect(result.beyondFences == [9] && result.farOut == 1)
    #expect(result.beyondScore == nil && result.score(9) == nil)
    #expect(result.reason == .mostlyEqual)
  }

  @Test func whatIsMissingIsCounted() throws {
    let result = try Outliers([1, .nan, 2, .infinity])
    #expect((result.n, result.missing, result.infinite) == (2, 1, 1))
    #expect(throws: StatisticsError.tooFew(needed: 1, got: 0)) { try Outliers([.nan]) }
  }

  @Test(arguments: [1e300, 1e-300, -1])
  func scaleChangesNothing(_ scale: Double) throws {
    let values = [1.0, 2, 3, 4, 5, 6, 7, 14, 40]
    let result = try Outliers(values.map { $0 * scale })
    let plain = try Outliers(values)
    #expect(result.beyondFences.count == plain.beyondFences.count)
    #expect(result.beyondScore?.count == plain.beyondScore?.count)
  }

  @Test func theLargestDoublesDoNotOverflow() throws {
    let largest = Double.greatestFiniteMagnitude
    let result = try Outliers([-largest, -largest, largest, largest])
    #expect(result.beyondFences.isEmpty)
  }
}
